package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A fresh page for each test; a script error or a breach of the content policy fails the test. */
@Tag("browser")
abstract class BrowserTest {

  static final int[] DESK = {1440, 900};
  static final int[] PHONE = {390, 844};

  protected Page page;
  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void openBrowser() {
    context = Chromium.browser().newContext(screen(DESK, ColorScheme.LIGHT));
    signIn();
    page = watched(context.newPage());
  }

  /** Where the server under test is; most tests share one. */
  protected String address() {
    return Site.address();
  }

  /** What the browser's cookie holds in a new session of that account, which a test may end. */
  protected String session(String name) {
    return Site.session(name);
  }

  /** The same of the analyst's session that the tests share. */
  protected String sharedSession() {
    return Site.session();
  }

  /** The session of an analyst, whose page the map is. */
  private void signIn() {
    context.addCookies(List.of(new Cookie("lamplight", sharedSession()).setUrl(address())));
  }

  /** Goes on as somebody else; null: as nobody who is signed in. */
  protected void as(@Nullable String name) {
    context.clearCookies();
    if (name != null) {
      context.addCookies(List.of(new Cookie("lamplight", session(name)).setUrl(address())));
    }
  }

  @AfterEach
  void closeBrowser() {
    context.close();
    assertEquals(List.of(), complaints, "errors in the browser's console");
  }

  /** Begins anew with a screen of that size and colours. */
  protected void use(int[] size, ColorScheme scheme) {
    use(screen(size, scheme));
  }

  protected void use(Browser.NewContextOptions options) {
    context.close();
    context = Chromium.browser().newContext(options);
    signIn();
    page = watched(context.newPage());
  }

  private static Browser.NewContextOptions screen(int[] size, ColorScheme scheme) {
    return new Browser.NewContextOptions()
        .setViewportSize(size[0], size[1])
        .setColorScheme(scheme)
        .setLocale("en-US");
  }

  private Page watched(Page opened) {
    opened.setDefaultTimeout(15_000);
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(message -> {
      // A status that a test asked for is written to the console by Chromium itself.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    return opened;
  }

  /** Opens a view, given as the part of the address after "#", and waits for its answer. */
  protected void open(String view) {
    page.navigate(address() + "/#" + view);
    settle();
  }

  /** Waits until the map shows the answer to what was asked last. */
  protected void settle() {
    assertThat(page.locator("#boot")).hasCount(0);
    page.waitForFunction("() => document.querySelector('.figure')?.textContent !== '–'"
        + " && document.getElementById('map').getAttribute('aria-busy') === 'false'");
  }

  /** Does something that moves the map, and waits for the answer to the new view. */
  protected void moving(Runnable move) {
    String before = page.url();
    move.run();
    page.waitForFunction("before => location.href !== before", before);
    settle();
  }

  protected Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The n-th number of the sentence that counts: 0 in view, 1 matched, 2 in all, 3 without a place. */
  protected int counted(int place) {
    String sentence = page.locator(".count-line").textContent();
    var numbers = Pattern.compile("\\d[\\d,.]*\\d|\\d").matcher(sentence);
    for (int i = 0; i < place; i++) {
      numbers.find();
    }
    numbers.find();
    return Integer.parseInt(numbers.group().replaceAll("\\D", ""));
  }

  protected int matched() {
    return counted(1);
  }

  /** A tick box of the offence tree, by the group's id. */
  protected Locator groupBox(String group) {
    for (int i = 0; i < Site.profile().get("groups").size(); i++) {
      if (Site.profile().get("groups").get(i).get("id").asText().equals(group)) {
        return page.locator("#questions .tree > li").nth(i).locator("input").first();
      }
    }
    throw new AssertionError("no group " + group);
  }

  protected void clickMiddleOfMap() {
    Locator map = page.locator("#map");
    map.click(new Locator.ClickOptions()
        .setPosition(map.boundingBox().width / 2, map.boundingBox().height / 2)
        .setForce(true));
  }
}
