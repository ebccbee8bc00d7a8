package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions about concentration and harm, and what all five have in common: what the panel shows is what the process answered. */
class PatternAmountsTest extends PatternQuestionTest {

  private static final List<String> QUESTIONS =
      List.of("unusual", "shift", "season", "concentrated", "harm");

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
        .hasText(rounded(answer.get("days").asDouble()) + " days of harm ("
            + rounded(answer.at("/interval/0").asDouble()) + " to "
            + rounded(answer.at("/interval/1").asDouble()) + ") from "
            + whole(answer.get("events").asDouble()) + " incidents.");
    Locator bars = result().locator(".harm-bars li");
    assertThat(bars).hasCount(answer.get("largest").size());
    assertThat(bars.first().locator(".name"))
        .hasText(title(answer.at("/largest/0/offence").asText()));
    assertThat(bars.first().locator(".count"))
        .hasText(rounded(answer.at("/largest/0/days").asDouble()) + " days, "
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
}
