package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.analysis.chance.Oracle.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Envelope;

@SuppressWarnings("NullAway") // it does not see in class files that an array may be null
class AdaptiveDensityTest {

  private static final Points AT =
      new Points(new double[] {100, 500, 615}, new double[] {100, 500, 655});

  private static AdaptiveDensity.Parameters twelve(EdgeCorrection edge, double trim) {
    return AdaptiveDensity.Parameters.of(Twelve.POINTS, 100, edge, Twelve.SQUARE, trim);
  }

  @Test
  void twelveEventsHaveTheBandwidthsAndDensitiesWorkedOutByHand() {
    AdaptiveDensity.Result result = AdaptiveDensity.atPoints(twelve(EdgeCorrection.NONE, 5), AT);
    double[] widths = {
      87.22318, 85.70661, 88.15494, 85.53492, 85.45679, 86.02477, 104.04122, 104.04314, 145.60326,
      102.40433, 102.68908, 145.59988
    };
    assertClose("bandwidths", widths, result.bandwidthsMetres(), 1e-7);
    double[] density = {5.75942729e-05, 2.87005686e-05, 3.04603874e-05};
    assertClose("density", density, result.perSquareMetre(), 2e-9);
  }

  @Test
  void theTrimHoldsLonelyEventsToSoManyMedians() {
    double[] widths =
        AdaptiveDensity.atPoints(twelve(EdgeCorrection.NONE, 1.1), AT).bandwidthsMetres();
    double[] sorted = widths.clone();
    Arrays.sort(sorted);
    double median = (88.15494 + 102.40433) / 2;
    assertEquals(1.1 * median, sorted[11], 1e-4);
    assertEquals(sorted[11], sorted[10], 0);
  }

  @Test
  void digglesCorrectionIntegratesToTheEventsAndTheGridEqualsThePoints() {
    PlaneGrid grid = PlaneGrid.over(new Envelope(0, 1000, 0, 1000), 200, 200);
    AdaptiveDensity.Result cells = AdaptiveDensity.onGrid(twelve(EdgeCorrection.DIGGLE, 5), grid);
    assertEquals(12, cells.integral(), 0);
    assertEquals(12, 25 * Arrays.stream(cells.perSquareMetre()).sum(), 1e-2);
    Points centre = new Points(new double[] {grid.centreX(77)}, new double[] {grid.centreY(33)});
    double place =
        AdaptiveDensity.atPoints(twelve(EdgeCorrection.DIGGLE, 5), centre).perSquareMetre()[0];
    assertClose("cell", place, cells.perSquareMetre()[33 * 200 + 77], 1e-12);
  }

  @Test
  void theUniformCorrectionRaisesDensitiesAtTheEdgeOnly() {
    double[] none = AdaptiveDensity.atPoints(twelve(EdgeCorrection.NONE, 5), AT).perSquareMetre();
    double[] uniform =
        AdaptiveDensity.atPoints(twelve(EdgeCorrection.UNIFORM, 5), AT).perSquareMetre();
    assertTrue(uniform[0] > 1.2 * none[0]);
    assertEquals(1, uniform[1] / none[1], 0.1);
  }
}
