package org.lamplight.analysis.area;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which areas touch, found from their boundaries and not only from shared corners: a corner of one that lies in the middle of another's
 * side counts.
 *
 * <ul>
 *   <li><b>Input</b>: polygons or multipolygons in one plane; no distance is measured, so degrees will do.
 *   <li><b>Output</b>: queen: at least one point in common, rook: a stretch of boundary, or an overlap. Points closer than a billionth of the
 *       largest coordinate are the same.
 *   <li><b>Errors</b>: INVALID for an empty or missing area, or one that is neither polygon nor multipolygon.
 *   <li><b>Cost</b>: about n log n and the segments near each common border.
 * </ul>
 */
final class Contiguity {

  private static final double SAME = 1e-9;

  private final List<? extends Geometry> areas;
  private final double snap;
  private final Envelope[] envelopes;
  private final STRtree tree = new STRtree();

  Contiguity(List<? extends Geometry> areas) {
    this.areas = areas;
    this.envelopes = new Envelope[areas.size()];
    double largest = 0;
    for (int i = 0; i < envelopes.length; i++) {
      Geometry area = areas.get(i);
      require(
          area.getDimension() == 2 && !area.isEmpty(),
          "areas: number " + (i + 1) + " is no polygon");
      Envelope box = area.getEnvelopeInternal();
      if (box.isNull() || !Double.isFinite(box.getArea())) {
        throw Fault.invalid("areas: number " + (i + 1) + " has a coordinate that is not finite");
      }
      envelopes[i] = box;
      largest = Math.max(largest, Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())));
      largest = Math.max(largest, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
      tree.insert(box, i);
    }
    snap = SAME * largest;
    tree.build();
  }

  Neighbors neighbors(boolean rook) {
    List<double[][]> segments = IntStream.range(0, envelopes.length)
        .parallel()
        .mapToObj(i -> segments(areas.get(i)))
        .toList();
    List<int[]> later = IntStream.range(0, envelopes.length)
        .parallel()
        .mapToObj(i -> candidates(i).filter(j -> touch(i, j, segments, rook)).toArray())
        .toList();
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < envelopes.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 0; i < envelopes.length; i++) {
      for (int j : later.get(i)) {
        lists.get(i).add(j);
        lists.get(j).add(i);
      }
    }
    return Neighbors.packed(lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new));
  }

  /** Areas of a higher index whose boxes touch the area's. */
  private IntStream candidates(int i) {
    Envelope box = new Envelope(envelopes[i]);
    box.expandBy(snap);
    List<Integer> found = new ArrayList<>();
    tree.query(box, item -> found.add((Integer) item));
    return found.stream().mapToInt(Integer::intValue).filter(j -> j > i).sorted();
  }

  private boolean touch(int i, int j, List<double[][]> segments, boolean rook) {
    Envelope common = new Envelope(envelopes[i]);
    common.expandBy(snap);
    Envelope other = new Envelope(envelopes[j]);
    other.expandBy(snap);
    common = common.intersection(other);
    SharedBoundary shared = new SharedBoundary(snap, rook);
    if (shared.between(segments.get(i), segments.get(j), common)) {
      return true;
    }
    return (envelopes[i].covers(envelopes[j]) && inside(j, i))
        || (envelopes[j].covers(envelopes[i]) && inside(i, j))
        || (rook && shared.met() && overlap(i, j));
  }

  /** Whether the inner one lies within the outer: their boundaries do not meet, so one point of it says so. */
  private boolean inside(int inner, int outer) {
    return areas.get(outer).covers(areas.get(inner).getInteriorPoint());
  }

  private boolean overlap(int i, int j) {
    return areas.get(i).relate(areas.get(j), "T********");
  }

  /** From x, from y, to x, to y of each segment, by the lower x. */
  private static double[][] segments(Geometry area) {
    List<double[]> segments = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(area)) {
      Coordinate[] points = ((LineString) line).getCoordinates();
      for (int k = 1; k < points.length; k++) {
        Coordinate from = points[k - 1].x <= points[k].x ? points[k - 1] : points[k];
        Coordinate to = points[k - 1].x <= points[k].x ? points[k] : points[k - 1];
        segments.add(new double[] {from.x, from.y, to.x, to.y});
      }
    }
    segments.sort((a, b) -> Double.compare(a[0], b[0]));
    return segments.toArray(double[][]::new);
  }
}
