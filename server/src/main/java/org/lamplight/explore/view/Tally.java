package org.lamplight.explore.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.lamplight.area.AreaNames;
import org.lamplight.city.Offence;
import org.lamplight.geo.BBox;
import org.lamplight.geo.HexGrid;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Taxonomy;

/** One pass over the incidents of a city that counts each side of a comparison. Cost: rows times sides. */
final class Tally {

  private static final int MONTHS = 12 * 3_000;
  private final Incidents.Loaded data;
  private final Sides sides;
  private final int count;
  private final long[] total;
  private final long[][] byCode;
  private final Map<Integer, long[]> byArea = new TreeMap<>();
  private final long[][] byHour;
  private final long[][] byWeekday;
  private final long[] months = new long[MONTHS];
  private final Map<Long, long[]> cells = new LinkedHashMap<>();

  private Tally(Incidents.Loaded data, Sides sides) {
    this.data = data;
    this.sides = sides;
    this.count = sides.sides().size();
    this.total = new long[count];
    int codes =
        data.taxonomy().codes().stream().mapToInt(Taxonomy.Code::id).max().orElse(0);
    this.byCode = new long[codes + 1][count];
    this.byHour = new long[24][count];
    this.byWeekday = new long[7][count];
  }

  /** Counts, with hexagons where they lie in the box. */
  static Tally of(Incidents.Loaded data, Sides sides, HexGrid grid, BBox box) {
    Tally tally = new Tally(data, sides);
    tally.count(grid, box);
    return tally;
  }

  private void count(HexGrid grid, BBox box) {
    var index = data.index().orElseThrow();
    List<String> sets = index.areaSets();
    IntPredicate[] tests = sides.sides().toArray(IntPredicate[]::new);
    for (int row = 0; row < index.size(); row++) {
      if (!sides.rest().test(row)) {
        continue;
      }
      boolean inArea = sides.area().test(row);
      months[index.month(row)] += inArea ? 1 : 0;
      for (int side = 0; side < count; side++) {
        if (tests[side].test(row)) {
          for (int set = 0; set < sets.size(); set++) {
            int area =
                inArea || sides.areaSets().contains(sets.get(set)) ? index.area(set, row) : 0;
            if (area != 0) {
              byArea.computeIfAbsent(area, key -> new long[count])[side]++;
            }
          }
          if (inArea) {
            add(side, index.code(row), index.hourOfWeek(row));
            if (index.hasPlace(row) && box.contains(index.lon(row), index.lat(row))) {
              long cell = grid.cell(index.x(row), index.y(row));
              cells.computeIfAbsent(cell, key -> new long[count])[side]++;
            }
          }
        }
      }
    }
  }

  private void add(int side, int code, int hourOfWeek) {
    total[side]++;
    byCode[code][side]++;
    byHour[hourOfWeek % 24][side]++;
    byWeekday[hourOfWeek / 24][side]++;
  }

  ChangeRows.Counts total() {
    return new ChangeRows.Counts("total", total);
  }

  List<ChangeRows.Counts> offences() {
    Map<String, long[]> sums = new LinkedHashMap<>();
    for (Offence offence : data.taxonomy().offences()) {
      sums.put(offence.id(), new long[count]);
    }
    for (Taxonomy.Code code : data.taxonomy().codes()) {
      long[] sum = sums.computeIfAbsent(code.offence().id(), id -> new long[count]);
      for (int side = 0; side < count; side++) {
        sum[side] += byCode[code.id()][side];
      }
    }
    return rows(sums);
  }

  /** The areas of a set; those without any incident are left out. */
  List<ChangeRows.Counts> areas(String set) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    byArea.forEach((id, sums) -> {
      AreaNames.Ref ref = data.areas().byId(id);
      if (ref != null && ref.set().equals(set)) {
        counts.put(ref.slug(), sums);
      }
    });
    return rows(counts);
  }

  List<ChangeRows.Counts> weekdays() {
    return numbered(byWeekday, 1);
  }

  List<ChangeRows.Counts> hours() {
    return numbered(byHour, 0);
  }

  /** Incidents by local month (twelve times the year, plus 0 to 11), whatever the dates of the filter. */
  long[] months() {
    return months;
  }

  /** Hexagons and their counts on each side. */
  Map<Long, long[]> cells() {
    return cells;
  }

  private static List<ChangeRows.Counts> numbered(long[][] counts, int first) {
    List<ChangeRows.Counts> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      rows.add(new ChangeRows.Counts(Integer.toString(i + first), counts[i]));
    }
    return rows;
  }

  private static List<ChangeRows.Counts> rows(Map<String, long[]> counts) {
    List<ChangeRows.Counts> rows = new ArrayList<>();
    counts.forEach((id, sums) -> rows.add(new ChangeRows.Counts(id, sums)));
    return rows;
  }
}
