package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a program manager finds: programs and sites in full, the public's numbers, and no incident. */
class ManagerTest extends StaffTest {

  private static final String RELEASE =
      "{\"city\":\"los-angeles\",\"number\":3,\"madeAt\":\"2025-02-01T00:00:00Z\","
          + "\"withdrawn\":null,\"freshness\":{\"lastMonth\":\"2024-12\"},\"units\":[{\"id\":\"neighborhoods\",\"areas\":[%s]}]}";

  private void signIn(String areas) {
    page.route(
        "**/release?f=json",
        route -> route.fulfill(new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(RELEASE.formatted(areas))));
    String name = People.withPassword("marta", "manager");
    as(null);
    go("/sign-in");
    typeSignIn(name, People.PASSWORD);
    assertThat(page.locator("#answers")).isAttached();
  }

  @Test
  void managerLandsOnTheMapWithEverySiteInFull() {
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    signIn("");
    assertThat(page).hasURL(Pattern.compile("/(#.*)?$"));
    assertThat(page.locator("#answers"))
        .containsText("You see what the public sees: release 3 of Jan 31, 2025");
    assertThat(link("Neighborhood map and tables"))
        .hasAttribute("href", "/cities/los-angeles/public?f=html&lang=en");
    page.locator("summary", new Page.LocatorOptions().setHasText("List of sites"))
        .click();
    page.locator("#answers .row[data-key^='site:']").first().click();
    assertThat(page.locator(".popup")).containsText("Address");
    assertTrue(
        asked.stream()
            .noneMatch(url -> url.matches(".*/cities/.*/(explore|compare|addresses|views).*")),
        "nothing may be asked for that is kept from him");
  }

  @Test
  void areaLeadsToItsPublishedNumbersWhereThereAreSome() {
    String areas = Site.get("/cities/los-angeles/outlines/neighborhoods")
        .get("features")
        .findValuesAsText("slug")
        .stream()
        .map("{\"area\":\"%s\"}"::formatted)
        .reduce((a, b) -> a + "," + b)
        .orElseThrow();
    signIn(areas);
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2900");
    Locator numbers = link("Numbers of this area, as published");
    // The outlines and the release come one after the other; a click before them finds no area, or
    // no numbers of it.
    for (int again = 0; again < 10 && numbers.count() == 0; again++) {
      clickMiddleOfMap();
      page.waitForTimeout(500);
    }
    assertThat(numbers)
        .hasAttribute(
            "href",
            Pattern.compile(
                "/cities/los-angeles/release/areas/neighborhoods/[a-z-]+\\?f=html&lang=en"));
  }

  @Test
  void managersPageHasNoViolationOfAccessibility() {
    onEveryScreen((screen, scheme) -> {
      signIn("");
      assertThat(page.locator("#answers h2").first()).isAttached();
      assertTrue(violations().isEmpty(), () -> screen + ": " + violations());
      assertTrue(fits(), screen);
    });
  }
}
