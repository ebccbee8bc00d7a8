package org.lamplight.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the administrator's page share: an administrator before one of its tabs. */
abstract class AdminPage extends StaffTest {

  @BeforeEach
  void signInAsAdministrator() {
    as("administrator");
  }

  void tab(String tab) {
    page.navigate("about:blank");
    go("/admin#city=" + Site.CITY + "&tab=" + tab);
  }

  Locator entry(String name) {
    return page.locator(".entry", new Page.LocatorOptions().setHasText(name));
  }

  Locator dialogField(String label) {
    return page.locator("dialog").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  void submitDialog() {
    page.locator("dialog [type=submit]").click();
  }

  static void answer(Route route, String body) {
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
  }
}
