package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The questions about time, concentration and harm in the Patterns panel, and what their processes answered. */
abstract class PatternQuestionTest extends BrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String ALL = "city=" + Site.CITY + "&tab=patterns";

  void openDetails() {
    for (Locator summary : result().locator("details summary").all()) {
      summary.click();
    }
  }

  JsonNode ask(String question, String process) {
    panel().locator("select").first().selectOption(question);
    return answerOf(process);
  }

  /** What the process answers to the page's own question. */
  JsonNode answerOf(String process) {
    Response response = page.waitForResponse(
        found -> found.url().endsWith("/processes/" + process + "/execution"), this::run);
    assertEquals(200, response.status(), response.text());
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void run() {
    page.locator("#answers .run-line .plain").click();
    assertThat(page.locator("#answers .run-line .plain")).isEnabled();
    assertThat(headline()).isVisible();
  }

  Locator panel() {
    return page.locator("#answers [role=tabpanel]:visible");
  }

  Locator result() {
    return page.locator(".pattern-result");
  }

  Locator headline() {
    return result().locator(".headline-text");
  }

  Locator field(String label) {
    return panel().getByLabel(Pattern.compile("^" + label));
  }

  static List<Integer> alarms(JsonNode answer) {
    List<Integer> alarms = new ArrayList<>();
    for (int i = 0; i < answer.get("alarm").size(); i++) {
      if (answer.get("alarm").get(i).asBoolean()) {
        alarms.add(i);
      }
    }
    return alarms;
  }

  /** "2 of the last 52 weeks", as the headline has it. */
  static String counted(JsonNode answer) {
    int n = alarms(answer).size();
    return (n == 0 ? "None" : n) + " of the last " + answer.get("judged").asInt() + " weeks";
  }

  /** The first week of which anything is expected. */
  static int first(JsonNode answer) {
    return IntStream.range(0, answer.get("expected").size())
        .filter(i -> !answer.get("expected").get(i).isNull())
        .findFirst()
        .orElseThrow();
  }

  /** As the page writes a count or a level: whole from a hundred on, three figures below it. */
  static String level(double value) {
    NumberFormat format = NumberFormat.getInstance(Locale.US);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    int whole = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    format.setMaximumFractionDigits(Math.max(0, 3 - whole));
    return format.format(value);
  }

  static String rounded(double value) {
    return whole(new java.math.BigDecimal(value)
        .round(new java.math.MathContext(3, java.math.RoundingMode.HALF_UP))
        .doubleValue());
  }

  static String whole(double value) {
    return NumberFormat.getInstance(Locale.US).format(Math.round(value));
  }

  static String share(double value) {
    NumberFormat format = NumberFormat.getPercentInstance(Locale.US);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(value);
  }

  static String day(String iso) {
    return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US));
  }

  static String title(String offence) {
    for (JsonNode group : Site.profile().get("groups")) {
      for (JsonNode each : group.get("offences")) {
        if (each.get("id").asText().equals(offence)) {
          return each.at("/title/en").asText();
        }
      }
    }
    return offence;
  }

  List<String> violations() {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page)
        .setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(rule -> found.add(rule.getId() + ": " + rule.getNodes().get(0).getHtml()));
    return found;
  }
}
