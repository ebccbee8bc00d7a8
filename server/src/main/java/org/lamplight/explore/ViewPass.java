package org.lamplight.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamplight.city.CityProfile;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;
import org.lamplight.geo.Projection;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;

/** A pass over the incidents near a view, for what the map draws. */
final class ViewPass {

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
    Condition.InMetricBox margin = margin();
    index.scan(margin, row -> {
      if (matches.test(row)) {
        add(row, margin);
      }
    });
  }

  private void add(int row, Condition.InMetricBox margin) {
    double x = index.x(row);
    double y = index.y(row);
    if (x >= margin.minX() && y >= margin.minY() && x <= margin.maxX() && y <= margin.maxY()) {
      bins.add(x, y);
    }
    if (box.contains(index.lon(row), index.lat(row)) && inView++ < Explorer.MOST_POINTS) {
      rows.add(row);
    }
  }

  /** The view in metres, wider by a hexagon, so that hexagons at its edge are counted whole. */
  private Condition.InMetricBox margin() {
    double[] corners = {
      box.west(),
      box.south(),
      box.east(),
      box.south(),
      box.east(),
      box.north(),
      box.west(),
      box.north()
    };
    Projection.of(profile.metricSrid()).toMetric(corners);
    return new Condition.InMetricBox(
        Math.min(corners[0], corners[6]) - bins.across(),
        Math.min(corners[1], corners[3]) - bins.across(),
        Math.max(corners[2], corners[4]) + bins.across(),
        Math.max(corners[5], corners[7]) + bins.across());
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
