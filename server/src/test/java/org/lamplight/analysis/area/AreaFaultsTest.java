package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AreaFaultsTest {

  private static final int[][] RING = {{1, 4}, {0, 2}, {1, 3}, {2, 4}, {3, 0}};

  private static void refused(String part, Executable work) {
    Fault fault = assertThrows(Fault.class, work);
    assertEquals(Fault.Kind.INVALID, fault.kind());
    assertTrue(fault.sentence().contains(part), fault.sentence());
  }

  private static GetisOrd.Parameters ring(double... values) {
    return new GetisOrd.Parameters(values, Neighbors.of(RING), Style.B, null);
  }

  @Test
  void equalValuesAreRefused() {
    refused("all values are equal", () -> GetisOrd.giStar(ring(3, 3, 3, 3, 3)));
  }

  @Test
  void unequalLengthsAreRefused() {
    refused("4 entries", () -> GetisOrd.giStar(ring(3, 3, 3, 1)));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    refused("number 2", () -> GetisOrd.gi(ring(3, Double.NaN, 3, 1, 2)));
    refused(
        "number 5",
        () -> GlobalMoran.of(GlobalParameters.of(
            new double[] {1, 2, 3, 4, Double.POSITIVE_INFINITY},
            Weights.of(Neighbors.of(RING), Style.W))));
  }

  @Test
  void neighborsThatAreNoneAreRefused() {
    refused("names 2, and units are 0 to 1", () -> Neighbors.of(new int[][] {{1}, {2}}));
    refused("twice", () -> Neighbors.of(new int[][] {{1, 1}, {0}}));
  }

  @Test
  void degreesInPlaceOfMetresAreRefused() {
    double[] lon = {-118.243, -118.301, -118.52};
    double[] lat = {34.05, 34.11, 33.98};
    refused("degrees", () -> Neighbors.within(lon, lat, 0.05));
    refused("degrees", () -> Neighbors.nearest(lon, lat, 2));
  }

  @Test
  void aDistanceThatMakesEverybodyANeighborIsTooLarge() {
    double[] x = new Random(5).doubles(20_000, 0, 50_000).toArray();
    Fault fault = assertThrows(Fault.class, () -> Neighbors.within(x, x, 90_000));
    assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
  }

  @Test
  void aSmallLatticeIsNoDegrees() {
    Neighbors lattice =
        Neighbors.within(new double[] {0, 1, 2, 0.5}, new double[] {0, 0, 0, 0.5}, 1);
    assertArrayEquals(new int[] {1, 3}, lattice.of(0));
  }

  @Test
  void tooFewUnitsAreWarnedOfAndRefusedForStoredLayers() {
    GetisOrd.Result result = GetisOrd.giStar(ring(3, 1, 4, 1, 5));
    assertTrue(result.warnings().get(0).belowMinimum());
    refused("at least 30", () -> Warning.refuseBelowMinimum(result.warnings()));
  }

  @Test
  void islandsHaveNoResultAndAreSaid() {
    int[][] lists = {{1, 4}, {0, 2}, {1, 3}, {2, 4}, {3, 0}, {}};
    double[] values = {3, 1, 4, 1, 5, 9};
    GetisOrd.Result gi =
        GetisOrd.giStar(new GetisOrd.Parameters(values, Neighbors.of(lists), Style.B, null));
    assertTrue(Double.isNaN(gi.z()[5]));
    assertEquals(0, gi.rawClass()[5]);
    assertTrue(gi.warnings().stream().anyMatch(w -> w.sentence().startsWith("One unit has no")));
    LocalMoran.Result moran = LocalMoran.of(
        LocalMoran.Parameters.of(values, Weights.of(Neighbors.of(lists), Style.W), null));
    assertEquals(Quadrant.NONE, moran.quadrant()[5]);
    assertTrue(Double.isNaN(moran.pAdjusted()[5]));
    assertFalse(Double.isNaN(moran.pAdjusted()[0]));
  }

  @Test
  void aCornerInTheMiddleOfASideIsContact() throws ParseException {
    List<Geometry> wall = List.of(
        box(0, 0, 2, 1), box(2, 0, 4, 1), box(1, 1, 3, 2), box(4, 1, 5, 2), box(10, 10, 11, 11));
    Neighbors rook = Neighbors.rook(wall);
    Neighbors queen = Neighbors.queen(wall);
    assertArrayEquals(new int[] {1, 2}, rook.of(0));
    assertArrayEquals(new int[] {0, 2}, rook.of(1));
    assertArrayEquals(new int[] {0, 2, 3}, queen.of(1));
    assertArrayEquals(
        new int[] {4},
        rook.withoutSelf().islands().length == 2 ? new int[] {queen.islands()[0]} : new int[0]);
  }

  @Test
  void anAreaInsideAnotherIsItsNeighbor() throws ParseException {
    List<Geometry> areas = List.of(
        box(0, 0, 10, 10),
        box(4, 4, 5, 5),
        new WKTReader().read("POLYGON((20 0,30 0,30 10,20 10,20 0),(22 2,28 2,28 8,22 8,22 2))"),
        box(24, 4, 25, 5));
    Neighbors queen = Neighbors.queen(areas);
    assertArrayEquals(new int[] {1}, queen.of(0));
    assertArrayEquals(new int[0], queen.of(2));
  }

  private static Geometry box(double west, double south, double east, double north)
      throws ParseException {
    return new WKTReader()
        .read("POLYGON((" + west + " " + south + "," + east + " " + south + "," + east + " " + north
            + "," + west + " " + north + "," + west + " " + south + "))");
  }
}
