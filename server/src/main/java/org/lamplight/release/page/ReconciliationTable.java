package org.lamplight.release.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.OfficialTotals;
import org.lamplight.http.Html;
import org.lamplight.release.Published;
import org.lamplight.release.Reconciliation;

/** What the release holds of each year beside the source's own total. */
final class ReconciliationTable {

  private final Html html;
  private final Words words;

  private ReconciliationTable(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  static void write(Html html, Visit visit, Published release) {
    List<Reconciliation> years = Reconciliation.of(release);
    if (!years.isEmpty()) {
      new ReconciliationTable(html, visit.words()).write(years, release.facts().officialTotals());
    }
  }

  private void write(List<Reconciliation> years, @Nullable OfficialTotals totals) {
    html.element("h2", words.say("sums.title"));
    html.element(
        "p",
        totals == null
            ? words.say("sums.none")
            : words.say("sums.text", "source", words.language().of(totals.source())));
    html.open("table", "class", "counts").open("thead").open("tr");
    html.element("th", words.say("sums.year"), "scope", "col");
    for (String column : List.of("sums.shown", "sums.official", "sums.share")) {
      html.element("th", words.say(column), "scope", "col", "class", "n");
    }
    html.close("tr").close("thead").open("tbody");
    years.forEach(this::row);
    html.close("tbody").close("table");
  }

  private void row(Reconciliation of) {
    html.open("tr").element("th", PeriodText.of(of.year(), words), "scope", "row");
    String shown = words.number(of.shown());
    cell(of.whole() ? shown : words.say("sums.atLeast", "n", shown));
    Long official = of.official();
    cell(official == null ? "–" : words.number(official));
    Double percent = of.percent();
    cell(percent == null ? "–" : words.say("sums.percent", "n", words.rate(percent)));
    html.close("tr");
  }

  private void cell(String text) {
    html.element("td", text, "class", "n");
  }
}
