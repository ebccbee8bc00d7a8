package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file of incidents sent by an analyst: imported, reported, taken back. */
class UploadTest {

  private static final String HEAD =
      "DR_NO,Date Rptd,DATE OCC,TIME OCC,Rpt Dist No,Crm Cd,Crm Cd Desc,Premis Desc,Weapon Used Cd,Weapon Desc,Status Desc,LOCATION,LAT,LON\n";
  private static OwnServer server;
  private static DeskClient analyst;

  @BeforeAll
  static void start() throws Exception {
    server = OwnServer.start(Map.of(), 200);
    analyst =
        new DeskClient("http://localhost:" + server.port(), server.accounts.cookie("analyst"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String row(int number, String date) {
    return number + "," + date + " 12:00:00 AM," + date
        + " 12:00:00 AM,1430,0111,510,VEHICLE - STOLEN,STREET,,,Invest Cont,100 W  MADE UP ST,34.0522,-118.2437\n";
  }

  /** Waits for the end of an upload that was taken. */
  private static JsonNode ended(HttpResponse<byte[]> taken) {
    String id = DeskClient.json(taken, 202).get("id").asText();
    for (int tenths = 0; tenths < 300; tenths++) {
      JsonNode upload = analyst.json("/uploads/" + id);
      if (List.of("done", "refused", "failed").contains(upload.get("step").asText())) {
        return upload;
      }
      DeskClient.pause();
    }
    throw new AssertionError("the import did not end within half a minute");
  }

  @Test
  void fileIsImportedReportedAndTakenBack() {
    int before = analyst.json("/explore").get("total").asInt();
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 9; i++) {
      rows.append(row(900_000_001 + i, "03/0" + (i + 1) + "/2023"));
    }
    rows.append(row(900_000_099, "13/45/2023"));
    byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode upload = ended(analyst.upload("/uploads?name=march.csv", file));
    assertEquals("done", upload.get("step").asText(), upload.toString());
    JsonNode report = upload.get("report");
    assertEquals(10, report.get("read").asInt());
    assertEquals(1, report.get("rejected").asInt());
    assertEquals(9, report.get("inserted").asInt());
    String id = upload.get("id").asText();
    String lines = DeskClient.text(analyst.get("/uploads/" + id + "/report"));
    assertTrue(lines.startsWith("line,record,outcome,reason"), lines);
    assertTrue(lines.contains("900000099"), lines);
    assertEquals("march.csv", analyst.json("/reconciliation").at("/runs/0/file").asText());
    assertEquals(before + 9, total(before + 9));
    int run = report.get("run").asInt();
    JsonNode undone =
        DeskClient.json(analyst.change("POST", "/imports/" + run + "/undo", "{}"), 200);
    assertEquals(9, undone.get("removed").asInt());
    assertEquals(before, total(before));
    assertEquals(400, analyst.change("POST", "/imports/" + run + "/undo", "{}").statusCode());
  }

  @Test
  void fileThatIsNoneIsRefusedInWordsWithoutAPathOfTheServer() {
    JsonNode upload = ended(analyst.upload(
        "/uploads?name=cats.csv", "name,age\nTom,3\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals("failed", upload.get("step").asText());
    String why = upload.get("failure").asText();
    assertTrue(why.contains("cats.csv") && !why.contains("/"), why);
  }

  @Test
  void namesThatLeadElsewhereAndEmptyFilesAreRefused() {
    for (String name : List.of("", "..%2Fx.csv", "a%2Fb.csv", ".hidden", "a%5Cb.csv")) {
      assertEquals(
          400, analyst.upload("/uploads?name=" + name, new byte[] {65}).statusCode(), name);
    }
    assertEquals(400, analyst.upload("/uploads?name=a.csv", new byte[0]).statusCode());
  }

  @Test
  void analystOfAnotherCityFindsNeitherUploadNorImport() {
    DeskClient elsewhere = new DeskClient(analyst.host(), server.accounts.cookie("elsewhere"));
    assertEquals(404, elsewhere.upload("/uploads?name=a.csv", new byte[] {65}).statusCode());
    assertEquals(404, elsewhere.change("POST", "/imports/1/undo", "{}").statusCode());
  }

  /** The total, once the columns in memory are those after the last change. */
  private static int total(int expected) {
    int total = analyst.json("/explore").get("total").asInt();
    for (int tenths = 0; tenths < 100 && total != expected; tenths++) {
      DeskClient.pause();
      total = analyst.json("/explore").get("total").asInt();
    }
    return total;
  }
}
