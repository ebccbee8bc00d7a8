package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** Kept views, comparisons, addresses, what has no place, what is loaded, over HTTP. */
class DeskTest {

  private static final DeskClient ANALYST = client("analyst");
  private static final String VIEW =
      "{\"title\":\"Thefts\",\"note\":\"since spring\",\"state\":\"city=los-angeles&group=vehicle\",\"shared\":%s,\"matched\":12}";

  private static DeskClient client(String name) {
    return new DeskClient(TestServer.baseUrl(), TestServer.accounts().cookie(name));
  }

  private static DeskClient colleague() {
    TestServer.accounts().with("desk.colleague", "los-angeles", Role.ANALYST);
    return client("desk.colleague");
  }

  @Test
  void privateViewIsItsOwnersAndASharedOneIsTheCitys() {
    JsonNode kept = DeskClient.json(ANALYST.change("POST", "/views", VIEW.formatted("false")), 201);
    String path = "/views/" + kept.get("id").asInt();
    DeskClient colleague = colleague();
    assertEquals(404, colleague.get(path).statusCode());
    assertFalse(DeskClient.text(colleague.get("/views")).contains("since spring"));
    DeskClient.json(ANALYST.change("PUT", path, VIEW.formatted("true")), 200);
    JsonNode seen = colleague.json(path);
    assertEquals("city=los-angeles&group=vehicle", seen.get("state").asText());
    assertEquals(12, seen.get("matched").asInt());
    assertEquals("analyst", seen.get("by").asText());
    assertFalse(seen.get("mine").asBoolean());
    assertEquals(404, colleague.change("PUT", path, VIEW.formatted("true")).statusCode());
    assertEquals(404, colleague.change("DELETE", path, "{}").statusCode());
    assertEquals(204, ANALYST.change("DELETE", path, "{}").statusCode());
    assertEquals(404, ANALYST.get(path).statusCode());
  }

  @Test
  void viewsThatAreNoneAreRefusedByName() {
    for (String body : List.of(
        "[]",
        "{\"title\":\"a\"}",
        "{\"title\":\"\",\"state\":\"city=los-angeles\"}",
        "{\"title\":\"a\",\"state\":\"city=atlanta\"}",
        "{\"title\":\"a\",\"state\":\"city=los-angeles&at=<b>\"}",
        "{\"title\":\"a\",\"state\":\"city=los-angeles\",\"owner\":1}",
        "{\"title\":\"a\",\"state\":\"city=los-angeles\",\"matched\":-1}")) {
      assertEquals(400, ANALYST.change("POST", "/views", body).statusCode(), body);
    }
  }

  @Test
  void comparisonCountsEachPeriodAsExploreDoes() {
    JsonNode answer =
        ANALYST.json("/compare?datetime=2023-04-01/2023-06-30&years=2&group=vehicle&set=divisions");
    JsonNode total = answer.get("total");
    assertEquals(2, answer.get("before").size());
    assertEquals(
        matched("group=vehicle", "2023-04-01/2023-06-30"), total.get("now").asInt());
    assertEquals(
        matched("group=vehicle", "2022-04-01/2022-06-30"), total.at("/before/0").asInt());
    assertEquals(
        matched("group=vehicle", "2021-04-01/2021-06-30"), total.at("/before/1").asInt());
    double usual = (total.at("/before/0").asInt() + total.at("/before/1").asInt()) / 2.0;
    double z = 2 * (Math.sqrt(total.get("now").asInt()) - Math.sqrt(usual)) / Math.sqrt(1.5);
    assertEquals(z, total.get("z").asDouble(), 0.006);
    int byOffence = 0;
    for (JsonNode row : answer.get("offences")) {
      byOffence += row.get("now").asInt();
      assertEquals(row.get("expected").asDouble() < 20, row.get("percent").isNull(), "percent");
    }
    assertEquals(total.get("now").asInt(), byOffence);
    assertTrue(answer.at("/map/bins").size() > 3);
    assertTrue(answer.get("months").size() >= 24, "months with two years before them");
  }

  @Test
  void twoAreasAreHeldAgainstEachOther() {
    JsonNode answer = ANALYST.json("/compare?datetime=2022-01-01/2023-12-31"
        + "&area=divisions:central&against=divisions:harbor");
    String dates = "2022-01-01/2023-12-31";
    assertEquals(
        matched("area=divisions:central", dates), answer.at("/total/now").asInt());
    assertEquals(
        matched("area=divisions:harbor", dates), answer.at("/total/before/0").asInt());
  }

  @Test
  void comparisonsThatMeanNothingAreRefused() {
    for (String query : List.of(
        "years=2",
        "datetime=2023-06-30/2023-04-01",
        "datetime=2023-02-30/2023-04-01",
        "datetime=2020-01-01/2020-02-01&years=1",
        "datetime=2021-01-01/2023-01-01&years=1",
        "datetime=2023-01-01/2023-02-01&before=2023-02-01/2023-03-01",
        "datetime=2023-01-01/2023-02-01&against=divisions:harbor",
        "datetime=2023-01-01/2023-02-01&years=1&before=2022-01-01/2022-02-01")) {
      assertEquals(400, ANALYST.get("/compare?" + query).statusCode(), query);
    }
  }

  @Test
  void addressesRunUpToAllAndLeavePilesOut() {
    JsonNode answer = ANALYST.json("/addresses?limit=500");
    double last = 0;
    long count = Long.MAX_VALUE;
    for (JsonNode row : answer.get("rows")) {
      assertTrue(row.get("count").asLong() <= count);
      assertTrue(row.get("share").asDouble() > last);
      count = row.get("count").asLong();
      last = row.get("share").asDouble();
    }
    assertEquals(5, answer.get("curve").size());
    JsonNode missing = ANALYST.json("/missing-places");
    assertEquals(matched("", ""), missing.at("/counts/matched").asInt());
    JsonNode explored = ANALYST.json("/explore");
    assertEquals(
        explored.get("withoutPlace").asInt(), missing.at("/counts/withoutPlace").asInt());
    long piled = 0;
    for (JsonNode pile : missing.get("piles")) {
      piled += pile.get("count").asLong();
    }
    assertTrue(piled <= missing.at("/counts/defaultLocation").asLong());
  }

  @Test
  void addressesAreHeldAgainstTheSameAddressesBefore() {
    JsonNode rows = ANALYST
        .json("/addresses?datetime=2023-01-01/2023-12-31&before=2022-01-01/2022-12-31")
        .get("rows");
    JsonNode earlier = ANALYST.json("/addresses?limit=500&datetime=2022-01-01/2022-12-31");
    for (JsonNode row : rows) {
      double z = 2
          * (Math.sqrt(row.get("count").asDouble())
              - Math.sqrt(row.get("before").asDouble()))
          / Math.sqrt(2);
      assertEquals(z, row.get("z").asDouble(), 0.006);
      for (JsonNode then : earlier.get("rows")) {
        if (then.get("address").equals(row.get("address"))) {
          assertEquals(then.get("count").asInt(), row.get("before").asInt());
        }
      }
    }
    assertTrue(rows.size() == 50);
  }

  @Test
  void reconciliationHoldsWhatIsLoadedAgainstTheSourcesTotals() {
    JsonNode answer = ANALYST.json("/reconciliation");
    long loaded = 0;
    for (JsonNode year : answer.get("years")) {
      loaded += year.asLong();
    }
    assertEquals(ANALYST.json("/explore").get("total").asLong(), loaded);
    assertEquals(199_847, answer.at("/official/0/official").asInt());
    assertTrue(answer.get("runs").size() >= 1);
    assertTrue(answer.at("/runs/0/last").asBoolean());
  }

  private static int matched(String filter, String dates) {
    String query = dates.isEmpty() ? filter : filter + "&datetime=" + dates;
    return ANALYST.json("/explore?" + query).get("matched").asInt();
  }
}
