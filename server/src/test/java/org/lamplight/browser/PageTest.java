package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Language, colours, links, history, the phone. */
class PageTest extends BrowserTest {

  @Test
  void languageChangesWordsDatesAndTheDocument() {
    open("city=" + Site.CITY);
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    button("ES, Español").click();
    settle();
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    assertThat(page.locator("#questions h2")).hasText("Filtros");
    assertThat(page.locator(".count-line")).containsText("Se muestran");
    assertThat(page.locator(".fresh")).containsText("Datos hasta el");
    assertThat(page).hasTitle(Pattern.compile("Los Ángeles"));
    assertThat(page).hasURL(Pattern.compile("lang=es"));
  }

  @Test
  void readersOwnLanguageIsTheFirstOne() {
    use(new Browser.NewContextOptions().setLocale("es-MX").setViewportSize(1440, 900));
    open("city=" + Site.CITY);
    assertThat(page.locator("html")).hasAttribute("lang", "es");
  }

  @Test
  void linkOpensTheSameView() {
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2500&group=theft&hours=19-22&weekdays=5");
    int inView = counted(0);
    String link = page.url();
    use(DESK, ColorScheme.DARK);
    page.navigate(link);
    settle();
    assertEquals(inView, counted(0));
    assertThat(groupBox("theft")).isChecked();
    assertEquals(link, page.url());
  }

  @Test
  void brokenLinkStillOpens() {
    open("city=nowhere&at=99/abc&group=%3Cscript%3E&hours=7-99&from=2020-13-45&selected=x:y");
    assertThat(page).hasTitle("Lamplight: Los Angeles");
    assertTrue(matched() > 0);
  }

  @Test
  void backAndForwardWalkThroughTheFilters() {
    open("city=" + Site.CITY);
    int all = matched();
    groupBox("theft").click();
    settle();
    int theft = matched();
    button("Fri").click();
    settle();
    int fridays = matched();
    page.goBack();
    settle();
    assertEquals(theft, matched());
    page.goBack();
    settle();
    assertEquals(all, matched());
    assertThat(groupBox("theft")).not().isChecked();
    page.goForward();
    page.goForward();
    settle();
    assertEquals(fridays, matched());
  }

  @Test
  void darkFollowsTheSystemUntilTheReaderChooses() {
    use(DESK, ColorScheme.DARK);
    open("city=" + Site.CITY);
    Object dark = ground();
    button("Light colors").click();
    assertNotEquals(dark, ground());
    page.reload();
    settle();
    assertNotEquals(dark, ground(), "the choice must last");
    assertThat(button("Dark colors")).isVisible();
  }

  @Test
  void phoneShowsTheMapAndOneSheetAtATime() {
    use(PHONE, ColorScheme.LIGHT);
    open("city=" + Site.CITY);
    assertThat(page.locator("#questions")).isHidden();
    assertThat(page.locator(".sheet-count")).containsText("in view");
    button("Filters").click();
    assertThat(page.locator("#questions")).isVisible();
    button("Answers").click();
    assertThat(page.locator("#questions")).isHidden();
    assertThat(page.locator("#answers")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#answers")).isHidden();
    assertThat(button("Answers")).isFocused();
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
  }

  @Test
  void phoneUncoversTheMapToShowASite() {
    use(PHONE, ColorScheme.LIGHT);
    open("city=" + Site.CITY);
    button("Answers").click();
    page.locator("summary", new Page.LocatorOptions().setHasText("List of sites"))
        .click();
    page.locator("#answers .row[data-key^='site:']").first().click();
    assertThat(page.locator("#answers")).isHidden();
    assertThat(page.locator(".popup h2")).isVisible();
  }

  @Test
  void panelsFoldAwayAndComeBack() {
    open("city=" + Site.CITY);
    double narrow = page.locator("#map").boundingBox().width;
    button("Hide Filters").click();
    assertThat(page.locator("#questions")).isHidden();
    assertTrue(page.locator("#map").boundingBox().width > narrow + 200);
    assertThat(button("Filters")).isFocused();
    button("Filters").click();
    assertThat(page.locator("#questions")).isVisible();
  }

  @Test
  void nothingMovesForThoseWhoAskedForStillness() {
    use(new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(1440, 900)
        .setLocale("en-US"));
    open("city=" + Site.CITY);
    Object moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(e => {"
            + " const s = getComputedStyle(e); return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; }).length");
    assertEquals(0, moving);
  }

  @Test
  void helpIsADialogThatEscapeCloses() {
    open("city=" + Site.CITY);
    button("Help").click();
    assertThat(page.locator("dialog h2")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog h2")).isHidden();
    assertThat(button("Help")).isFocused();
  }

  @Test
  void otherCityBeginsWithoutTheFiltersOfTheFirst() {
    open("city=" + Site.CITY + "&group=theft");
    page.getByLabel("City", new Page.GetByLabelOptions().setExact(true)).selectOption("atlanta");
    page.waitForFunction("() => document.title.includes('Atlanta')");
    assertThat(page).hasURL(Pattern.compile("city=atlanta(?!.*group=)"));
    page.goBack();
    page.waitForFunction("() => document.title.includes('Los Angeles')");
    settle();
    assertThat(groupBox("theft")).isChecked();
  }

  private Object ground() {
    return page.evaluate(
        "() => getComputedStyle(document.querySelector('#questions')).backgroundColor");
  }
}
