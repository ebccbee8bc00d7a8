package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityProfiles;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.fault.Fault;

/** An import whose process is killed leaves the old state, and doing it again ends as a clean one does. */
class KilledImportTest {

  /** Staging tables, and tables of years and keys that were built and not attached. */
  private static final String LEFT_OVER = """
      select count(*) from pg_class
      where relnamespace = 'lamplight'::regnamespace and relkind = 'r'
        and (relname ~ '^import_[0-9]' or relname ~ '^incident_(key_)?[0-9]')
        and not exists (select from pg_inherits where inhrelid = pg_class.oid)
      """;

  @TempDir
  Path folder;

  /** The child process: imports a file and prints each step, waiting a moment in it so that it can be killed there. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) {
      DatabaseAddress address = new DatabaseAddress(
          System.getenv("TEST_URL"), System.getenv("TEST_USER"), System.getenv("TEST_PASSWORD"));
      List<CityProfile> profiles = CityProfiles.load(null);
      try (Database database = Database.open(address, "child", 1, 0)) {
        City city = new Cities(new CityStore(database).registerAll(profiles)).get("los-angeles");
        Importer importer = new Importer(database, profiles, Clock.systemUTC());
        importer.run(
            ImportRequest.of(city, ImportKind.INCIDENTS, args[0]), (step, rows, done, total) -> {
              System.out.println(step);
              System.out.flush();
            });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Progress.Step.class,
      names = {"READING", "COMPARING", "STORING"})
  void aKilledImportLeavesTheOldState(Progress.Step step) throws Exception {
    Path first = LapdFile.write(folder, "first.csv", LapdFile.rows(500, 2020));
    Path second = LapdFile.write(folder, "second.csv", LapdFile.rows(60_000, 2021));
    try (CityUnderTest town = new CityUnderTest("los-angeles");
        CityUnderTest clean = new CityUnderTest("los-angeles")) {
      town.incidents(first);
      String before = town.checksum();
      killAt(step, town, second);
      assertEquals(before, town.checksum());
      ImportReport again = whenFree(town, second);
      clean.incidents(first);
      clean.incidents(second);
      assertEquals(60_000, again.inserted() + again.updated());
      assertEquals(clean.checksum(), town.checksum());
      assertEquals(0, town.number(LEFT_OVER), "nothing is left of the killed import's tables");
    }
  }

  private static void killAt(Progress.Step step, CityUnderTest town, Path file)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        file.toString());
    DatabaseAddress address = town.database.address();
    builder.environment().put("TEST_URL", address.jdbcUrl());
    builder.environment().put("TEST_USER", address.user());
    builder.environment().put("TEST_PASSWORD", address.password());
    Process child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = child.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.equals(step.name())) {
        line = out.readLine();
      }
      assertEquals(step.name(), line, "the child came to the step");
    } finally {
      child.destroyForcibly();
    }
    assertTrue(child.waitFor(30, TimeUnit.SECONDS));
  }

  /** The database may need a moment to notice that the killed process is gone. */
  private static ImportReport whenFree(CityUnderTest town, Path file) throws InterruptedException {
    for (int i = 0; i < 120; i++) {
      try {
        return town.incidents(file);
      } catch (Fault e) {
        assertEquals(Fault.Kind.BUSY, e.kind());
        Thread.sleep(500);
      }
    }
    throw new AssertionError("the lock of the killed import never went away");
  }
}
