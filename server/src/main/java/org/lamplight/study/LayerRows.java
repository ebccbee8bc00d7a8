package org.lamplight.study;

import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lamplight.city.Offence;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Taxonomy;

/** The incidents that a filter holds, in columns, in the order of the index. */
final class LayerRows {

  static final String NOT_READ = "the incidents are being read after a start or an import";

  final int size;
  final int withoutPlace;
  final boolean police;
  final double[] x;
  final double[] y;
  final double[] lon;
  final double[] lat;

  /** Local days since 1970. */
  final double[] day;

  /** Number of the area of the set that was asked for; 0 for none. */
  final int[] area;

  /** Number of the code in the taxonomy. */
  final int[] code;

  private LayerRows(Collected found) {
    size = found.count;
    withoutPlace = found.withoutPlace;
    police = found.police;
    x = Arrays.copyOf(found.x, size);
    y = Arrays.copyOf(found.y, size);
    lon = Arrays.copyOf(found.lon, size);
    lat = Arrays.copyOf(found.lat, size);
    day = Arrays.copyOf(found.day, size);
    area = Arrays.copyOf(found.area, size);
    code = Arrays.copyOf(found.code, size);
  }

  /** What is collected while the rows are passed. */
  private static final class Collected {
    int count;
    int withoutPlace;
    boolean police;
    double[] x = new double[1024];
    double[] y = new double[1024];
    double[] lon = new double[1024];
    double[] lat = new double[1024];
    double[] day = new double[1024];
    int[] area = new int[1024];
    int[] code = new int[1024];

    void grow() {
      if (count == x.length) {
        int larger = count * 2;
        x = Arrays.copyOf(x, larger);
        y = Arrays.copyOf(y, larger);
        lon = Arrays.copyOf(lon, larger);
        lat = Arrays.copyOf(lat, larger);
        day = Arrays.copyOf(day, larger);
        area = Arrays.copyOf(area, larger);
        code = Arrays.copyOf(code, larger);
      }
    }
  }

  /**
   * Reads the rows that satisfy the condition; BUSY until the index is there.
   *
   * @param placed whether those without a place are left out
   * @param set the set whose areas are looked up; none if it has no column
   */
  static LayerRows read(
      Incidents.Loaded loaded, Condition condition, boolean placed, Optional<String> set) {
    var index = loaded.index().orElseThrow(() -> new Fault(Fault.Kind.BUSY, NOT_READ));
    IntPredicate test = loaded
        .test(condition)
        .orElseThrow(
            () -> Fault.invalid(
                "layer.filter: only offence, group, origin, sensitivity, code, area, datetime, hours, weekdays, firearm, flags can be analysed"));
    int column = set.map(name -> index.areaSets().indexOf(name)).orElse(-1);
    Set<Integer> found = policeCodes(loaded.taxonomy());
    ZoneRules rules = loaded.city().profile().zone().getRules();
    Collected rows = new Collected();
    for (int row = 0; row < index.size(); row++) {
      if (!test.test(row)) {
        continue;
      }
      rows.police |= found.contains(index.code(row));
      if (!index.hasPlace(row)) {
        rows.withoutPlace++;
        if (placed) {
          continue;
        }
      }
      rows.grow();
      rows.x[rows.count] = index.x(row);
      rows.y[rows.count] = index.y(row);
      rows.lon[rows.count] = index.lon(row);
      rows.lat[rows.count] = index.lat(row);
      rows.day[rows.count] = localDay(index.second(row), rules);
      rows.area[rows.count] = column < 0 ? 0 : index.area(column, row);
      rows.code[rows.count] = index.code(row);
      rows.count++;
    }
    return new LayerRows(rows);
  }

  /** The incidents as points of the map. */
  Places places() {
    java.util.List<java.util.Map<String, Object>> properties = new java.util.ArrayList<>();
    java.util.List<Object> points = new java.util.ArrayList<>();
    for (int row = 0; row < size; row++) {
      properties.add(java.util.Map.of());
      points.add(Places.point(lon[row], lat[row]));
    }
    return new Places(properties, points);
  }

  private static Set<Integer> policeCodes(Taxonomy taxonomy) {
    Set<Integer> codes = new HashSet<>();
    for (Taxonomy.Code code : taxonomy.codes()) {
      if (code.offence().origin() == Offence.Origin.POLICE_GENERATED) {
        codes.add(code.id());
      }
    }
    return codes;
  }

  static long localDay(long second, ZoneRules rules) {
    int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    return Math.floorDiv(second + offset, 86_400L);
  }
}
