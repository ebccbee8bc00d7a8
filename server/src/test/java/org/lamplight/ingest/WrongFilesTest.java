package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.fault.Fault;

/** Files that are wrong, packed or oddly encoded: a sentence and nothing changed, or the same incidents as ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongFilesTest {

  private static final String TEXT = LapdFile.text(List.of(
      LapdFile.row(1, 510, "01/02/2021", "1015", "CAÑADA BL", "Invest Cont"),
      LapdFile.row(2, 624, "01/03/2021", "1016", "\"A, B\"", "Invest Cont")));

  @TempDir
  static Path folder;

  private CityUnderTest town;

  @BeforeAll
  void open() {
    town = new CityUnderTest("los-angeles");
  }

  @AfterAll
  void close() {
    assertEquals(0, town.number("select count(*) from incident"));
    town.close();
  }

  @Test
  void everyEncodingAndPackingGivesTheSameIncidents() throws IOException {
    byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
    String expected = checksum("plain.csv", utf8);
    assertEquals(expected, checksum("bom.csv", ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)));
    assertEquals(expected, checksum("utf16.csv", TEXT.getBytes(StandardCharsets.UTF_16)));
    assertEquals(expected, checksum("utf16le.csv", TEXT.getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(expected, checksum("latin1.csv", TEXT.getBytes(Charset.forName("windows-1252"))));
    assertEquals(
        expected,
        checksum("crlf.csv", TEXT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        expected,
        checksum(
            "tabs.csv",
            TEXT.replace("\"A, B\"", "A; B")
                .replace(",", "\t")
                .replace(";", ",")
                .getBytes(StandardCharsets.UTF_8)));
    assertEquals(expected, checksum("packed.csv.gz", gzip(utf8)));
    assertEquals(expected, checksum("named-wrongly.csv", zip(utf8, "a/", "a/b.csv")));
  }

  private static String checksum(String name, byte[] bytes) {
    try (CityUnderTest fresh = new CityUnderTest("los-angeles")) {
      assertEquals(2, fresh.incidents(LapdFile.write(folder, name, bytes)).accepted(), name);
      return fresh.checksum();
    }
  }

  @Test
  void whatIsNoSuchFileIsSaidInASentence() throws IOException {
    byte[] packed =
        gzip(LapdFile.text(LapdFile.rows(5_000, 2021)).getBytes(StandardCharsets.UTF_8));
    says("is cut short", "short.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    says("is cut short", "tiny.csv.gz", Arrays.copyOf(packed, 5));
    byte[] damaged = packed.clone();
    Arrays.fill(damaged, 200, 300, (byte) 0x55);
    says("packed data", "damaged.csv.gz", damaged);
    says("is empty", "empty.csv", new byte[0]);
    says("is empty", "blank.csv", " \n \n".getBytes(StandardCharsets.UTF_8));
    says(
        "is JSON",
        "areas.geojson",
        "{\"type\":\"FeatureCollection\"}".getBytes(StandardCharsets.UTF_8));
    says("is HTML", "error.html", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
    says(
        "lacks the columns crm_cd, lat, lon",
        "few.csv",
        "DR_NO,DATE OCC,TIME OCC\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
    says(
        "looks like incidents of Atlanta",
        "atlanta.csv",
        "offense_id,occur_date,occur_time,UC2_Literal,lat,long\n".getBytes(StandardCharsets.UTF_8));
    says("looks like sites", "sites.csv", "program,site\na,b\n".getBytes(StandardCharsets.UTF_8));
    says(
        "is a quote opened and never closed",
        "quote.csv",
        (TEXT + "3,\"never closed\n").getBytes(StandardCharsets.UTF_8));
    says(
        "holds several files",
        "two.zip",
        zip(TEXT.getBytes(StandardCharsets.UTF_8), "a.csv", "b.csv"));
    says("neither in UTF-8", "mixed.csv", mixed());
    Fault absent = assertThrows(Fault.class, () -> town.incidents(folder.resolve("absent.csv")));
    assertTrue(absent.sentence().endsWith("there is no such file"));
    assertEquals(
        "the file has a header and no rows",
        town.incidents(LapdFile.write(folder, "header.csv", List.of())).refused());
  }

  @Test
  void refusedFilesAreInTheTrail(@TempDir Path folder) {
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      Path wrong = LapdFile.write(
          folder, "sites.csv", "program,site\na,b\n".getBytes(StandardCharsets.UTF_8));
      assertThrows(Fault.class, () -> town.incidents(wrong));
      town.incidents(LapdFile.write(folder, "header.csv", List.of()));
      assertEquals(
          "incidents sites.csv, incidents header.csv",
          town.text(
              "select string_agg(details->>'kind' || ' ' || (details->>'file'), ', ' order by id) "
                  + "from audit_entry where action = 'import.load' and outcome = 'refused' and city = 'los-angeles'"));
      assertEquals(
          "the file has a header and no rows",
          town.text("select details->>'why' from audit_entry order by id desc limit 1"));
    }
  }

  private static byte[] mixed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(TEXT.getBytes(StandardCharsets.UTF_8));
    out.write("3,\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private void says(String sentence, String name, byte[] bytes) {
    Path file = LapdFile.write(folder, name, bytes);
    Fault fault = assertThrows(Fault.class, () -> town.incidents(file), name);
    assertTrue(fault.sentence().contains(sentence), fault.sentence());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[] bytes, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(out)) {
      for (String name : names) {
        packed.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          packed.write(bytes);
        }
        packed.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
