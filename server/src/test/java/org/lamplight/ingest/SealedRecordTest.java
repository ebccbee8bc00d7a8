package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.ingest.SealedRecordStore.Sealing;

/** A record that a court sealed is gone with its earlier states, and does not come back. */
class SealedRecordTest {

  private static final Sealing SEALING =
      new Sealing("000000005", "administrator", "order of a court");

  @TempDir
  Path folder;

  @Test
  void aSealedRecordIsDeletedWithItsPastAndRejectedFromThenOn() {
    List<String> rows = LapdFile.rows(50, 2021);
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      town.incidents(LapdFile.write(folder, "first.csv", rows));
      rows.set(5, rows.get(5).replace("Invest Cont", "Juv Arrest"));
      town.incidents(LapdFile.write(folder, "second.csv", rows));
      assertEquals(1, town.number("select count(*) from incident_replaced"));
      long version = town.number("select data_version from city where slug = 'los-angeles'");

      int[] told = {-1};
      SealedRecordStore store = new SealedRecordStore(town.database);
      assertEquals(1, store.seal(town.city, SEALING, incidents -> told[0] = incidents));
      assertEquals(1, told[0]);
      assertEquals(49, town.number("select count(*) from incident"));
      assertEquals(49, town.number("select count(*) from incident_key"));
      assertEquals(0, town.number("select count(*) from incident_replaced"));
      assertEquals(
          version + 1, town.number("select data_version from city where slug = 'los-angeles'"));
      assertEquals(
          0,
          town.number(
              "select count(*) from sealed_record where sealed_record::text like '%000000005%'"),
          "the number itself was kept");

      ImportReport again = town.incidents(LapdFile.write(folder, "third.csv", rows));
      assertEquals(50, again.read());
      assertEquals(1, again.rejected());
      assertEquals(1, again.reasons().get("sealed_record"));
      assertEquals(49, town.number("select count(*) from incident"));
    }
  }

  @Test
  void aDeletionThatCannotBeWrittenDownIsNotDone() {
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      town.incidents(LapdFile.write(folder, "first.csv", LapdFile.rows(50, 2021)));
      SealedRecordStore store = new SealedRecordStore(town.database);
      assertThrows(
          IllegalStateException.class,
          () -> store.seal(town.city, SEALING, incidents -> {
            throw new IllegalStateException("no trail");
          }));
      assertEquals(50, town.number("select count(*) from incident"));
      assertEquals(0, town.number("select count(*) from sealed_record"));
    }
  }
}
