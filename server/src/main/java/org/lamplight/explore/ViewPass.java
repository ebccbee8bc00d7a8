package org.lamplight.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamplight.city.CityProfile;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.NearRows;
import org.lamplight.incident.Selection;
import org.lamplight.incident.Snapshot;

/** A pass over the matched incidents near a view, for what the map draws; blocks of rows are looked at on all processors. */
final class ViewPass {

  /** Length of a degree of latitude, rounded down so that a margin is never too narrow. */
  private static final double METRES_PER_DEGREE = 110_000;

  private final Incidents.Loaded data;
  private final Snapshot snapshot;
  private final Selection matched;
  private final double across;
  private final boolean wholeCity;
  private final NearRows near;
  private final IntPredicate inMargin;
  private final IntPredicate inBox;

  ViewPass(Incidents.Loaded data, Selection matched, View view) {
    this.data = data;
    this.snapshot = matched.snapshot();
    this.matched = matched;
    BBox box = view.box();
    this.across = Bins.sizeFor(view.zoom(), (box.south() + box.north()) / 2);
    BBox margin = margin(box, across);
    this.wholeCity = snapshot.bounds().map(all -> within(all, box)).orElse(true);
    this.near = snapshot.near(margin);
    this.inMargin = snapshot.inBox(margin);
    this.inBox = snapshot.inBox(box);
  }

  private static boolean within(BBox all, BBox box) {
    return box.contains(all.west(), all.south()) && box.contains(all.east(), all.north());
  }

  /** The view, wider by a hexagon and a half, so that hexagons at its edge are counted whole. */
  static BBox margin(BBox box, double across) {
    double degreesNorth = 1.5 * across / METRES_PER_DEGREE;
    double degreesEast = degreesNorth / Math.cos(Math.toRadians((box.south() + box.north()) / 2));
    return new BBox(
        Math.max(-180, box.west() - degreesEast),
        Math.max(-90, box.south() - degreesNorth),
        Math.min(180, box.east() + degreesEast),
        Math.min(90, box.north() + degreesNorth));
  }

  /** What was found in some of the blocks. */
  private final class Found {
    private final Bins bins = new Bins(snapshot, across);
    private final List<Integer> rows = new ArrayList<>();
    private int inView;

    void block(int block) {
      if (wholeCity) {
        int from = snapshot.blockStart(block);
        int to = snapshot.placedEnd(block);
        inView += matched.count(from, to);
        matched.forEach(from, to, bins::add);
        if (inView <= Explorer.MOST_POINTS) {
          matched.forEach(from, to, rows::add);
        }
      } else {
        near.forEach(block, (from, to) -> matched.forEach(from, to, this::row));
      }
    }

    private void row(int row) {
      if (inMargin.test(row)) {
        bins.add(row);
        if (inBox.test(row) && inView++ < Explorer.MOST_POINTS) {
          rows.add(row);
        }
      }
    }

    void add(Found other) {
      bins.add(other.bins);
      rows.addAll(other.rows);
      inView += other.inView;
    }
  }

  /** What the map draws, and how many incidents are in view. */
  record Drawn(int inView, Answer.MapPart map) {}

  Drawn draw(Rings rings) {
    Found found = IntStream.range(0, snapshot.blocks())
        .parallel()
        .collect(Found::new, Found::block, Found::add);
    CityProfile profile = data.city().profile();
    if (found.inView > Explorer.MOST_POINTS) {
      return new Drawn(
          found.inView,
          new Answer.Hexagons("bins", across, found.bins.list(rings, profile.metricSrid())));
    }
    List<CityProfile.Group> groups = profile.groups();
    Map<String, Integer> places = IntStream.range(0, groups.size())
        .boxed()
        .collect(Collectors.toMap(i -> groups.get(i).id(), i -> i));
    return new Drawn(
        found.inView,
        new Answer.Points(
            "points", found.rows.stream().map(row -> point(row, places)).toList()));
  }

  private Number[] point(int row, Map<String, Integer> places) {
    String group = data.taxonomy().code(snapshot.code(row)).offence().group();
    return new Number[] {
      snapshot.id(row), snapshot.lon(row), snapshot.lat(row), places.getOrDefault(group, -1)
    };
  }
}
