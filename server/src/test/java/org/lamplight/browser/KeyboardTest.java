package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole page without a pointer. */
class KeyboardTest extends BrowserTest {

  @Test
  void firstTabStopSkipsToTheAnswers() {
    open("city=" + Site.CITY);
    page.keyboard().press("Tab");
    assertThat(page.locator("#skip")).isFocused();
    String before = page.url();
    page.keyboard().press("Enter");
    assertThat(page.locator("#answers")).isFocused();
    assertEquals(before, page.url(), "the skip link must not change the view");
  }

  @Test
  void everyTabStopShowsItsFocusAndHasAName() {
    open("city=" + Site.CITY);
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      Object seen = page.evaluate("() => { const s = getComputedStyle(document.activeElement);"
          + " return parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none'; }");
      assertEquals(
          true,
          seen,
          "no visible focus on "
              + page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)"));
    }
  }

  @Test
  void hoursAreTickedWithArrowsAndSpace() {
    open("city=" + Site.CITY);
    page.locator(".hour").first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Space");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    assertThat(page).hasURL(Pattern.compile("hours=2-4"));
    page.keyboard().press("Space");
    assertThat(page).hasURL(Pattern.compile("hours=2-3(&|$)"));
    assertThat(page.locator(".hour").nth(4)).isFocused();
  }

  @Test
  void popupIsReachedFromTheListAndGivesTheFocusBack() {
    JsonNode point = MapTest.lonelyPlace();
    open("city=" + Site.CITY
        + MapTest.at(16, point.get(1).asDouble(), point.get(2).asDouble()));
    page.locator("summary", new Page.LocatorOptions().setHasText("Incidents in view"))
        .focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-key^='incident:']")).not().hasCount(0);
    page.locator("[data-key^='incident:']").first().focus();
    String key = page.locator("[data-key^='incident:']").first().getAttribute("data-key");
    page.keyboard().press("Enter");
    assertThat(page.locator(".popup h2")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator(".popup")).hasCount(0);
    assertThat(page.locator("[data-key='" + key + "']")).isFocused();
  }

  @Test
  void densestCellsAreListedAndOpenTheirPopup() {
    open("city=" + Site.CITY);
    page.locator("summary", new Page.LocatorOptions().setHasText("Densest cells in view"))
        .focus();
    page.keyboard().press("Enter");
    page.locator("[data-key^='bin:']").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".popup h2")).isFocused();
    assertThat(page.locator(".popup")).containsText("per km²");
  }

  @Test
  void mapMovesWithTheArrowKeys() {
    open("city=" + Site.CITY + "&at=12/34.0500/-118.2500");
    page.locator("#map").focus();
    page.keyboard().press("ArrowRight");
    page.waitForFunction("() => !location.hash.includes('/-118.2500')");
    settle();
    page.keyboard().press("+");
    page.waitForFunction("() => location.hash.includes('at=13/')");
  }

  @Test
  void newCountIsToldToAScreenReader() {
    use(DESK, ColorScheme.LIGHT);
    open("city=" + Site.CITY);
    groupBox("theft").focus();
    page.keyboard().press("Space");
    settle();
    assertThat(page.locator("#said")).hasText(page.locator(".count-line").textContent());
    assertTrue(matched() < counted(2));
  }
}
