package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.release.PublicPages;

/** The public's pages in a browser that runs no script. */
class PublicWithoutScriptsTest extends BrowserTest {

  @BeforeEach
  void withoutScripts() {
    use(new Browser.NewContextOptions().setLocale("en-US").setJavaScriptEnabled(false));
  }

  @Test
  void startPageShowsHeadingMapAndTable() {
    page.navigate(PublicSite.url("/"));
    assertThat(page.locator("h1")).hasText("Violent in Testville, 2024");
    assertThat(page.locator("table.sortable tbody tr")).hasCount(PublicPages.NEIGHBORHOODS);
    assertThat(page.locator("svg.map a.area")).hasCount(PublicPages.NEIGHBORHOODS);
    assertThat(page.locator(".banner")).hasText("Synthetic demo data: no incident here is real.");
  }

  @Test
  void formAndLinksChooseTheView() {
    page.navigate(PublicSite.url(PublicSite.VIEW));
    page.locator("select[name=period]").selectOption(new SelectOption().setValue("2023-Q2"));
    page.locator("form.period button").click();
    assertThat(page.locator("h1")).hasText("Burglary in Testville, April to June 2023");
    page.locator(".choices a").last().click();
    assertThat(page.locator("h1")).hasText("Other in Testville, April to June 2023");
    page.locator(".segments a")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Districts"))
        .click();
    assertThat(page.locator("table.sortable tbody tr")).hasCount(8);
    assertThat(page.locator("table.sortable tbody tr").last()).containsText("Without a place");
    assertThat(page).hasURL(Pattern.compile("unit=districts"));
  }

  @Test
  void nameLeadsToTheAreaOrToAListOfThoseThatMatch() {
    page.navigate(PublicSite.url(PublicSite.VIEW));
    page.locator("input[name=name]").fill("hood 04");
    page.locator("form.find button").click();
    assertThat(page.locator(".found li")).hasCount(10);
    page.locator("input[name=name]").fill("hood 042 e");
    page.locator("form.find button").click();
    assertThat(page.locator("h1")).hasText("Hood 042 é");
  }

  @Test
  void mapLeadsToTheAreasPage() {
    page.navigate(PublicSite.url(PublicSite.VIEW));
    page.locator("a.area[data-name='Hood 050 é'] path").click();
    assertThat(page.locator("h1")).hasText("Hood 050 é");
    assertThat(page.locator(".crumbs")).containsText("District 1");
    assertThat(page.locator("svg.chart .month")).hasCount(12 * PublicPages.YEARS);
  }

  @Test
  void chartAndItsTableSayTheSame() {
    page.navigate(PublicSite.url(PublicSite.AREA));
    page.locator(
            "details summary",
            new com.microsoft.playwright.Page.LocatorOptions()
                .setHasText("The same numbers as a table"))
        .click();
    var rows = page.locator("section[aria-labelledby=months-title] tbody tr");
    assertThat(rows).hasCount(12 * PublicPages.YEARS);
    int months = 12 * PublicPages.YEARS;
    for (int i : new int[] {0, 7, 30, 59}) {
      String title = page.locator("svg.chart .month title").nth(months - 1 - i).textContent();
      String name = rows.nth(i).locator("th").textContent();
      String number = rows.nth(i).locator("td").first().textContent();
      assertTrue(title.startsWith(name + ": "), title);
      String says = title.substring(name.length() + 2);
      assertEquals(
          number.equals("hidden") ? "fewer than 10, or hidden to protect those" : number,
          number.equals("hidden") ? says : says.split(";", 2)[0]);
    }
  }

  @Test
  void unknownAreaAndWrongLinkArePagesThatLeadBack() {
    assertEquals(
        404,
        page.navigate(
                PublicSite.url(PublicSite.CITY + "/release/areas/neighborhoods/nowhere?f=html"))
            .status());
    assertThat(page.locator("h1")).hasText("Nothing is here");
    assertEquals(
        400,
        page.navigate(PublicSite.url(PublicSite.CITY + "/public?period=1999")).status());
    assertThat(page.locator("main")).containsText("period: must be");
    page.locator("main a").click();
    assertThat(page.locator("table.sortable")).isVisible();
  }
}
