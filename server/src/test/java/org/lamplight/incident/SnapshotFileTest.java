package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.filter.Condition;

/** What a snapshot's file gives back, and which files are not believed. */
class SnapshotFileTest {

  private static Database database;
  private static City city;
  private static AreaPositions areas;
  private static SnapshotStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 3_000, 0.21);
    areas = new AreaPositions(new AreaNamesStore(database).load(city.id()));
    store = new SnapshotStore(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    SnapshotColumns written = store.read(city, areas);
    SnapshotFile file = new SnapshotFile(folder, "testville");
    file.write("here 1", written);
    SnapshotColumns read = file.read("here 1", areas.sets()).orElseThrow();
    assertEquals(3_000, read.size);
    assertArrayEquals(written.second, read.second);
    assertArrayEquals(written.mercatorX, read.mercatorX);
    assertArrayEquals(written.areas[0], read.areas[0]);
    assertArrayEquals(written.areaIds[0], read.areaIds[0]);
    assertArrayEquals(written.byId, read.byId);
    assertArrayEquals(written.span, read.span);
    assertArrayEquals(written.hourOfWeek, read.hourOfWeek);
  }

  @Test
  void aFileOfAnotherVersionOrCityIsNotBelieved(@TempDir Path folder) throws IOException {
    SnapshotFile file = new SnapshotFile(folder, "testville");
    file.write("testville version 1", store.read(city, areas));
    assertEquals(Optional.empty(), file.read("testville version 2", areas.sets()));
    assertEquals(Optional.empty(), file.read("otherville version 1", areas.sets()));
    assertTrue(file.read("testville version 1", areas.sets()).isPresent());
  }

  @Test
  void aFileCutShortAnywhereIsNotBelieved(@TempDir Path folder) throws IOException {
    SnapshotFile file = new SnapshotFile(folder, "testville");
    file.write("here", store.read(city, areas));
    Path path = folder.resolve("testville.snapshot");
    byte[] whole = Files.readAllBytes(path);
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 40; round++) {
      Files.write(path, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertEquals(Optional.empty(), file.read("here", areas.sets()));
    }
  }

  @Test
  void aFileWithAnyByteAlteredIsNotBelieved(@TempDir Path folder) throws IOException {
    SnapshotFile file = new SnapshotFile(folder, "testville");
    file.write("here", store.read(city, areas));
    Path path = folder.resolve("testville.snapshot");
    byte[] whole = Files.readAllBytes(path);
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 60; round++) {
      byte[] altered = whole.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(path, altered);
      assertEquals(Optional.empty(), file.read("here", areas.sets()));
    }
  }

  @Test
  void aStartTakesTheFileAndAChangeOfDataReplacesIt(@TempDir Path folder) throws IOException {
    try (Database own = TestDatabase.open()) {
      City small = SyntheticIncidents.write(own, 200, 0.4);
      Incidents first = open(own, folder);
      first.refresh(small);
      Path path = folder.resolve("testville.snapshot");
      byte[] kept = Files.readAllBytes(path);
      Incidents second = open(own, folder);
      second.refresh(small);
      assertEquals(200, second.at(small).index().orElseThrow().size());
      assertArrayEquals(kept, Files.readAllBytes(path));
      own.jdbi().useHandle(handle -> {
        handle.execute("delete from incident where id <= 50");
        handle.execute("update city set data_version = data_version + 1");
      });
      assertEquals(200, second.latest(small).index().orElseThrow().size());
      second.refresh(small);
      assertEquals(150, second.latest(small).index().orElseThrow().size());
      assertEquals(2, second.latest(small).version());
      Incidents third = open(own, folder);
      third.refresh(small);
      assertEquals(150, third.count(small, Condition.always()));
      first.close();
      second.close();
      third.close();
    }
  }

  private static Incidents open(Database database, Path folder) {
    return new Incidents(
        new IncidentStore(database), new CityStore(database), new AreaNamesStore(database), folder);
  }
}
