package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.http.Role;

/** The filtered rows as files: whole, safe to open, read by GDAL, and never without an entry of the audit trail. */
class ExportTest {

  private static final String WHAT_FOR = "&purpose=monthly%20meeting";
  private static OwnServer server;
  private static DeskClient analyst;
  private static DeskClient administrator;

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.start(Map.of(), 400);
    String host = "http://localhost:" + server.port();
    analyst = new DeskClient(host, server.accounts.cookie("analyst"));
    administrator = new DeskClient(host, server.accounts.cookie("administrator"));
    analyst.json("/explore");
    server.execute(
        "update incident set address = '=HYPERLINK(\"x\")', premises = '-1+1', weapon = E'\\tcmd', status = '@a'"
            + " where id = (select min(id) from incident)");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void csvHoldsEveryRowAndNoFormula() {
    HttpResponse<byte[]> answer = analyst.get("/export?f=csv" + WHAT_FOR);
    assertEquals(200, answer.statusCode(), DeskClient.text(answer));
    String csv = DeskClient.text(answer);
    assertEquals(matched("") + 1, csv.lines().count());
    assertTrue(csv.startsWith("id,offence,offenceTitle,group,origin,sensitivity,code,"));
    assertTrue(csv.contains("'=HYPERLINK"));
    assertTrue(csv.contains(",'-1+1,"));
    assertTrue(csv.contains("'\tcmd"));
    assertTrue(csv.contains("'@a"));
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElse("").contains("attachment"));
    assertEquals(
        "private, no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void sensitiveOffencesAndTheirColumnAreOnlyForThoseWhoSeeThem() {
    server.accounts.with("plain.analyst", "los-angeles", Role.ANALYST);
    DeskClient plain = new DeskClient(analyst.host(), server.accounts.cookie("plain.analyst"));
    String csv = DeskClient.text(plain.get("/export?f=csv" + WHAT_FOR));
    assertFalse(csv.lines().findFirst().orElse("").contains("sensitivity"));
    assertEquals(plain.json("/explore").get("matched").asInt() + 1, csv.lines().count());
  }

  @Test
  void exportWithoutAPurposeIsRefusedAndOneWithItStandsInTheTrail() {
    assertEquals(400, analyst.get("/export?f=csv").statusCode());
    assertEquals(400, analyst.get("/export?f=csv&purpose=%20a%20").statusCode());
    assertEquals(400, analyst.get("/export?f=xls" + WHAT_FOR).statusCode());
    assertEquals(400, analyst.get("/export?f=csv&colour=red" + WHAT_FOR).statusCode());
    analyst.get("/export?f=geojson&group=burglary&purpose=for%20the%20trail");
    JsonNode entry =
        administrator.json("/audit?action=incidents.export&limit=1").at("/entries/0");
    assertEquals("analyst", entry.get("actor").asText());
    assertEquals("for the trail", entry.at("/details/purpose").asText());
    assertEquals("?group=burglary", entry.at("/details/filter").asText());
    assertEquals(
        Integer.toString(matched("group=burglary")),
        entry.at("/details/incidents").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson", "gpkg", "fgb"})
  void gdalReadsEveryRowWithItsPlaceAndTime(String format, @TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(thereIsGdal(), "ogrinfo (package gdal-bin) is not installed");
    HttpResponse<byte[]> answer = analyst.get("/export?group=vehicle&f=" + format + WHAT_FOR);
    assertEquals(200, answer.statusCode(), DeskClient.text(answer));
    Path file = Files.write(folder.resolve("incidents." + format), answer.body());
    String summary = ogrinfo("-ro", "-al", "-so", file.toString());
    assertTrue(summary.contains("Feature Count: " + matched("group=vehicle")), summary);
    String group = ogrinfo(
        "-ro", "-al", "-so", "-where", "\"group\" = 'vehicle' AND hour >= 0", file.toString());
    assertTrue(group.contains("Feature Count: " + matched("group=vehicle")), group);
    if (!format.equals("csv")) {
      assertTrue(summary.contains("Geometry: Point"), summary);
      assertTrue(summary.contains("WGS 84"), summary);
      assertTrue(summary.contains("Extent: (-118."), summary);
      assertTrue(summary.contains("occurredFrom: DateTime"), summary);
    }
  }

  private static int matched(String filter) {
    return analyst.json("/explore?" + filter).get("matched").asInt();
  }

  private static boolean thereIsGdal() {
    try {
      return ogrinfo("--version").startsWith("GDAL");
    } catch (IOException e) {
      return false;
    }
  }

  private static String ogrinfo(String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of("ogrinfo"));
    command.addAll(List.of(arguments));
    if (arguments.length > 2 && arguments[arguments.length - 1].endsWith(".csv")) {
      command.addAll(List.of("-oo", "AUTODETECT_TYPE=YES"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
