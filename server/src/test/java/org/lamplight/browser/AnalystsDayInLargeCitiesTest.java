package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.app.CityServer;
import org.lamplight.demo.DemoFiles;
import org.lamplight.demo.MillionRowCity;
import org.lamplight.ingest.ImportKind;
import org.lamplight.ingest.SharedData;

/** The analyst's day on the LAPD's own files, and on a synthetic city of a million rows in their layout. */
class AnalystsDayInLargeCitiesTest extends AnalystsDay {

  private @Nullable CityServer server;

  @TempDir
  Path folder;

  /** Before there is one, the page of the other tests is nobody's. */
  @Override
  protected String address() {
    return server == null ? super.address() : server.address();
  }

  @Override
  protected String session(String name) {
    return server == null ? super.session(name) : server.accounts().session(name);
  }

  @Override
  protected String sharedSession() {
    return server == null ? super.sharedSession() : session("analyst");
  }

  @Override
  String colleague() {
    return "colleague";
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private CityServer begin(List<CityServer.Load> loads) throws IOException {
    CityServer started = CityServer.start(Site.CITY, loads, colleague());
    server = started;
    use(DESK, ColorScheme.LIGHT);
    return started;
  }

  @Test
  void riseIsFoundInTheLapdsFiles() throws IOException {
    begin(List.of(
        areas("neighborhoods", SharedData.file("la_neighborhoods.geojson")),
        areas("divisions", SharedData.file("lapd_divisions.geojson")),
        incidents(SharedData.file("lapd_vehicle_theft_2021.csv.gz")),
        incidents(SharedData.file("lapd_incidents_2023_jan_feb.csv.gz"))));
    riseIsFoundKeptSentAndExported(new Dates("2021-10-01", "2021-12-31", "2021-07-01/2021-09-30"));
  }

  @Test
  void riseIsFoundAmongAMillion() throws IOException {
    Path file = folder.resolve("million.csv");
    long rows = MillionRowCity.write(
        file, Optional.of(SharedData.folder()).filter(Files::isDirectory), DemoFiles.SEED, 1);
    List<CityServer.Load> loads = new ArrayList<>();
    for (DemoFiles.DemoFile one : DemoFiles.write(Site.CITY, folder, DemoFiles.SEED, 1)) {
      if (one.kind() == DemoFiles.Kind.AREAS) {
        loads.add(
            new CityServer.Load(ImportKind.AREAS, one.areaSet(), one.path().toString()));
      }
    }
    loads.add(incidents(file.toString()));
    assertEquals(rows, begin(loads).rows());
    riseIsFoundKeptSentAndExported(new Dates("2023-01-01", "2023-12-31", null));
  }

  private static CityServer.Load areas(String set, String file) {
    return new CityServer.Load(ImportKind.AREAS, set, file);
  }

  private static CityServer.Load incidents(String file) {
    return new CityServer.Load(ImportKind.INCIDENTS, null, file);
  }
}
