package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The questions about time, concentration and harm: what the panel shows is what the process answered. */
class PatternSeriesTest extends BrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL = "city=" + Site.CITY + "&tab=patterns";
  private static final List<String> QUESTIONS =
      List.of("unusual", "shift", "season", "concentrated", "harm");

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
  void unusualWeeksAreThoseThatTheProcessRaised() throws IOException {
    open(ALL);
    JsonNode answer = ask("unusual", "alerts");
    List<Integer> alarms = alarms(answer);
    assertThat(headline())
        .containsText(Pattern.compile(
            "^" + alarms.size() + " of the last " + answer.get("judged").asInt() + " weeks w"));
    assertThat(result().locator(".series-chart .series-alarm")).hasCount(alarms.size());
    assertThat(result().locator(".series-table tbody tr"))
        .hasCount(answer.get("series").size() - first(answer));
    Locator rows = result().locator(".series-rows tbody tr");
    assertThat(rows).hasCount(alarms.size());
    for (int i = 0; i < alarms.size(); i++) {
      int week = alarms.get(i);
      assertThat(rows.nth(i)).containsText(day(answer.get("starts").get(week).asText()));
      assertThat(rows.nth(i).locator("td").first())
          .hasText(level(answer.get("series").get(week).asDouble()));
      assertThat(rows.nth(i).locator("td").last())
          .hasText(level(answer.get("upperBound").get(week).asDouble()));
    }
    Download file = page.waitForDownload(() -> button("Download as CSV").click());
    List<String> lines = Files.readAllLines(file.path());
    assertEquals("from,until,count,expected,upperBound,statistic,lower,alarm", lines.get(0));
    assertEquals(answer.get("series").size() + 1, lines.size());
    assertEquals(
        alarms.size(), lines.stream().filter(line -> line.endsWith(",yes")).count());
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
      String judged =
          alarms(answer).size() + " of the last " + answer.get("judged").asInt();
      assertThat(headline())
          .containsText(
              method.equals("cusum")
                  ? "In " + judged + " weeks the level had shifted"
                  : judged + " weeks w");
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

  @Test
  void concentrationIsSaidInHalfOfTheIncidents() {
    open(ALL);
    JsonNode answer = ask("concentrated", "concentration");
    assertThat(headline())
        .hasText("Half of the incidents lie in " + share(answer.get("halfShare").asDouble())
            + " of the places.");
    assertThat(result())
        .containsText(whole(answer.get("total").asDouble()) + " incidents in "
            + whole(answer.get("places").asDouble()) + " hexagons");
    assertThat(result().locator(".facts dd").first())
        .hasText(level(answer.get("gini").asDouble()));
    JsonNode interval = answer.get("interval");
    assertThat(result().locator(".facts dd").nth(1))
        .hasText(level(answer.get("generalised").asDouble()) + " ("
            + level(interval.get(0).asDouble()) + " to " + level(interval.get(1).asDouble())
            + ")");
    field("Count by").selectOption("divisions");
    JsonNode areas = answerOf("concentration");
    assertThat(result())
        .containsText("incidents in " + whole(areas.get("places").asDouble()) + " areas");
  }

  @Test
  void harmIsSummedWithItsRangeAndWhatIsLeftOut() {
    open(ALL);
    JsonNode answer = ask("harm", "harm");
    assertThat(headline())
        .hasText(whole(answer.get("days").asDouble()) + " days of harm ("
            + whole(answer.at("/interval/0").asDouble()) + " to "
            + whole(answer.at("/interval/1").asDouble()) + ") from "
            + whole(answer.get("events").asDouble()) + " incidents.");
    Locator bars = result().locator(".harm-bars li");
    assertThat(bars).hasCount(answer.get("largest").size());
    assertThat(bars.first().locator(".name"))
        .hasText(title(answer.at("/largest/0/offence").asText()));
    assertThat(bars.first().locator(".count"))
        .hasText(whole(answer.at("/largest/0/days").asDouble()) + " days, "
            + share(answer.at("/largest/0/share").asDouble()));
    for (JsonNode offence : answer.get("leftOut")) {
      assertThat(result()).containsText(title(offence.asText()));
    }
    for (JsonNode warning : answer.at("/run/warnings")) {
      assertThat(result()).containsText(warning.asText());
    }
  }

  @Test
  void resultOfEachQuestionIsKeptAndOpenedAsItWas() {
    for (String question : QUESTIONS) {
      open(ALL + "&group=vehicle&until=2023-06-30");
      panel().locator("select").first().selectOption(question);
      run();
      String said = headline().textContent();
      String title = "Kept " + question;
      page.getByLabel("Keep as a study, titled").fill(title);
      button("Keep").click();
      assertThat(button(title)).isVisible();
      open(ALL);
      button(title).click();
      assertThat(result().locator("h3").first()).hasText(title);
      assertThat(headline()).hasText(said);
      assertThat(result()).containsText("Run on: the beginning to Jun 30, 2023; Vehicle");
      button("Run " + title + " again").click();
      assertThat(panel()).containsText("gives the same bytes again");
    }
  }

  @Test
  void resultsHaveNoViolationsOnDeskAndPhoneInBothLanguages() {
    use(DESK, ColorScheme.DARK);
    open(ALL);
    for (String question : QUESTIONS) {
      panel().locator("select").first().selectOption(question);
      run();
      openDetails();
      assertEquals(List.of(), violations(), question);
    }
    use(PHONE, ColorScheme.LIGHT);
    open(ALL + "&lang=es");
    page.locator(".sheet-answers").click();
    for (String question : QUESTIONS) {
      panel().locator("select").first().selectOption(question);
      run();
      openDetails();
      assertThat(headline()).isVisible();
      assertEquals(List.of(), violations(), question);
      assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"), question);
    }
  }

  private void openDetails() {
    for (Locator summary : result().locator("details summary").all()) {
      summary.click();
    }
  }

  private JsonNode ask(String question, String process) {
    panel().locator("select").first().selectOption(question);
    return answerOf(process);
  }

  /** What the process answers to the page's own question. */
  private JsonNode answerOf(String process) {
    Response response = page.waitForResponse(
        found -> found.url().endsWith("/processes/" + process + "/execution"), this::run);
    assertEquals(200, response.status(), response.text());
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void run() {
    page.locator("#answers .run-line .plain").click();
    assertThat(page.locator("#answers .run-line .plain")).isEnabled();
    assertThat(headline()).isVisible();
  }

  private Locator panel() {
    return page.locator("#answers [role=tabpanel]:visible");
  }

  private Locator result() {
    return page.locator(".pattern-result");
  }

  private Locator headline() {
    return result().locator(".headline-text");
  }

  private Locator field(String label) {
    return panel().getByLabel(Pattern.compile("^" + label));
  }

  private static List<Integer> alarms(JsonNode answer) {
    List<Integer> alarms = new ArrayList<>();
    for (int i = 0; i < answer.get("alarm").size(); i++) {
      if (answer.get("alarm").get(i).asBoolean()) {
        alarms.add(i);
      }
    }
    return alarms;
  }

  /** The first week of which anything is expected. */
  private static int first(JsonNode answer) {
    return IntStream.range(0, answer.get("expected").size())
        .filter(i -> !answer.get("expected").get(i).isNull())
        .findFirst()
        .orElseThrow();
  }

  /** As the page writes a count or a level: whole from a hundred on, three figures below it. */
  private static String level(double value) {
    NumberFormat format = NumberFormat.getInstance(Locale.US);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    int whole = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    format.setMaximumFractionDigits(Math.max(0, 3 - whole));
    return format.format(value);
  }

  private static String whole(double value) {
    return NumberFormat.getInstance(Locale.US).format(Math.round(value));
  }

  private static String share(double value) {
    NumberFormat format = NumberFormat.getPercentInstance(Locale.US);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(value);
  }

  private static String day(String iso) {
    return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US));
  }

  private static String title(String offence) {
    for (JsonNode group : Site.profile().get("groups")) {
      for (JsonNode each : group.get("offences")) {
        if (each.get("id").asText().equals(offence)) {
          return each.at("/title/en").asText();
        }
      }
    }
    return offence;
  }

  private List<String> violations() {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page)
        .setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(rule -> found.add(rule.getId() + ": " + rule.getNodes().get(0).getHtml()));
    return found;
  }
}
