package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class BandwidthsTest {

  private static final Oracle ORACLE = Oracle.read("point/density.txt");
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));

  @Test
  void scottsRuleIsThatOfSpatstat() {
    Bandwidths.Scott scott = Bandwidths.scott(POINTS);
    ORACLE.assertSame("scott", new double[] {scott.sigmaX(), scott.sigmaY()}, 1e-12);
    ORACLE.assertSame("scott.iso", new double[] {scott.sigma()}, 1e-12);
    assertEquals(Math.sqrt(8) * scott.sigma(), scott.quarticRadius(), 1e-9);
  }

  @Test
  void likelihoodChoosesWhatSpatstatChooses() {
    Geometry window = Twelve.box(0, 0, 4000, 3000);
    Bandwidths.Choice choice = Bandwidths.likelihood(
        new Bandwidths.LikelihoodParameters(POINTS, window, ORACLE.numbers("sigmas")));
    assertEquals(ORACLE.number("ppl"), choice.sigma(), 0);
    ORACLE.assertSame("ppl.score", choice.score(), 1e-3);
  }

  @Test
  void withoutCandidatesSixteenAreTakenFromTheData() {
    Geometry window = Twelve.box(0, 0, 1000, 1000);
    Bandwidths.Choice choice =
        Bandwidths.likelihood(Bandwidths.LikelihoodParameters.of(Twelve.POINTS, window));
    assertEquals(16, choice.candidates().length);
    assertEquals(Math.sqrt(200), choice.candidates()[0], 1e-12);
    assertEquals(Math.sqrt(2e6) / 2, choice.candidates()[15], 1e-9);
  }

  @Test
  void aRuleOfThumbForMapsIsFiveCells() {
    assertArrayEquals(
        new double[] {20, 100}, Bandwidths.chaineyRatcliffe(new Envelope(0, 5000, 0, 3000)), 1e-9);
  }

  @Test
  void oneplaceHasNoBandwidth() {
    Points same = new Points(new double[] {500, 500, 500}, new double[] {700, 700, 700});
    assertThrows(Fault.class, () -> Bandwidths.scott(same));
  }
}
