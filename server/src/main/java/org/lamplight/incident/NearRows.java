package org.lamplight.incident;

import java.util.List;
import org.lamplight.geo.BBox;
import org.lamplight.geo.MercatorAddress;

/**
 * Runs of rows along the curve that hold every place of a box and few others; what they give is to be tested.
 *
 * @param codes runs of codes along the curve, the same for every block
 */
public record NearRows(Snapshot snapshot, List<MercatorAddress.Run> codes) {

  /** Wider than a coordinate can be rounded where seven decimals are not all there are. */
  private static final double MARGIN_DEGREES = 1e-6;

  static NearRows of(Snapshot snapshot, BBox box) {
    double margin = snapshot.exactSteps() ? 0 : MARGIN_DEGREES;
    BBox wide = new BBox(
        Math.max(-180, box.west() - margin),
        Math.max(-90, box.south() - margin),
        Math.min(180, box.east() + margin),
        Math.min(90, box.north() + margin));
    long[] edges = PlaceMasks.edges(wide);
    return new NearRows(
        snapshot,
        edges.length == 0
            ? List.of()
            : MercatorAddress.cover(
                (int) edges[0], (int) edges[1], (int) edges[2], (int) edges[3]));
  }

  /** Takes the rows {@code [from, to)}. */
  @FunctionalInterface
  public interface Sink {
    void run(int from, int to);
  }

  /** Gives the runs of a block, rising. */
  public void forEach(int block, Sink sink) {
    for (MercatorAddress.Run run : codes) {
      int from = snapshot.firstAtCode(block, run.first());
      int to = snapshot.firstAtCode(block, run.last() + 1);
      if (from < to) {
        sink.run(from, to);
      }
    }
  }

  /** How many rows there are in all runs of all blocks. */
  int rows() {
    int[] rows = new int[1];
    for (int block = 0; block < snapshot.blocks(); block++) {
      forEach(block, (from, to) -> rows[0] += to - from);
    }
    return rows[0];
  }
}
