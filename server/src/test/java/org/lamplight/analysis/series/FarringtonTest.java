package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

/** Held to surveillance's farringtonFlexible: fixtures/oracles/series/farrington.R. */
class FarringtonTest {

  private final Oracle r = Oracle.read("series/farrington.txt");

  private void assertSame(String name, Farrington.Settings settings) {
    Farrington.Result result =
        Farrington.of(new Farrington.Parameters(r.numbers("counts"), settings, 319));
    double[] upper = r.numbers(name + ".upper");
    double[] alarm = r.numbers(name + ".alarm");
    double[] expected = r.numbers(name + ".expected");
    double alarms = 0;
    for (int i = 0; i < upper.length; i++) {
      Oracle.assertClose(name + " bound " + i, upper[i], result.upperBound()[319 + i], 1e-4);
      Oracle.assertClose(name + " expected " + i, expected[i], result.expected()[319 + i], 1e-4);
      assertEquals(alarm[i] > 0, result.alarm()[319 + i], name + " alarm " + i);
      alarms += alarm[i];
    }
    assertTrue(alarms >= 2);
    assertTrue(Double.isNaN(result.upperBound()[318]));
  }

  @Test
  void boundsByTheQuantileOfCountsAreThoseOfR() {
    assertSame("quantile", Farrington.Settings.weekly());
  }

  @Test
  void theWindowsAloneWithThePowerTwoThirdsAreThoseOfR() {
    assertSame("plain", new Farrington.Settings(52, 4, 3, 1, 3, 2.58, 0.05, false));
  }

  @Test
  void aShortHistoryIsRefused() {
    Fault fault = assertThrows(
        Fault.class,
        () -> Farrington.of(
            new Farrington.Parameters(new double[200], Farrington.Settings.weekly(), 150)));
    assertTrue(fault.sentence().contains("263 steps of baseline"));
  }
}
