package org.lamplight.release.page;

import org.lamplight.http.Html;

/** Where an error is reported: the link that the installation names, else whoever publishes the incidents. */
final class Report {

  private Report() {}

  static void write(Html html, Visit visit) {
    html.element("h2", visit.say("report.title"), "id", "report");
    String contact = visit.place().contact();
    html.open("p").text(visit.say("report.text")).text(" ");
    if (contact == null) {
      html.text(visit.say(
          "report.source",
          "source",
          visit.words().language().of(visit.city().profile().source())));
    } else {
      html.link(
          contact,
          contact.startsWith("mailto:")
              ? contact.substring("mailto:".length())
              : visit.say("report.link"));
    }
    html.close("p");
  }
}
