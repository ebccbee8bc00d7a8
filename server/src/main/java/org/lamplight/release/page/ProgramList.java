package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Html;
import org.lamplight.program.Program;
import org.lamplight.program.Site;

/**
 * The programs with their sites and hours. The page states the schedule; whether a site is open now is worked out in the
 * browser, so that the page may be kept.
 */
final class ProgramList {

  private final Visit visit;

  ProgramList(Visit visit) {
    this.visit = visit;
  }

  void write(Html html, ProgramSites sites) {
    html.open(
        "section",
        "id",
        "programs",
        "aria-labelledby",
        "programs-title",
        "data-zone",
        visit.city().profile().zone().getId());
    html.element("h2", visit.say("programs.title"), "id", "programs-title");
    html.open("p").text(visit.say("programs.note")).text(" ");
    html.open("span", "class", "programs-now", "role", "status").close("span").close("p");
    for (Program program : sites.programs()) {
      List<ProgramSites.Entry> own = sites.of(program);
      if (!own.isEmpty()) {
        program(html, program, own);
      }
    }
    html.close("section");
  }

  private void program(Html html, Program program, List<ProgramSites.Entry> own) {
    html.open("details", "class", "program").open("summary");
    sign(html, ProgramSites.sign(program.sign()));
    html.element("span", name(program), "class", "program-name");
    html.element("small", visit.words().count("programs.sites", own.size()));
    html.close("summary");
    if (program.description() != null) {
      html.element("p", program.description(), "class", "about", "lang", "en");
    }
    html.open("ul");
    own.forEach(entry -> item(html, entry, name(program)));
    html.close("ul").close("details");
  }

  String name(Program program) {
    String spanish = program.nameEs();
    return visit.words().language() == Language.ES && spanish != null ? spanish : program.name();
  }

  static void sign(Html html, String href) {
    html.open("svg", "class", "sign", "viewBox", "0 0 28 28", "aria-hidden", "true")
        .open("use", "href", href)
        .close("use")
        .close("svg");
  }

  /** One site; its facts stand in attributes too, for the browser to work out whether it is open. */
  private void item(Html html, ProgramSites.Entry entry, String program) {
    Site site = entry.site();
    html.open("li", facts(entry, program));
    html.element("span", site.name(), "class", "site-name");
    List<String> parts = new ArrayList<>();
    add(parts, site.address());
    add(parts, Schedules.of(site.schedule(), visit.words()));
    html.element("p", String.join(" · ", parts));
    String status = site.status();
    html.element(
        "p",
        visit.say("status." + (visit.words().has("status." + status) ? status : "unknown")),
        "class",
        "hint");
    String note = site.schedule().note();
    if (note != null) {
      html.element("p", note, "class", "hint", "lang", "en");
    }
    html.close("li");
  }

  private static String[] facts(ProgramSites.Entry entry, String program) {
    Site site = entry.site();
    Site.Schedule schedule = site.schedule();
    List<String> facts = new ArrayList<>(List.of("class", "site", "id", "site-" + site.slug()));
    fact(facts, "name", site.name());
    fact(facts, "program", program);
    fact(facts, "sign", entry.sign());
    fact(facts, "status", site.status());
    if (entry.hasPlace()) {
      fact(facts, "lon", String.format(Locale.ROOT, "%.5f", entry.longitude()));
      fact(facts, "lat", String.format(Locale.ROOT, "%.5f", entry.latitude()));
    }
    fact(facts, "season-from", schedule.seasonFrom());
    fact(facts, "season-until", schedule.seasonUntil());
    fact(
        facts,
        "weekdays",
        String.join(",", schedule.weekdays().stream().map(String::valueOf).toList()));
    fact(facts, "hours-from", schedule.hoursFrom());
    fact(facts, "hours-until", schedule.hoursUntil());
    return facts.toArray(String[]::new);
  }

  private static void fact(List<String> facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.addAll(List.of("data-" + name, value));
    }
  }

  private static void add(List<String> parts, @Nullable String part) {
    if (part != null && !part.isEmpty()) {
      parts.add(part);
    }
  }
}
