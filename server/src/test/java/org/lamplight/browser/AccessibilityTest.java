package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core over the page as it is used: light and dark, desk and phone, each state that draws something of its own. */
class AccessibilityTest extends BrowserTest {

  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  /** A state of the page: what its link says after the city. */
  enum State {
    WHOLE_CITY(""),
    FILTERED("&group=theft&hours=19-22&weekdays=3-6&origin=all&outlines=divisions"),
    SPANISH("&lang=es&at=13/34.0500/-118.2500"),
    NOTHING_IN_VIEW("&at=14/33.0000/-120.0000");

    private final String link;

    State(String link) {
      this.link = link;
    }
  }

  @ParameterizedTest
  @EnumSource
  void deskHasNoViolations(State state) {
    for (ColorScheme scheme : SCHEMES) {
      use(DESK, scheme);
      open("city=" + Site.CITY + state.link);
      unfold();
      assertEquals(List.of(), violations(), state + " " + scheme);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WHOLE_CITY", "SPANISH"})
  void phoneHasNoViolations(State state) {
    for (ColorScheme scheme : SCHEMES) {
      use(PHONE, scheme);
      open("city=" + Site.CITY + state.link);
      assertEquals(List.of(), violations(), state + " map " + scheme);
      page.locator(".sheet-questions").click();
      assertEquals(List.of(), violations(), state + " filters " + scheme);
      page.locator(".sheet-answers").click();
      unfold();
      assertEquals(List.of(), violations(), state + " answers " + scheme);
    }
  }

  @Test
  void popupAndHelpHaveNoViolations() {
    for (ColorScheme scheme : SCHEMES) {
      use(DESK, scheme);
      String id = MapTest.lonelyPlace().get(0).asText();
      open("city=" + Site.CITY + "&selected=incident:" + id);
      page.locator(".popup").waitFor();
      assertEquals(List.of(), violations(), "popup " + scheme);
      button("Help").click();
      assertEquals(List.of(), violations(), "help " + scheme);
    }
  }

  @Test
  void violationIsSeen() {
    open("city=" + Site.CITY);
    page.evaluate("() => document.querySelector('#top').append(document.createElement('button'))");
    assertEquals(1, violations().size());
  }

  private void unfold() {
    page.evaluate("() => document.querySelectorAll('.side details').forEach(d => (d.open = true))");
    page.waitForTimeout(300);
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
