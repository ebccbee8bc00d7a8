package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Patterns panel: questions asked of the current filter, what is shown of the answers, and the runs that are kept. */
class PatternsTest extends BrowserTest {

  private static final String VEHICLES =
      "city=" + Site.CITY + "&tab=patterns&group=vehicle&from=2022-07-01&until=2023-06-30";

  @Test
  void surfaceIsDrawnWithOneLegendAtEveryZoom() {
    open(VEHICLES);
    ask("density");
    assertThat(result()).containsText("lie under the surface");
    assertThat(page.locator(".pattern-surface")).hasCount(1);
    List<String> legend = page.locator(".key-amounts .break").allTextContents();
    assertEquals(5, legend.size());
    moving(() -> page.locator(".zoom button").first().click());
    assertEquals(legend, page.locator(".key-amounts .break").allTextContents());
    page.locator("[role=tab]").first().click();
    assertThat(page.locator(".pattern-surface")).hasCount(0);
    assertThat(result().getByText("Data version")).hasCount(1);
  }

  @Test
  void hotSpotsAreShownRawAndCorrectedWithTheFiguresOfAPlace() {
    open(VEHICLES + "&at=12/34.0500/-118.2500&incidents=off");
    ask("hot");
    assertThat(result()).containsText("more incidents than chance would bring together");
    List<String> corrected = page.locator(".key-classes .count").allTextContents();
    field("Classes").selectOption("raw");
    assertTrue(number(page.locator(".key-classes .count").nth(3)) < number(corrected.get(3)));
    clickMiddleOfMap();
    assertThat(page.locator(".popup")).containsText("p, adjusted");
  }

  @Test
  void nearRepeatsAreATableASentenceAndCirclesThatEnd() {
    open(VEHICLES.replace("vehicle", "burglary"));
    page.locator("#answers [role=tabpanel]:visible select").first().selectOption("near");
    field("Random deals of the dates").fill("99");
    run();
    assertThat(result().locator(".near-table")).containsText("[100,200) m");
    assertThat(result().locator(".near-table")).containsText("[7,14) d");
    assertThat(result().locator(".headline-text"))
        .containsText(Pattern.compile("Elevated within|No near repeats"));
    assertThat(result()).containsText("Seed");
  }

  @Test
  void refusalIsASentenceThatSaysWhatIsMissing() {
    open("city=" + Site.CITY + "&tab=patterns&group=homicide&from=2023-06-01&until=2023-06-02");
    ask(null);
    assertThat(page.locator("#answers .note-inline"))
        .containsText(Pattern.compile("30|no incident"));
  }

  @Test
  void offencesThatPoliceFindNeedAReason() {
    open(VEHICLES + "&origin=all");
    ask(null);
    assertThat(page.locator("#answers .note-inline")).containsText("Say in your own words why");
    assertThat(page.locator(".police textarea")).isFocused();
  }

  @Test
  void runIsKeptAndGivesTheSameBytesAgain() {
    open(VEHICLES);
    ask("like");
    page.getByLabel("Keep as a study, titled").fill("Vehicles, summer");
    button("Keep").click();
    button("Run Vehicles, summer again").click();
    assertThat(page.getByText("gives the same bytes again")).isVisible();
    button("Vehicles, summer").click();
    assertThat(page.locator(".pattern-result h3").first()).hasText("Vehicles, summer");
    button("Delete Vehicles, summer").click();
    page.locator("dialog[open] .plain").click();
    assertThat(button("Vehicles, summer")).hasCount(0);
  }

  @Test
  void clustersAndTheBackTestSayWhatTheyFound() {
    open(VEHICLES);
    ask("clusters");
    assertThat(result()).containsText("neighbors are within");
    moving(() -> result().locator("table .link").first().click());
    open("city=" + Site.CITY + "&tab=patterns");
    ask("caught");
    assertThat(result().locator(".headline-text"))
        .containsText(Pattern.compile("From 6 origins this map caught .*%.* last year"));
    assertThat(result().locator(".change-table").first()).containsText("This map");
    result().locator("details summary").first().click();
    assertThat(result().locator("details tbody tr")).hasCount(6);
    assertThat(result().locator(".key-classes")).containsText("by last year’s counts only");
  }

  @Test
  void monthlyPackHoldsEachAreaWithWhatIsUsual() {
    open("city=" + Site.CITY + "&tab=patterns");
    ask("pack");
    assertThat(result().locator(".headline-text")).containsText("their earlier periods");
    assertThat(result().locator(".pack-table tbody tr").first()).containsText("–");
    assertThat(result()).containsText(Pattern.compile("to .*, against"));
    result().locator("select").first().selectOption("unit");
    assertThat(result().locator(".pack-group").first()).containsText("Whole city");
    result().locator(".pack-group summary").nth(1).click();
    assertTrue(result().locator(".pack-table .spark").count() > 5);
    com.microsoft.playwright.Download file =
        page.waitForDownload(() -> button("Download as CSV").click());
    assertTrue(file.suggestedFilename().matches("lamplight-.*-pack-\\d{4}-\\d\\d-\\d\\d\\.csv"));
  }

  @Test
  void monthlyPackIsPrintedAloneWithItsWarning() {
    open("city=" + Site.CITY + "&tab=patterns");
    ask("pack");
    assertThat(result().locator(".headline-text")).containsText("their earlier periods");
    page.evaluate(
        "() => { window.print = () => { window.printed = document.getElementById('pack-sheet').innerText || document.getElementById('pack-sheet').textContent; }; }");
    button("Print the pack").click();
    String printed = String.valueOf(page.evaluate("() => window.printed"));
    assertTrue(printed.contains("must not be used alone"), printed);
    assertTrue(printed.contains("data version"), printed);
    page.evaluate("() => dispatchEvent(new Event('afterprint'))");
    assertThat(page.locator("#pack-sheet")).hasCount(0);
  }

  @Test
  void readoutSaysWhomTheMapWouldMarkByFifths() {
    open("city=" + Site.CITY + "&tab=patterns");
    ask("fair");
    assertThat(result().locator(".headline-text"))
        .containsText(Pattern.compile("of the residents|population"));
    assertThat(result()).containsText("By harm: days per 1,000 residents");
  }

  @Test
  void panelHasNoViolationsOnDeskAndPhoneInBothLanguages() {
    use(DESK, ColorScheme.DARK);
    open(VEHICLES);
    ask("hot");
    page.locator("#answers [role=tabpanel]:visible summary").first().click();
    assertEquals(List.of(), violations());
    use(PHONE, ColorScheme.LIGHT);
    open(VEHICLES + "&lang=es");
    page.locator(".sheet-answers").click();
    page.locator("#answers .run-line .plain").click();
    assertThat(result()).containsText("Incidentes por km²");
    assertEquals(List.of(), violations());
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
  }

  private void ask(@org.jspecify.annotations.Nullable String question) {
    if (question != null) {
      page.locator("#answers [role=tabpanel]:visible select").first().selectOption(question);
    }
    run();
  }

  private void run() {
    page.locator("#answers .run-line .plain").click();
    assertThat(page.locator("#answers .run-line .plain")).isEnabled();
  }

  private Locator field(String label) {
    return page.locator("#answers [role=tabpanel]:visible")
        .getByLabel(Pattern.compile("^" + label));
  }

  private Locator result() {
    return page.locator(".pattern-result");
  }

  private static int number(Locator locator) {
    return number(locator.textContent());
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceAll("\\D", ""));
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }
}
