package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the tests of the staff's pages share. */
abstract class StaffTest extends BrowserTest {

  /** Opens a page of staff and waits until it is drawn. */
  protected void go(String path) {
    page.navigate(Site.address() + path);
    drawn();
  }

  protected void drawn() {
    assertThat(page.locator("main h1")).isVisible();
    assertThat(page.locator("main [aria-busy=true]")).hasCount(0);
  }

  /** Types a name and a password, and sends them. */
  protected void typeSignIn(String name, String password) {
    field("Name").fill(name);
    field("Password").fill(password);
    button("Sign in").click();
  }

  protected Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  protected Locator link(String name) {
    return page.getByRole(
        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  protected Locator alert() {
    return page.locator("[role=alert]:not(:empty)");
  }

  /** Answers what matches as the server would when it refuses. */
  protected void refuse(
      String paths, String method, int status, Map<String, String> headers, String body) {
    page.route(paths, route -> {
      if (route.request().method().equals(method)) {
        route.fulfill(new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/problem+json")
            .setHeaders(headers)
            .setBody(body));
      } else {
        route.resume();
      }
    });
  }

  /** Does something on each kind of screen, light and dark. */
  protected void onEveryScreen(BiConsumer<String, ColorScheme> look) {
    for (int[] size : List.of(DESK, PHONE)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        use(size, scheme);
        look.accept(size[0] + " " + scheme, scheme);
      }
    }
  }

  // There are no frames, so that axe needs no second page for its end.
  protected List<String> violations() {
    List<String> found = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
      found.add(rule.getId() + ": " + rule.getNodes().get(0).getHtml());
    }
    return found;
  }

  /** That the page is no wider than the screen. */
  protected boolean fits() {
    return Boolean.TRUE.equals(page.evaluate(
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
  }
}
