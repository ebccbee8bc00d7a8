package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The charts that are filters, and the panels of the analyst's desk. */
class DeskTest extends BrowserTest {

  private static final String ALL = "origin=reported,mixed";

  @Test
  void monthsAreBrushedWithThePointerAndTheKeyboard() {
    open("city=" + Site.CITY);
    drag(page.locator(".month-brush"), 0.405, 0.5, 0.595, 0.5);
    settle();
    assertThat(page).hasURL(Pattern.compile("from=2022-01-01&until=2022-12-31"));
    assertEquals(
        Site.explore(ALL + "&datetime=2022-01-01/2022-12-31").get("matched").asInt(), matched());
    page.getByLabel("First month").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(Pattern.compile("from=2022-02-01&until=2022-12-31"));
    assertThat(page.getByLabel("First month")).isFocused();
    page.keyboard().press("Home");
    page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Last month"))
        .focus();
    page.keyboard().press("End");
    page.waitForFunction("() => !location.hash.includes('until=')");
  }

  @Test
  void rectangleOfHoursAndWeekdaysIsBrushed() {
    open("city=" + Site.CITY);
    Locator friday = page.locator("[data-cell='115']");
    friday.scrollIntoViewIfNeeded();
    BoundingBox from = friday.boundingBox();
    BoundingBox to = page.locator("[data-cell='142']").boundingBox();
    page.mouse().move(from.x + 3, from.y + 3);
    page.mouse().down();
    page.mouse().move(to.x + 3, to.y + 3, new Mouse.MoveOptions().setSteps(6));
    page.mouse().up();
    settle();
    assertThat(page).hasURL(Pattern.compile("hours=19-22&weekdays=5-6"));
    assertEquals(Site.explore(ALL + "&hours=19-22&weekdays=5-6").get("matched").asInt(), matched());
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Space");
    assertThat(page).hasURL(Pattern.compile("hours=18&weekdays=5"));
    page.keyboard().press("Shift+ArrowDown");
    assertThat(page).hasURL(Pattern.compile("hours=18&weekdays=5-6"));
  }

  @Test
  void drawnCircleIsAllThatIsCountedAndStandsInTheLink() {
    open("city=" + Site.CITY + "&at=12/34.0500/-118.2500");
    int all = matched();
    button("Circle").click();
    BoundingBox map = page.locator("#map").boundingBox();
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    page.mouse().move(map.x + map.width / 2 + 60, map.y + map.height / 2);
    page.mouse().click(map.x + map.width / 2 + 100, map.y + map.height / 2);
    page.waitForFunction("() => location.hash.includes('shape=')");
    settle();
    String shape = page.url().replaceAll(".*shape=([^&]*).*", "$1");
    assertEquals(Site.explore(ALL + "&shape=" + shape).get("matched").asInt(), matched());
    assertTrue(matched() > 0 && matched() < all);
    assertThat(page.locator(".shape-drawn")).hasCount(1);
    page.reload();
    settle();
    assertThat(page.locator(".shape-drawn")).hasCount(1);
    page.locator(".chip", new Page.LocatorOptions().setHasText("km²")).click();
    settle();
    assertEquals(all, matched());
  }

  @Test
  void clickedAreaSaysItsCountAndBecomesTheFilter() {
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2500&incidents=off&hide=" + programs());
    clickMiddleOfMap();
    String name = page.locator(".popup h2").textContent();
    button("Only within here").click();
    settle();
    assertThat(button("Remove " + name)).isVisible();
    assertThat(page.locator(".outline-chosen")).hasCount(1);
  }

  private static String programs() {
    StringBuilder slugs = new StringBuilder();
    Site.get("/cities/" + Site.CITY + "/collections/programs/items?limit=100&f=json")
        .get("features")
        .forEach(
            feature -> slugs.append(feature.at("/properties/slug").asText()).append(','));
    return slugs.toString();
  }

  @Test
  void undoneStepIsDoneAgain() {
    open("city=" + Site.CITY);
    groupBox("theft").click();
    settle();
    int theft = matched();
    page.keyboard().press("Control+z");
    page.waitForFunction("() => !location.hash.includes('group')");
    settle();
    page.keyboard().press("Control+Shift+z");
    page.waitForFunction("() => location.hash.includes('group')");
    settle();
    assertEquals(theft, matched());
    assertThat(button("Redo")).isDisabled();
  }

  @Test
  void repeatAddressesLeadToThePlace() {
    open("city=" + Site.CITY + "&tab=places");
    JsonNode first = Site.get("/cities/" + Site.CITY + "/addresses?" + ALL).at("/rows/0");
    Locator row = page.locator(".change-table tbody tr").first();
    assertThat(row.locator("th")).hasText(first.get("address").asText());
    assertThat(row.locator("td").first()).hasText(first.get("count").asText());
    moving(() -> row.locator("button").click());
    assertThat(page).hasURL(Pattern.compile("at=16/"));
  }

  @Test
  void recordIsFoundByItsNumber() {
    String record = Site.get("/cities/" + Site.CITY
            + "/collections/incidents/items?f=json&limit=1&datetime=2023-05-01/..")
        .at("/features/0/properties/record")
        .asText();
    open("city=" + Site.CITY + "&tab=records");
    page.getByLabel("Record number").fill(record);
    button("Find").click();
    page.locator("#answers .row[data-key^='incident:']").first().click();
    assertThat(page.locator(".popup, dialog[open]").first()).containsText("Occurred");
    assertThat(page.locator("h3:text-is('Loaded and official')")).isVisible();
    assertThat(page.locator("#answers .plain-table tbody tr").first()).containsText("199,847");
  }

  @Test
  void fileIsImportedInTheBrowserAndTakenBack() {
    int before = Site.profile().at("/incidents/total").asInt();
    open("city=" + Site.CITY + "&tab=records");
    StringBuilder rows = new StringBuilder(
        "DR_NO,Date Rptd,DATE OCC,TIME OCC,Rpt Dist No,Crm Cd,Crm Cd Desc,Premis Desc,Weapon Used Cd,Weapon Desc,Status Desc,LOCATION,LAT,LON\n");
    for (int i = 0; i < 5; i++) {
      rows.append(980_000_001 + i)
          .append(
              ",03/01/2023 12:00:00 AM,03/01/2023 12:00:00 AM,1430,0111,510,VEHICLE - STOLEN,STREET,,,Invest Cont,100 W  MADE UP ST,34.0522,-118.2437\n");
    }
    page.getByLabel("File of incidents", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload(
            "browser.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8)));
    button("Import").click();
    assertThat(page.getByText(Pattern.compile("Loaded as import \\d+"))).isVisible();
    assertThat(page.locator("#answers .plain-table")
            .filter(new Locator.FilterOptions().setHasText("Rows read")))
        .containsText("5");
    assertThat(page.locator(".runs li").first()).containsText("browser.csv");
    page.locator(".runs li").first().locator("button").click();
    page.locator("dialog[open] .plain").click();
    assertThat(page.getByText(Pattern.compile("was taken back: 5 incidents removed")))
        .isVisible();
    page.waitForCondition(
        () -> Site.profile().at("/incidents/total").asInt() == before,
        new Page.WaitForConditionOptions().setTimeout(10_000));
  }

  @Test
  void printedPageSaysOfWhatWhereWhenFromWhomAndAtWhatScale() {
    open("city=" + Site.CITY + "&group=theft&from=2023-01-01&until=2023-03-31&hours=19-22");
    assertThat(page.locator(".print-head")).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Locator head = page.locator(".print-head");
    assertThat(head).isVisible();
    for (String said : List.of(
        "Jan 1, 2023 to Mar 31, 2023",
        "Theft",
        "19:00–23:00",
        "the whole city",
        "without offenses that police find",
        "Source:",
        "Data version",
        "km")) {
      assertThat(head).containsText(said);
    }
    assertThat(page.locator("#questions")).isHidden();
    assertTrue(page.pdf().length > 20_000);
  }

  @Test
  void panelsAndDialogsHaveNoViolations() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      use(DESK, scheme);
      // Each kind of part is seen in both colours; the same parts again would tell nothing new.
      boolean light = scheme == ColorScheme.LIGHT;
      for (String tab : light ? List.of("compare", "places", "records") : List.of("compare")) {
        open("city=" + Site.CITY + "&tab=" + tab + "&from=2023-01-01&until=2023-06-30");
        assertThat(page.locator("[role=tabpanel]:visible table").first()).isVisible();
        page.waitForTimeout(200);
        assertEquals(List.of(), violations(), tab + " " + scheme);
      }
      for (String opener : light ? List.of("Views", "Export") : List.of("Views")) {
        button(opener).click();
        page.waitForTimeout(200);
        assertEquals(List.of(), violations(), opener + " " + scheme);
        page.keyboard().press("Escape");
      }
    }
  }

  @Test
  void phoneAndSpanishHaveNoViolations() {
    use(PHONE, ColorScheme.DARK);
    open("city=" + Site.CITY + "&lang=es&tab=compare&group=vehicle");
    page.locator(".sheet-answers").click();
    assertThat(page.locator("[role=tabpanel]:visible table").first()).isVisible();
    assertEquals(List.of(), violations());
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
  }

  private void drag(Locator field, double x0, double y0, double x1, double y1) {
    field.scrollIntoViewIfNeeded();
    BoundingBox box = field.boundingBox();
    page.mouse().move(box.x + box.width * x0, box.y + box.height * y0);
    page.mouse().down();
    page.mouse()
        .move(box.x + box.width * x1, box.y + box.height * y1, new Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }
}
