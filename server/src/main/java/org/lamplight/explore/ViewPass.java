package org.lamplight.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamplight.city.CityProfile;
import org.lamplight.geo.BBox;
import org.lamplight.geo.Projection;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;

/** A pass over the incidents near a view, for what the map draws. */
final class ViewPass {

  /** Length of a degree of latitude, rounded down so that a margin is never too narrow. */
  private static final double METRES_PER_DEGREE = 110_000;

  private final Incidents.Loaded data;
  private final IncidentIndex index;
  private final CityProfile profile;
  private final BBox box;
  private final Bins bins;
  private final List<Integer> rows = new ArrayList<>();
  private int inView;

  ViewPass(Incidents.Loaded data, IncidentIndex index, View view) {
    this.data = data;
    this.index = index;
    this.profile = data.city().profile();
    this.box = view.box();
    this.bins = new Bins(Bins.sizeFor(view.zoom(), (box.south() + box.north()) / 2));
  }

  void scan(IntPredicate matches) {
    BBox margin = margin();
    index.near(margin, row -> {
      if (margin.contains(index.lon(row), index.lat(row)) && matches.test(row)) {
        add(row);
      }
    });
  }

  private void add(int row) {
    bins.add(index.x(row), index.y(row));
    if (box.contains(index.lon(row), index.lat(row)) && inView++ < Explorer.MOST_POINTS) {
      rows.add(row);
    }
  }

  /** The view, wider by a hexagon and a half, so that hexagons at its edge are counted whole. */
  private BBox margin() {
    double degreesNorth = 1.5 * bins.across() / METRES_PER_DEGREE;
    double degreesEast = degreesNorth / Math.cos(Math.toRadians((box.south() + box.north()) / 2));
    return new BBox(
        Math.max(-180, box.west() - degreesEast),
        Math.max(-90, box.south() - degreesNorth),
        Math.min(180, box.east() + degreesEast),
        Math.min(90, box.north() + degreesNorth));
  }

  int inView() {
    return inView;
  }

  Answer.MapPart map() {
    if (inView > Explorer.MOST_POINTS) {
      return new Answer.Hexagons(
          "bins", bins.across(), bins.list(Projection.of(profile.metricSrid())));
    }
    List<CityProfile.Group> groups = profile.groups();
    Map<String, Integer> places = IntStream.range(0, groups.size())
        .boxed()
        .collect(Collectors.toMap(i -> groups.get(i).id(), i -> i));
    return new Answer.Points(
        "points", rows.stream().map(row -> point(row, places)).toList());
  }

  private Number[] point(int row, Map<String, Integer> places) {
    String group = data.taxonomy().code(index.code(row)).offence().group();
    return new Number[] {
      index.id(row), index.lon(row), index.lat(row), places.getOrDefault(group, -1)
    };
  }
}
