package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an analyst does in a day: finds where and when thefts rose, keeps the view, sends its link, exports the rows. */
abstract class AnalystsDay extends BrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Dates in which a rise is looked for.
   *
   * @param before the dates that they are held against, as many days right before; null: the same days of the three years before
   */
  record Dates(String from, String until, @Nullable String before) {}

  /** The name of an account of another analyst. */
  abstract String colleague();

  void riseIsFoundKeptSentAndExported(Dates dates) throws IOException {
    open("city=" + Site.CITY + "&offence=vehicle-theft&from=" + dates.from() + "&until="
        + dates.until());
    page.getByRole(AriaRole.TAB).getByText("Compare").click();
    if (dates.before() != null) {
      page.getByLabel("Compare with").selectOption("before");
    }
    page.getByLabel("Outlines").selectOption("divisions");
    Locator table = page.locator(".change-table").nth(1);
    assertThat(table.locator("tbody tr").first()).isVisible();
    JsonNode answer = compared(dates);
    JsonNode most = answer.at("/areas/0");
    for (JsonNode row : answer.get("areas")) {
      most = row.get("z").asDouble() > most.get("z").asDouble() ? row : most;
    }
    Locator first = table.locator("tbody tr").first();
    assertThat(first.locator("td").first())
        .hasText(String.format(Locale.ROOT, "%,d", most.get("now").asInt()));
    first.locator("button").click();
    settle();
    String division = "divisions:" + most.get("id").asText();
    assertThat(page).hasURL(Pattern.compile("area=" + division));
    int matched = matched();
    assertEquals(most.get("now").asInt(), matched);
    if (dates.before() == null) {
      monthsStandBesideTheirUsualRange();
    }

    String link = keep("Vehicle thefts, " + most.get("id").asText());
    colleagueSeesTheSame(link, matched);
    exportGivesTheRows(matched);
  }

  /** When: the months outside their usual range stand in the table of the date filter. */
  private void monthsStandBesideTheirUsualRange() {
    assertThat(page.locator(".usual-band")).not().hasCount(0);
    page.locator("#questions .chart summary").click();
    assertThat(page.locator("#questions .plain-table tbody tr")
            .last()
            .locator("td")
            .last())
        .containsText("–");
  }

  /** The same comparison as the server answers it. */
  private JsonNode compared(Dates dates) throws IOException {
    String against = dates.before() == null ? "years=3" : "before=" + dates.before();
    return JSON.readTree(page.request()
        .get(address() + "/cities/" + Site.CITY
            + "/compare?offence=vehicle-theft&origin=reported,mixed&set=divisions&" + against
            + "&datetime=" + dates.from() + "/" + dates.until())
        .body());
  }

  /** Keeps the view for the city; its link. */
  private String keep(String title) {
    button("Views").click();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(title);
    page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Seen this morning.");
    page.getByLabel("The other analysts of this city see it").check();
    button("Keep it").click();
    assertThat(page.getByText("“" + title + "” is kept.")).isVisible();
    assertThat(page).hasURL(Pattern.compile("saved=\\d+"));
    page.keyboard().press("Escape");
    assertThat(page.locator(".saved-line h3")).hasText(title);
    return address() + "/#city=" + Site.CITY + "&"
        + page.url().replaceAll(".*(saved=\\d+).*", "$1");
  }

  private void colleagueSeesTheSame(String link, int matched) {
    use(PHONE, ColorScheme.DARK);
    as(colleague());
    page.navigate(link);
    settle();
    page.waitForFunction("() => location.hash.includes('offence=vehicle-theft')");
    settle();
    page.locator(".sheet-answers").click();
    assertThat(page.locator(".saved-line")).containsText("Seen this morning.");
    assertThat(page.locator(".saved-line")).containsText("as when it was kept");
    assertEquals(matched, matched());
    assertThat(page.locator(".figure-small")).hasText(String.format(Locale.ROOT, "%,d", matched));
  }

  private void exportGivesTheRows(int matched) throws IOException {
    button("Export").click();
    button("Download").click();
    assertThat(page.getByText("Say in a few words what the export is for.")).isVisible();
    page.getByLabel("What is it for?").fill("briefing of the division");
    Download download = page.waitForDownload(() -> button("Download").click());
    assertEquals("los-angeles-incidents.csv", download.suggestedFilename());
    List<String> lines = Files.readAllLines(download.path());
    assertEquals(matched + 1, lines.size());
    assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",vehicle-theft,")));
  }
}
