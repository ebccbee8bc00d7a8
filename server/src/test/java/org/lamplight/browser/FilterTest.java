package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FilterTest extends BrowserTest {

  private static final String ALL = "origin=reported,mixed";

  @Test
  void tickedGroupIsAllThatIsCounted() {
    open("city=" + Site.CITY);
    groupBox("burglary").click();
    settle();
    assertEquals(Site.explore(ALL + "&group=burglary").get("matched").asInt(), matched());
    assertThat(page).hasURL(Pattern.compile("group=burglary"));
  }

  @Test
  void tickedOffenceTogetherWithAnotherGroupAddsToIt() {
    open("city=" + Site.CITY + "&group=burglary");
    page.locator("#questions .fold").first().click();
    page.getByLabel("Robbery", new Page.GetByLabelOptions().setExact(false))
        .last()
        .check();
    settle();
    assertEquals(Site.explore(ALL + "&offence=burglary,robbery").get("matched").asInt(), matched());
  }

  @Test
  void hoursAreTickedByDragging() {
    open("city=" + Site.CITY);
    page.locator(".hour").nth(19).scrollIntoViewIfNeeded();
    BoundingBox from = page.locator(".hour").nth(19).boundingBox();
    BoundingBox to = page.locator(".hour").nth(22).boundingBox();
    page.mouse().move(from.x + 5, from.y + 5);
    page.mouse().down();
    page.mouse()
        .move(to.x + 5, to.y + 5, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
    page.mouse().up();
    settle();
    assertThat(page).hasURL(Pattern.compile("hours=19-22"));
    assertThat(page.getByText("19:00–23:00", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    assertEquals(Site.explore(ALL + "&hours=19-22").get("matched").asInt(), matched());
  }

  @Test
  void weekdaysAndDatesNarrowTogether() {
    open("city=" + Site.CITY);
    button("Fri").click();
    button("Sat").click();
    LocalDate last = LocalDate.parse(Site.profile().at("/incidents/until").asText());
    day("From").fill(last.minusDays(20).toString());
    settle();
    assertEquals(
        Site.explore(ALL + "&weekdays=5-6&datetime=" + last.minusDays(20) + "/..")
            .get("matched")
            .asInt(),
        matched());
  }

  @Test
  void quickRangeEndsWithTheNewestIncidentAndNotToday() {
    open("city=" + Site.CITY);
    button("Last 28 days").click();
    settle();
    LocalDate last = LocalDate.parse(Site.profile().at("/incidents/until").asText());
    assertThat(day("From")).hasValue(last.minusDays(27).toString());
    assertThat(day("To")).hasValue(last.toString());
    assertThat(button("Last 28 days")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void areaIsFoundByNameAndLeavesAChip() {
    open("city=" + Site.CITY);
    assertThat(page.locator(".area-rows li")).not().hasCount(0);
    String name = page.locator(".area-rows .name").nth(5).textContent();
    Locator field = page.getByLabel("Only within");
    field.fill(name);
    field.press("Enter");
    settle();
    assertThat(button("Remove " + name)).isVisible();
    assertThat(page.locator(".outline-chosen")).hasCount(1);
    assertTrue(matched() < counted(2), "an area must hold less than the city");
    button("Remove " + name).click();
    settle();
    assertThat(page.locator(".outline-chosen")).hasCount(0);
  }

  @Test
  void unknownAreaIsSaid() {
    open("city=" + Site.CITY);
    page.getByLabel("Only within").fill("Atlantis");
    page.getByLabel("Only within").press("Enter");
    assertThat(page.getByText("No area has this name.")).isVisible();
  }

  @Test
  void whatPoliceFindComesOnlyWithItsWarning() {
    open("city=" + Site.CITY);
    int before = matched();
    Locator warning = page.getByText("Sending enforcement by this map would feed itself.")
        .locator("visible=true");
    assertThat(warning).hasCount(0);
    page.getByRole(
            AriaRole.SWITCH, new Page.GetByRoleOptions().setName(Pattern.compile("police find")))
        .check();
    settle();
    assertThat(warning).isVisible();
    assertTrue(matched() >= before);
    assertEquals(Site.explore("").get("matched").asInt(), matched());
  }

  @Test
  void resetTakesEveryFilterOff() {
    open("city=" + Site.CITY + "&group=theft&hours=1-5&weekdays=2");
    assertTrue(matched() < counted(2));
    button("Reset").click();
    settle();
    assertEquals(Site.explore(ALL).get("matched").asInt(), matched());
    assertThat(button("Reset")).isDisabled();
  }

  @Test
  void undoGivesBackTheFilterAndLeavesTheMapWhereItIs() {
    open("city=" + Site.CITY);
    int before = matched();
    groupBox("theft").click();
    settle();
    moving(() -> button("Zoom in").click());
    String place = page.url().replaceAll(".*(at=[^&]*).*", "$1");
    button("Undo").click();
    page.waitForFunction("() => !location.hash.includes('group')");
    settle();
    assertEquals(before, matched());
    assertThat(page).hasURL(Pattern.compile(place));
    assertThat(button("Undo")).isDisabled();
    groupBox("theft").click();
    settle();
    page.keyboard().press("Control+z");
    page.waitForFunction("() => !location.hash.includes('group')");
    settle();
    assertEquals(before, matched());
  }

  private Locator day(String end) {
    return page.getByLabel(end, new Page.GetByLabelOptions().setExact(true));
  }
}
