package org.lamplight.release.page;

import java.util.List;
import org.lamplight.http.Html;
import org.lamplight.program.Program;

/** The programs in an area and around it, each with the link to its hours on the city's page. */
final class NearbyList {

  private final Visit visit;

  NearbyList(Visit visit) {
    this.visit = visit;
  }

  void write(Html html, List<Nearby.Found> found, ProgramSites sites) {
    html.open("section", "aria-labelledby", "nearby-title");
    html.element("h2", visit.say("nearby.title"), "id", "nearby-title");
    if (found.isEmpty()) {
      html.element("p", visit.say("nearby.none"));
    }
    html.open("ul", "class", "nearby");
    for (Nearby.Found one : found) {
      html.open("li");
      ProgramList.sign(html, one.entry().sign());
      html.open("span");
      html.link(
          visit.cityLink("/public") + "#site-" + one.entry().site().slug(),
          one.entry().site().name());
      html.text(" ").element("small", program(one, sites) + ", " + distance(one.metres()));
      html.close("span").close("li");
    }
    html.close("ul").close("section");
  }

  private String program(Nearby.Found one, ProgramSites sites) {
    String slug = one.entry().site().program();
    for (Program program : sites.programs()) {
      if (program.slug().equals(slug)) {
        return new ProgramList(visit).name(program);
      }
    }
    return one.entry().site().programName();
  }

  private String distance(double metres) {
    return metres == 0
        ? visit.say("nearby.within")
        : visit.say("nearby.away", "km", visit.words().rate(Math.max(0.1, metres / 1000)));
  }
}
