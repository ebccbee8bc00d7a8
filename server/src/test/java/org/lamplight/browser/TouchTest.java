package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fingers instead of a mouse: brushing, tapping and panning on a tablet. */
class TouchTest extends BrowserTest {

  private static final int STEPS = 8;

  @BeforeEach
  void takeATablet() {
    use(new Browser.NewContextOptions()
        .setViewportSize(1180, 820)
        .setHasTouch(true)
        .setLocale("en-US"));
    open("city=" + Site.CITY);
  }

  @Test
  void fingerOverTheHoursChoosesARectangle() {
    page.locator(".hour-chart").scrollIntoViewIfNeeded();
    BoundingBox box = page.locator(".hour-chart").boundingBox();
    swipe(box, 0.8, 0.5, 0.95, 0.75);
    assertThat(page).hasURL(Pattern.compile("hours=\\d+.*weekdays=|weekdays=.*hours="));
    settle();
  }

  @Test
  void fingerOverTheMonthsChoosesDates() {
    BoundingBox box = page.locator(".month-brush").boundingBox();
    swipe(box, 0.3, 0.5, 0.6, 0.5);
    assertThat(page).hasURL(Pattern.compile("from=\\d{4}-\\d{2}-01.*until="));
    settle();
  }

  @Test
  void fingerOverTheMapPansItAndATapOpensACell() {
    BoundingBox box = page.locator("#map").boundingBox();
    moving(() -> swipe(box, 0.6, 0.6, 0.45, 0.5));
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2900");
    page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
    assertThat(page.locator(".popup")).isVisible();
  }

  /** A finger that goes from one part of the box to another, as shares of its width and height. */
  private void swipe(BoundingBox box, double x, double y, double toX, double toY) {
    CDPSession session = page.context().newCDPSession(page);
    touch(session, "touchStart", box.x + x * box.width, box.y + y * box.height);
    for (int step = 1; step <= STEPS; step++) {
      double part = step / (double) STEPS;
      touch(
          session,
          "touchMove",
          box.x + (x + part * (toX - x)) * box.width,
          box.y + (y + part * (toY - y)) * box.height);
    }
    JsonObject end = new JsonObject();
    end.addProperty("type", "touchEnd");
    end.add("touchPoints", new JsonArray());
    session.send("Input.dispatchTouchEvent", end);
    session.detach();
  }

  private static void touch(CDPSession session, String type, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }
}
