package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's page: a release is previewed, published and withdrawn. */
class AdminReleaseTest extends AdminPage {

  private static final String PREVIEW = "**/release/previews/7";

  @Test
  void releaseIsPreviewedPublishedByNameAndWithdrawn() {
    tab("releases");
    button("Make a preview").click();
    Locator publish =
        page.locator("[type=submit]", new Page.LocatorOptions().setHasText("Publish release"));
    publish.waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    String number = publish.textContent().replaceAll("\\D", "");
    assertThat(page).hasURL(Pattern.compile("preview=\\w+"));
    assertThat(page.locator(".steps").first())
        .containsText("What release " + number + " would hold");
    assertThat(page.locator(".plain-table tbody tr").first()).isVisible();
    assertEquals(List.of(), violations());
    field("To publish, type the name of the city: Los Angeles").fill("Atlanta");
    publish.click();
    assertThat(page.locator(".field-error:not(:empty)")).hasText("Type Los Angeles.");
    field("To publish, type the name of the city: Los Angeles").fill("los angeles");
    publish.click();
    assertThat(page.locator(".done-line")).hasText("Release " + number + " is published.");
    assertThat(entry("Release " + number)).containsText("current");
    button("Withdraw release " + number).click();
    submitDialog();
    assertThat(page.locator("dialog .field-error:not(:empty)")).hasText("This is needed.");
    dialogField("Reason").fill("a file was loaded twice");
    submitDialog();
    assertThat(entry("Release " + number)).containsText("withdrawn");
    assertThat(entry("Release " + number)).containsText("a file was loaded twice");
  }

  @Test
  void previewShowsItsProgressAndIsCancelled() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    page.route(PREVIEW, route -> {
      if (route.request().method().equals("DELETE")) {
        cancelled.incrementAndGet();
        route.fulfill(new Route.FulfillOptions().setStatus(204));
      } else {
        asked.incrementAndGet();
        answer(
            route,
            "{\"state\":\"running\",\"fraction\":0.4,\"words\":\"counting\",\"preview\":null}");
      }
    });
    tab("releases&preview=7");
    assertThat(page.locator("progress")).hasAttribute("value", "0.4");
    assertThat(page.locator(".steps")).containsText("counting");
    button("Cancel").click();
    assertThat(page).not().hasURL(Pattern.compile("preview="));
    assertEquals(1, cancelled.get());
    int before = asked.get();
    page.waitForTimeout(1_500);
    assertEquals(before, asked.get(), "nobody asks any more");
  }

  @Test
  void failedPreviewPublishesNothingAndSaysWhy() {
    page.route(
        PREVIEW, route -> answer(route, "{\"state\":\"failed\",\"words\":\"the audit failed\"}"));
    tab("releases&preview=7");
    assertThat(alert()).containsText("nothing was published: the audit failed");
    button("Close").click();
    assertThat(button("Make a preview")).isVisible();
  }
}
