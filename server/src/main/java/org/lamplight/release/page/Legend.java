package org.lamplight.release.page;

import java.util.List;
import org.lamplight.http.Html;
import org.lamplight.release.Published;

/** What the map's colours stand for: five fixed classes, zero, and what stands for no number. */
final class Legend {

  private Legend() {}

  static void write(Html html, Visit visit, Published release, View view, Shades shades) {
    Words words = visit.words();
    String grain = view.period().grain().id();
    html.open("figcaption", "class", "legend");
    html.element(
        "p",
        words.say(
            shades.ofRates() ? "legend.rate" : "legend.count." + grain,
            "group",
            words.language().of(view.group().title())),
        "class",
        "legend-title");
    html.open("ul", "class", "classes");
    List<Double> floors = shades.classes().floors();
    for (int i = 0; i < floors.size(); i++) {
      row(html, "k" + i, text(words, shades, i));
    }
    html.close("ul").open("ul", "class", "marks");
    row(html, Shades.ZERO, words.say("legend.zero"));
    if (!view.group().exact()) {
      row(
          html,
          Shades.HIDDEN,
          words.say("legend.hidden", "k", words.number(release.facts().rules().k())));
    }
    if (shades.ofRates()) {
      row(
          html,
          Shades.NO_RATE,
          words.say(
              "legend.noRate", "least", words.number(release.facts().rules().rateCount())));
    }
    if (!release.unlisted().isEmpty() && view.unit().equals(release.units().get(0))) {
      row(html, Shades.UNLISTED, words.say("legend.unlisted"));
    }
    html.close("ul");
    html.element("p", words.say("legend.fixed." + grain), "class", "hint");
    html.close("figcaption");
  }

  private static void row(Html html, String style, String text) {
    html.open("li")
        .open("span", "class", "swatch " + style)
        .close("span")
        .text(text)
        .close("li");
  }

  private static String text(Words words, Shades shades, int i) {
    List<Double> floors = shades.classes().floors();
    boolean last = i == floors.size() - 1;
    if (shades.ofRates()) {
      String from = words.rate(floors.get(i));
      return last
          ? words.say("legend.more", "from", from)
          : words.say("legend.under", "from", from, "until", words.rate(floors.get(i + 1)));
    }
    long from = Math.round(floors.get(i));
    if (last) {
      return words.say("legend.more", "from", words.number(from));
    }
    long until = Math.round(floors.get(i + 1)) - 1;
    return from == until
        ? words.number(from)
        : words.say("legend.to", "from", words.number(from), "until", words.number(until));
  }
}
