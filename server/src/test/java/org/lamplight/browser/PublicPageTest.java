package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Geolocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamplight.release.Period;
import org.lamplight.release.PublicArea;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.PublicPages;
import org.lamplight.release.Published;

/** The public's pages with scripts. */
class PublicPageTest extends BrowserTest {

  private static final String ROWS =
      "() => [...document.querySelectorAll('table.sortable tbody tr')].map(row => [row.cells[0].textContent.trim(), row.cells[1].textContent.trim()])";
  private static final String SHAPES =
      "() => [...document.querySelectorAll('a.area')].map(area => [area.dataset.name, area.className.baseVal.split(' ')[1], area.querySelector('title').textContent])";

  private void view() {
    page.navigate(PublicSite.url(PublicSite.VIEW));
  }

  private void viewWithMap() {
    view();
    page.locator("figure.moves").waitFor();
  }

  @SuppressWarnings("unchecked")
  private Map<String, List<String>> read(String script) {
    List<List<String>> rows = (List<List<String>>) page.evaluate(script);
    return rows.stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
  }

  @Test
  void tableAndMapSayWhatTheReleaseSays() {
    viewWithMap();
    Map<String, List<String>> rows = read(ROWS);
    Map<String, List<String>> shapes = read(SHAPES);
    Published release = PublicSite.PAGES.release();
    PublicGroup group = release.group("burglary").orElseThrow();
    Period period = Period.find("2024-03").orElseThrow();
    int hidden = 0;
    for (PublicArea area : release.areas("neighborhoods")) {
      Integer count = release.count(area, period, group);
      String shown = Objects.requireNonNull(rows.get(area.name())).get(1);
      List<String> shape = Objects.requireNonNull(shapes.get(area.name()));
      if (count == null) {
        hidden++;
        assertEquals("hidden", shown);
        assertEquals("veiled", shape.get(1));
        assertEquals(area.name() + ": fewer than 10, or hidden to protect those", shape.get(2));
      } else {
        assertEquals(String.valueOf(count), shown, area.name());
        assertEquals(count == 0, shape.get(1).equals("zero"), area.name());
        assertTrue((shape.get(2) + ";").startsWith(area.name() + ": " + count + ";"), shape.get(2));
      }
    }
    assertTrue(hidden > 10, "only " + hidden + " hidden cells were seen");
    assertEquals(PublicPages.NEIGHBORHOODS, rows.size());
    assertEquals(rows.keySet(), shapes.keySet());
  }

  @Test
  void aColourMeansTheSameInEveryMonth() {
    view();
    String legend = page.locator(".classes").textContent();
    page.locator("a.step").last().click();
    assertThat(page.locator("h1")).containsText("April 2024");
    assertEquals(legend, page.locator(".classes").textContent());
  }

  @Test
  void storedMarkupIsShownAsText() {
    page.onDialog(dialog -> {
      throw new AssertionError("a script of stored text ran");
    });
    viewWithMap();
    assertThat(page).hasTitle(Pattern.compile("^Burglary in Testville, March 2024"));
    assertThat(page.locator("table.sortable tbody th", hasText("<script>"))).hasCount(1);
    page.locator(".program summary").click();
    assertThat(page.locator(".site-name").last()).containsText("<img src=x onerror=alert(1)>");
  }

  private static com.microsoft.playwright.Page.LocatorOptions hasText(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  @Test
  void clickOnTheMapSaysTheNumberAndLeadsToTheAreasPage() {
    viewWithMap();
    page.locator("a.area[data-name='Hood 050 é'] path").click();
    assertThat(page.locator(".leaflet-popup strong")).hasText("Hood 050 é");
    page.locator(".leaflet-popup a[href*='hood-050']").click();
    assertThat(page.locator("h1")).hasText("Hood 050 é");
  }

  @Test
  void nameIsFoundWhileItIsTyped() {
    view();
    page.locator("input[name=name]").fill("hood 01");
    assertThat(page.locator(".found li")).hasCount(8);
    page.locator("input[name=name]").fill("HOOD 012 e");
    assertThat(page.locator(".found li")).hasCount(1);
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Hood 012 é");
  }

  @Test
  void ownPositionIsWorkedOutHereAndNeverSent() {
    // The middle of the tenth area.
    use(new Browser.NewContextOptions()
        .setLocale("en-US")
        .setGeolocation(new Geolocation(33.8, -118.24))
        .setPermissions(List.of("geolocation")));
    viewWithMap();
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(request.url() + " " + request.postData()));
    button("Use my position").click();
    assertThat(page.locator("#position a")).hasText("Hood 009 é");
    page.waitForTimeout(500);
    assertEquals(List.of(), sent);
    page.locator("#position a").click();
    assertThat(page.locator("h1")).hasText("Hood 009 é");
    for (String request : sent) {
      assertFalse(request.contains("118.24") || request.contains("33.8"), request);
    }
  }

  @Test
  void tableIsSortedByKeyboardAndHiddenStandsLast() {
    view();
    page.locator("th.recorded button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("th.recorded")).hasAttribute("aria-sort", "descending");
    @SuppressWarnings("unchecked")
    List<String> order = (List<String>)
        page.evaluate(
            "() => [...document.querySelectorAll('table.sortable tbody tr')].map(row => row.cells[1].dataset.value ?? '')");
    boolean ended = false;
    int last = Integer.MAX_VALUE;
    for (String value : order) {
      ended |= value.isEmpty();
      assertEquals(ended, value.isEmpty(), "a number stands after a hidden one");
      if (!ended) {
        assertTrue(Integer.parseInt(value) <= last, order.toString());
        last = Integer.parseInt(value);
      }
    }
  }

  @Test
  void keyboardReachesTheContentByTheFirstLink() {
    view();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void siteThatIsOpenNowSaysSoAndOneThatEndedDoesNot() {
    // At noon of the city, whatever the reader's day.
    page.clock().setFixedTime("2024-07-05T19:00:00Z");
    view();
    page.locator(".program summary").click();
    assertThat(page.locator("#site-lights-a .open-sign"))
        .hasText(Pattern.compile("Open now, until 11:59.PM"));
    assertThat(page.locator("#site-lights-b .open-sign")).hasCount(0);
    assertThat(page.locator(".programs-now"))
        .hasText("1 site is open today by its last published hours.");
  }

  @Test
  void languageThemeAndLinkAreChosenOnThePage() {
    view();
    page.locator("a[lang=es]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    assertThat(page.locator("h1")).hasText("burglary (es) en Testville, marzo de 2024");
    assertThat(page.locator(".lead")).containsText(Pattern.compile("registr"));
    page.locator("#theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.navigate(PublicSite.url(PublicSite.AREA));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator(".share")).isVisible();
  }
}
