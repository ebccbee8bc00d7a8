package org.lamplight.release.page;

import org.jspecify.annotations.Nullable;
import org.lamplight.release.Published;

/** Pages that have little to show: before the first release, after a withdrawal, where nothing is, where a link is wrong. */
public final class PlainPage {

  private PlainPage() {}

  /**
   * Before the first release, or after the latest was withdrawn: friendly, and with the programs, which need none.
   *
   * @param release the one that was withdrawn, of which no number is shown; null before the first
   */
  public static byte[] withoutNumbers(
      Visit visit, @Nullable Published release, ProgramSites sites) {
    String family = release == null ? "empty." : "withdrawn.";
    String title = visit.say(family + "title", "city", visit.cityName());
    return Shell.page(visit, title, release, html -> {
      html.open("div", "class", "narrow");
      html.element("h1", title);
      html.element("p", visit.say(family + "text"), "class", "lead");
      html.close("div");
      new ProgramList(visit).write(html, sites);
      html.open("div", "class", "narrow");
      Report.write(html, visit);
      html.close("div");
    });
  }

  /** What is not there. */
  public static byte[] missing(Visit visit) {
    return told(visit, visit.say("missing.title"), visit.say("missing.text"), null);
  }

  /** A link that asks for what cannot be answered; the reason is the fault's own sentence. */
  public static byte[] invalid(Visit visit, String reason) {
    return told(visit, visit.say("invalid.title"), visit.say("invalid.text"), reason);
  }

  private static byte[] told(Visit visit, String title, String text, @Nullable String reason) {
    return Shell.page(visit, title, null, html -> {
      html.open("div", "class", "narrow");
      html.element("h1", title);
      html.element("p", text, "class", "lead");
      if (reason != null) {
        html.element("p", reason, "class", "hint", "lang", "en");
      }
      html.open("p").link(visit.cityLink("/public"), visit.say("missing.back"));
      html.close("p").close("div");
    });
  }
}
