package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says when there is nothing, not yet anything, or no answer. */
class StatesTest extends BrowserTest {

  private static final String EXPLORE = "**/explore?*";

  @Test
  void emptyAnswerNamesTheFiltersThatAreOnAndClearsThem() {
    page.route(EXPLORE, route -> {
      boolean narrowed = route.request().url().contains("hours=");
      ObjectNode answer = Site.explore("origin=reported").deepCopy();
      if (narrowed) {
        answer.put("matched", 0).put("inView", 0).put("withoutPlace", 0);
        answer.putObject("map").put("kind", "points").putArray("points");
      }
      route.fulfill(new Route.FulfillOptions().setBody(answer.toString()));
    });
    open("city=" + Site.CITY + "&hours=3&weekdays=2");
    assertThat(page.locator(".note")).containsText("No incident matches.");
    assertThat(page.locator(".note .chip")).hasText(new String[] {"Hours", "Weekdays"});
    page.locator(".note .chip").first().click();
    settle();
    assertThat(page.locator(".note")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("weekdays=2"));
  }

  @Test
  void matchesOutsideTheViewAreOffered() {
    open("city=" + Site.CITY + "&at=14/33.0000/-120.0000");
    assertThat(page.locator(".note")).containsText("is in this view");
    moving(() -> button("Show the whole city").click());
    assertThat(page.locator(".note")).hasCount(0);
  }

  @Test
  void failureIsASentenceWithARetryAndKeepsTheDrawing() {
    open("city=" + Site.CITY);
    page.route(EXPLORE, route -> route.fulfill(problem(500, "an error, reference 4711")));
    button("Zoom in").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("reference 4711");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("still shows the answer before");
    page.unroute(EXPLORE);
    button("Try again").click();
    settle();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
  }

  @Test
  void serverThatCannotBeReachedIsSaid() {
    open("city=" + Site.CITY);
    page.route(EXPLORE, Route::abort);
    button("Zoom in").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("the server cannot be reached");
  }

  @Test
  void serverThatIsStillLoadingIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    page.route(EXPLORE, route -> {
      if (asked.getAndIncrement() == 0) {
        route.fulfill(problem(503, "loading").setHeaders(Map.of("Retry-After", "1")));
      } else {
        route.resume();
      }
    });
    page.navigate(Site.address() + "/#city=" + Site.CITY);
    assertThat(page.locator(".note")).containsText("asks again by itself");
    settle();
    assertThat(page.locator(".note")).hasCount(0);
    assertEquals(2, asked.get());
  }

  @Test
  void closedIncidentsAreSaidInWordsAndNotAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    page.route(EXPLORE, route -> {
      asked.incrementAndGet();
      route.resume();
    });
    withProfile(profile -> profile.putNull("incidents"));
    page.navigate(Site.address() + "/#city=" + Site.CITY);
    assertThat(page.getByText("Incidents are not open to you here.")).isVisible();
    assertThat(page.locator(".outline")).not().hasCount(0);
    assertThat(page.locator(".hour")).hasCount(0);
    assertEquals(0, asked.get());
  }

  @Test
  void cityBeforeItsFirstImportSaysSo() {
    withProfile(profile -> profile.putObject("incidents").put("total", 0).putNull("until"));
    page.navigate(Site.address() + "/#city=" + Site.CITY);
    assertThat(page.getByText("No incidents are loaded for this city yet.")).isVisible();
  }

  @Test
  void oldDataIsNotTakenForThePresent() {
    withProfile(profile -> ((ObjectNode) profile.get("incidents")).put("until", "2020-02-29"));
    open("city=" + Site.CITY);
    assertThat(page.getByText("this is not the present")).isVisible();
    assertThat(page.locator(".fresh")).containsText("Feb 29, 2020");
  }

  @Test
  void citiesThatCannotBeLoadedAreSaid() {
    page.route("**/cities", route -> route.fulfill(problem(500, "reference 4712")));
    page.navigate(Site.address() + "/");
    assertThat(page.locator("#boot")).containsText("reference 4712");
    assertThat(button("Try again")).isVisible();
  }

  @Test
  void unknownIncidentInALinkIsTakenOut() {
    open("city=" + Site.CITY + "&selected=incident:999999999999");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be loaded");
    assertThat(page).not().hasURL(Pattern.compile("selected"));
  }

  @Test
  void storedTextNeverRuns() {
    String hostile = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
    page.route("**/collections/sites/items?*", route -> {
      ObjectNode answer = Site.get(
              "/cities/" + Site.CITY + "/collections/sites/items?limit=1000&f=json")
          .deepCopy();
      for (JsonNode site : answer.get("features")) {
        ((ObjectNode) site.get("properties"))
            .put("name", hostile)
            .put("note", hostile)
            .put("address", hostile);
      }
      route.fulfill(new Route.FulfillOptions().setBody(answer.toString()));
    });
    open("city=" + Site.CITY);
    page.locator("summary", new Page.LocatorOptions().setHasText("List of sites"))
        .click();
    page.locator("#answers .row[data-key^='site:']").first().click();
    assertThat(page.locator(".popup h2")).hasText(hostile);
    assertThat(page.locator(".popup img")).hasCount(0);
    assertFalse((Boolean) page.evaluate("() => 'hacked' in window"));
  }

  private void withProfile(java.util.function.Consumer<ObjectNode> change) {
    page.route("**/profile", route -> {
      ObjectNode profile = Site.profile().deepCopy();
      change.accept(profile);
      route.fulfill(new Route.FulfillOptions().setBody(profile.toString()));
    });
  }

  private static Route.FulfillOptions problem(int status, String detail) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setContentType("application/problem+json")
        .setBody("{\"title\":\"t\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}");
  }
}
