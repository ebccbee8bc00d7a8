package org.lamplight.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.lamplight.city.CityProfile;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;
import org.lamplight.geo.Projection;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Taxonomy;

/** Counts the incidents of a question in one pass over the index. */
public final class Explorer {

  /** Above this many in view the map shows hexagons, so that a million points are never sent. */
  public static final int MOST_POINTS = 2_000;

  private final Incidents.Loaded data;
  private final IncidentIndex index;
  private final CityProfile profile;
  private final Taxonomy taxonomy;

  /** Needs the index to be there; BUSY until it is. */
  public Explorer(Incidents.Loaded data) {
    this.data = data;
    this.profile = data.city().profile();
    this.taxonomy = data.taxonomy();
    this.index = data.index()
        .orElseThrow(() ->
            new Fault(Fault.Kind.BUSY, "the incidents are being read after a start or an import"));
  }

  /** Answers a question for a view. Cost: one pass over the city's incidents. */
  public Answer answer(Question question, View view) {
    Pass pass = new Pass(view);
    IntPredicate other = test(question.other());
    IntPredicate offence = test(question.offence());
    IntPredicate time = test(question.time());
    IntPredicate clock = test(question.clock());
    for (int row = 0; row < index.size(); row++) {
      if (other.test(row)) {
        pass.row(row, offence.test(row), time.test(row), clock.test(row));
      }
    }
    return pass.answer();
  }

  private IntPredicate test(Condition condition) {
    return data.test(condition)
        .orElseThrow(() -> Fault.invalid(
            "only offence, group, origin, sensitivity, code, area, datetime, hours, weekdays,"
                + " firearm and flags can be explored"));
  }

  private final class Pass {
    private final BBox box;
    private final double[] margin;
    private final int[] byCode = new int[Short.MAX_VALUE];
    private final int[] hourOfWeek = new int[168];
    private final Map<Integer, int[]> months = new TreeMap<>();
    private final Bins view;
    private final Bins city = new Bins(DensityScale.REFERENCE_METRES);
    private final List<Number[]> points = new ArrayList<>();
    private int matched;
    private int withoutPlace;
    private int inView;

    Pass(View asked) {
      box = asked.box();
      view = new Bins(Bins.sizeFor(asked.zoom(), (box.south() + box.north()) / 2));
      margin = margin(box, view.across());
    }

    /** The view in metres, wider by a hexagon, so that hexagons at its edge are counted whole. */
    private double[] margin(BBox view, double across) {
      double[] corners = {
        view.west(),
        view.south(),
        view.east(),
        view.south(),
        view.east(),
        view.north(),
        view.west(),
        view.north()
      };
      Projection.of(profile.metricSrid()).toMetric(corners);
      return new double[] {
        Math.min(corners[0], corners[6]) - across,
        Math.min(corners[1], corners[3]) - across,
        Math.max(corners[2], corners[4]) + across,
        Math.max(corners[5], corners[7]) + across
      };
    }

    void row(int row, boolean offence, boolean time, boolean clock) {
      if (time && clock) {
        byCode[index.code(row)]++;
      }
      if (offence && time) {
        hourOfWeek[index.hourOfWeek(row)]++;
      }
      if (offence && clock) {
        months.computeIfAbsent(index.month(row), month -> new int[1])[0]++;
      }
      if (offence && time && clock) {
        match(row);
      }
    }

    private void match(int row) {
      matched++;
      if (!index.hasPlace(row)) {
        withoutPlace++;
        return;
      }
      double x = index.x(row);
      double y = index.y(row);
      city.add(x, y);
      if (x >= margin[0] && y >= margin[1] && x <= margin[2] && y <= margin[3]) {
        view.add(x, y);
      }
      if (box.contains(index.lon(row), index.lat(row)) && inView++ < MOST_POINTS) {
        points.add(
            new Number[] {index.id(row), index.lon(row), index.lat(row), groupIndex(index.code(row))
            });
      }
    }

    private int groupIndex(int code) {
      String group = taxonomy.code(code).offence().group();
      for (int i = 0; i < profile.groups().size(); i++) {
        if (profile.groups().get(i).id().equals(group)) {
          return i;
        }
      }
      return -1;
    }

    Answer answer() {
      Map<String, Integer> offences = new LinkedHashMap<>();
      Map<String, Integer> groups = new LinkedHashMap<>();
      profile.groups().forEach(group -> groups.put(group.id(), 0));
      profile.offences().forEach(offence -> offences.put(offence.id(), 0));
      for (Taxonomy.Code code : taxonomy.codes()) {
        offences.merge(code.offence().id(), byCode[code.id()], Integer::sum);
        groups.merge(code.offence().group(), byCode[code.id()], Integer::sum);
      }
      List<Answer.Month> line = new ArrayList<>();
      months.forEach((month, count) -> line.add(
          new Answer.Month(String.format("%04d-%02d", month / 12, month % 12 + 1), count[0])));
      Answer.MapPart map = inView <= MOST_POINTS
          ? new Answer.Points("points", points)
          : new Answer.Hexagons(
              "bins", view.across(), view.list(Projection.of(profile.metricSrid())));
      return new Answer(
          data.version(),
          index.size(),
          matched,
          withoutPlace,
          inView,
          groups,
          offences,
          hourOfWeek,
          line,
          DensityScale.breaks(city.densities()),
          map);
    }
  }
}
