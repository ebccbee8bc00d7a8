package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core over every page of the public: light and dark, desk and phone, with everything unfolded. */
class PublicAccessibilityTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        PublicSite.VIEW,
        PublicSite.VIEW + "&measure=rate&unit=districts&lang=es",
        PublicSite.CITY + "/public?name=hood",
        PublicSite.AREA,
        PublicSite.CITY + "/release?f=html",
        PublicSite.CITY + "/release/areas/neighborhoods/nowhere?f=html"
      })
  void pageHasNoViolations(String path) {
    for (int[] size : List.of(DESK, PHONE)) {
      for (ColorScheme scheme : ColorScheme.values()) {
        if (scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK) {
          use(size, scheme);
          page.navigate(PublicSite.url(path));
          if (page.locator("figure.live").count() > 0) {
            page.locator("figure.moves").waitFor();
          }
          page.evaluate("() => document.querySelectorAll('details').forEach(d => (d.open = true))");
          assertEquals(List.of(), violations(), path + " " + size[0] + " " + scheme);
        }
      }
    }
  }

  // There are no frames, so that axe needs no second page for its end.
  private List<String> violations() {
    List<String> found = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
      found.add(rule.getId() + ": " + rule.getNodes().get(0).getHtml());
    }
    return found;
  }
}
