package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs of the Patterns panel that are kept: shared by their link, held against each other, ended, and asked for with a reason. */
class StudiesTest extends BrowserTest {

  private static final String VEHICLES =
      "city=" + Site.CITY + "&tab=patterns&group=vehicle&from=2022-07-01&until=2023-06-30";

  @Test
  void studyIsOpenedByItsLinkOnceItIsShared() {
    as(People.withPassword("author", "analyst"));
    open(VEHICLES);
    keep("hot", "Vehicles of a colleague");
    button("Vehicles of a colleague").click();
    assertThat(result().locator("h3").first()).hasText("Vehicles of a colleague");
    assertThat(page).hasURL(Pattern.compile("study=[\\w-]+"));
    String headline = result().locator(".headline-text").textContent();
    String link = address() + "/#city=" + Site.CITY + "&tab=patterns&"
        + page.url().replaceAll(".*(study=[\\w-]+).*", "$1");

    String colleague = People.withPassword("reader", "analyst");
    String author = page.context().cookies().get(0).value;
    as(colleague);
    openAfresh(link);
    assertThat(panel()).containsText("there is no such study");

    page.context()
        .addCookies(List.of(
            new com.microsoft.playwright.options.Cookie("lamplight", author).setUrl(address())));
    openAfresh(link);
    page.getByLabel("Who may open Vehicles of a colleague").selectOption("analyst");
    assertThat(panel()).containsText("can be opened by its link now");

    as(colleague);
    openAfresh(link);
    assertThat(result().locator("h3").first()).hasText("Vehicles of a colleague");
    assertThat(result().locator(".headline-text")).hasText(headline);
    assertThat(page.getByLabel("Who may open Vehicles of a colleague")).hasCount(0);
    assertThat(button("Delete Vehicles of a colleague")).hasCount(0);
  }

  @Test
  void keptStudySaysItsFilterInWords() {
    open(VEHICLES);
    keep("hot", "Vehicles in words");
    open("city=" + Site.CITY + "&tab=patterns");
    button("Vehicles in words").click();
    assertThat(result()).containsText("Run on: Jul 1, 2022 to Jun 30, 2023;");
    assertThat(result()).containsText("without offenses that police find themselves");
    assertThat(result()).not().containsText("datetime");
    button("Delete Vehicles in words").click();
    page.locator("dialog[open] .plain").click();
    assertThat(button("Vehicles in words")).hasCount(0);
    assertThat(page).not().hasURL(Pattern.compile("study="));
  }

  @Test
  void twoRunsAreHeldAgainstEachOther() {
    open(VEHICLES);
    keep("hot", "Wide cells");
    field("Width of a hexagon").fill("700");
    keep(null, "Wider cells");
    keep(null, "Wider cells again");
    page.getByLabel("Compare Wide cells with")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Wider cells"));
    assertThat(panel()).containsText("“Wide cells” and “Wider cells” differ.");
    Locator size = page.locator(".compare-table tbody tr")
        .filter(new Locator.FilterOptions().setHasText("700"));
    assertThat(size).hasCount(1);
    assertThat(size.locator("td").first()).containsText("500");
    assertThat(size.locator("td").last()).containsText("700");
    page.locator("select[aria-label='Compare Wider cells again with']")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Wider cells"));
    assertThat(panel()).containsText("found the same, byte for byte");
    assertThat(page.locator(".compare-table")).hasCount(0);
  }

  @Test
  void longRunIsEndedOnThePageAndOnTheServer() {
    open(VEHICLES.replace("&from=2022-07-01&until=2023-06-30", "&from=2020-01-01"));
    choose("near");
    field("Random deals of the dates").fill("9999");
    page.locator("#answers .run-line .plain").click();
    assertThat(panel().getByLabel("How much of the run is done")).isVisible();
    page.waitForCondition(() -> jobs().size() > 0);
    page.locator("#answers .run-line .quiet").first().click();
    assertThat(page.locator("#answers .note-inline"))
        .hasText("The run was ended. Nothing was kept.");
    assertThat(page.locator("#answers .run-line .plain")).isEnabled();
    assertThat(panel().getByLabel("How much of the run is done")).isHidden();
    assertEquals("", result().textContent());
    page.waitForCondition(() -> {
      String status = jobs().get(0).get("status").asText();
      return !status.equals("running") && !status.equals("accepted");
    });
    assertEquals("dismissed", jobs().get(0).get("status").asText());
  }

  @Test
  void runOverWhatPoliceFindKeepsItsReason() {
    open(VEHICLES.replace("&group=vehicle", "") + "&origin=all");
    choose("hot");
    page.locator(".police textarea").fill("Asked for by the council, file 7");
    run();
    assertThat(result()).containsText("Places with more enforcement show more of these");
    assertThat(result()).containsText("with offenses that police find themselves");
    page.getByLabel("Keep as a study, titled").fill("With what police find");
    button("Keep").click();
    Locator kept = page.locator(".studies li")
        .filter(new Locator.FilterOptions().setHas(button("With what police find")));
    assertThat(kept)
        .containsText("With offenses that police find: Asked for by the council, file 7");
    List<String> reasons = new ArrayList<>();
    for (JsonNode study : Site.get("/cities/" + Site.CITY + "/studies").get("studies")) {
      if (study.get("policeGenerated").asBoolean()) {
        reasons.add(study.get("reason").asText());
      }
    }
    assertEquals(List.of("Asked for by the council, file 7"), reasons);
  }

  private static JsonNode jobs() {
    return Site.get("/cities/" + Site.CITY + "/jobs?type=process&processID=knox")
        .get("jobs");
  }

  /** Another address, so that the page is not only told of a new fragment. */
  private void openAfresh(String link) {
    page.navigate("about:blank");
    page.navigate(link);
    settle();
  }

  private void keep(@org.jspecify.annotations.Nullable String question, String title) {
    if (question != null) {
      choose(question);
    }
    run();
    page.getByLabel("Keep as a study, titled").fill(title);
    button("Keep").click();
    assertThat(button(title)).isVisible();
  }

  private void choose(String question) {
    panel().locator("select").first().selectOption(question);
  }

  private void run() {
    page.locator("#answers .run-line .plain").click();
    assertThat(page.locator("#answers .run-line .plain")).isEnabled();
  }

  private Locator field(String label) {
    return panel().getByLabel(Pattern.compile("^" + label));
  }

  private Locator panel() {
    return page.locator("#answers [role=tabpanel]:visible");
  }

  private Locator result() {
    return page.locator(".pattern-result");
  }
}
