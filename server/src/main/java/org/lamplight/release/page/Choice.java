package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.http.Html;

/** A link of several that lead to the same page in another state; the one that is there already says so. */
final class Choice {

  private Choice() {}

  static void write(Html html, String href, String text, boolean current, String... more) {
    List<String> attributes = new ArrayList<>(List.of("href", href));
    if (current) {
      attributes.addAll(List.of("aria-current", "true"));
    }
    attributes.addAll(List.of(more));
    html.open("a", attributes.toArray(String[]::new)).text(text).close("a");
  }
}
