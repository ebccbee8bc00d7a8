package org.lamplight.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.RowSearch;
import org.lamplight.incident.Taxonomy;

/** One pass over all incidents that counts each dimension without its own filter. */
final class TotalsPass {

  private final Incidents.Loaded data;
  private final IncidentIndex index;
  private final int[] byCode = new int[Short.MAX_VALUE];
  private final int[] hourOfWeek = new int[168];
  private final CellCounts months = new CellCounts();
  private final Bins city = new Bins(DensityScale.REFERENCE_METRES);
  private int matched;
  private int withoutPlace;

  TotalsPass(Incidents.Loaded data, IncidentIndex index) {
    this.data = data;
    this.index = index;
  }

  Totals count(IntPredicate other, IntPredicate offence, IntPredicate time, IntPredicate clock) {
    for (int row = 0; row < index.size(); row++) {
      if (other.test(row)) {
        row(row, offence.test(row), time.test(row), clock.test(row));
      }
    }
    return totals();
  }

  private void row(int row, boolean offence, boolean time, boolean clock) {
    if (time && clock) {
      byCode[index.code(row)]++;
    }
    if (offence && time) {
      hourOfWeek[index.hourOfWeek(row)]++;
    }
    if (offence && clock) {
      months.add(index.month(row));
    }
    if (offence && time && clock) {
      matched++;
      if (index.hasPlace(row)) {
        city.add(index.x(row), index.y(row));
      } else {
        withoutPlace++;
      }
    }
  }

  private Totals totals() {
    Map<String, Integer> offences = new LinkedHashMap<>();
    Map<String, Integer> groups = new LinkedHashMap<>();
    data.taxonomy().offences().forEach(offence -> {
      offences.put(offence.id(), 0);
      groups.put(offence.group(), 0);
    });
    for (Taxonomy.Code code : data.taxonomy().codes()) {
      offences.merge(code.offence().id(), byCode[code.id()], Integer::sum);
      groups.merge(code.offence().group(), byCode[code.id()], Integer::sum);
    }
    return new Totals(
        visible(),
        matched,
        withoutPlace,
        groups,
        offences,
        hourOfWeek,
        line(),
        DensityScale.breaks(city.densities()));
  }

  /** How many incidents there are for the reader. */
  private int visible() {
    return RowSearch.of(data, data.visible())
        .map(search -> Math.toIntExact(search.count()))
        .orElse(0);
  }

  private List<Answer.Month> line() {
    List<Answer.Month> line = new ArrayList<>();
    for (long month : months.cells()) {
      line.add(new Answer.Month(
          String.format("%04d-%02d", month / 12, month % 12 + 1), months.get(month)));
    }
    return line;
  }
}
