package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The questions about time: what the panel shows is what the process answered. */
class PatternSeriesTest extends PatternQuestionTest {

  @Test
  void questionsStandInGroups() {
    open(ALL);
    Locator groups = panel().locator("select").first().locator("optgroup");
    assertEquals(
        List.of("Where", "Where and when", "When", "For a meeting, and fairness"),
        groups.all().stream().map(group -> group.getAttribute("label")).toList());
    assertThat(groups.nth(2).locator("option")).hasCount(3);
  }

  @Test
  void unusualWeeksAreThoseThatTheProcessRaised() {
    int raised = 0;
    for (String filter :
        List.of("", "&group=theft", "&group=vehicle&until=2022-12-31", "&group=burglary")) {
      open(ALL + filter);
      JsonNode answer = ask("unusual", "alerts");
      List<Integer> alarms = alarms(answer);
      raised += alarms.size();
      assertThat(headline()).containsText(counted(answer) + " w");
      assertThat(result().locator(".series-chart .series-alarm")).hasCount(alarms.size());
      assertThat(result().locator(".series-chart .series-raised")).hasCount(alarms.size());
      assertThat(result().locator(".series-table tbody tr"))
          .hasCount(answer.get("series").size() - first(answer));
      Locator rows = result().locator(".series-rows tbody tr");
      assertThat(rows).hasCount(alarms.size());
      for (int i = 0; i < alarms.size(); i++) {
        int week = alarms.get(i);
        assertThat(rows.nth(i)).containsText(day(answer.get("starts").get(week).asText()));
        List<String> figures = List.of("series", "expected", "upperBound");
        for (int j = 0; j < 3; j++) {
          assertThat(rows.nth(i).locator("td").nth(j))
              .hasText(level(answer.get(figures.get(j)).get(week).asDouble()));
        }
      }
    }
    assertTrue(raised > 0, "no week was raised, so that the table of alarms was not seen");
  }

  @Test
  void seriesIsKeptAsAFile() throws IOException {
    open(ALL);
    JsonNode answer = ask("unusual", "alerts");
    Download file = page.waitForDownload(() -> button("Download as CSV").click());
    List<String> lines = Files.readAllLines(file.path());
    assertEquals("from,until,count,expected,upperBound,statistic,lower,alarm", lines.get(0));
    assertEquals(answer.get("series").size() + 1, lines.size());
    assertEquals(
        alarms(answer).size(),
        lines.stream().filter(line -> line.endsWith(",yes")).count());
  }

  @Test
  void everyMethodOfUnusualWeeksAnswers() {
    open(ALL);
    panel().locator("select").first().selectOption("unusual");
    for (String method : List.of("c1", "c2", "c3", "cusum")) {
      field("Method").selectOption(method);
      assertThat(field("Earlier years")).isHidden();
      JsonNode answer = answerOf("alerts");
      assertEquals(60, answer.get("series").size());
      assertThat(headline())
          .containsText(
              !method.equals("cusum")
                  ? counted(answer) + " w"
                  : alarms(answer).isEmpty() ? "did not shift" : "In " + counted(answer));
      assertThat(result().locator(".series-chart .series-alarm"))
          .hasCount(alarms(answer).size());
    }
  }

  @Test
  void shiftIsDatedAsTheProcessDatesIt() {
    open(ALL);
    JsonNode answer = ask("shift", "change-points");
    int breaks = answer.get("breaks").size();
    assertThat(headline())
        .containsText(
            breaks == 0
                ? "The level did not change"
                : breaks == 1
                    ? "The level changed once: around "
                    : "The level changed " + breaks + " times");
    Locator rows = result().locator(".series-rows").first().locator("tbody tr");
    assertThat(rows).hasCount(breaks + 1);
    for (int i = 0; i <= breaks; i++) {
      assertThat(rows.nth(i).locator("td").last())
          .hasText(level(answer.get("means").get(i).asDouble()));
    }
    for (int i = 0; i < breaks; i++) {
      assertThat(rows.nth(i + 1))
          .containsText(
              day(answer.get("starts").get(answer.get("breaks").get(i).asInt()).asText()));
    }
    assertThat(result().locator(".series-chart .series-break")).hasCount(breaks);
    field("Fits by").selectOption("poisson");
    field("Days of a period").selectOption("7");
    field("Periods").fill("52");
    JsonNode weeks = answerOf("change-points");
    assertEquals(52, weeks.get("series").size());
    assertThat(rows).hasCount(weeks.get("breaks").size() + 1);
  }

  @Test
  void seasonIsTheOneOfTheProcess() {
    open(ALL);
    JsonNode answer = ask("season", "seasonal");
    int n = answer.get("trend").size();
    assertEquals(0, n % 13);
    assertThat(result())
        .containsText(
            "The trend, per 28 days: " + level(answer.get("trend").get(0).asDouble())
                + " at first, " + level(answer.get("trend").get(n - 1).asDouble()) + " at last.");
    double most = IntStream.range(n - 13, n)
        .mapToDouble(i -> answer.get("seasonal").get(i).asDouble())
        .max()
        .orElseThrow();
    assertThat(headline()).containsText(": " + level(most) + " more than the trend");
    assertThat(result().locator(".series-chart").last().locator(".series-bar")).hasCount(13);
  }
}
