package org.lamplight.analysis.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

/** Funnels, smoothed rates and harm. */
class AreaRatesTest {

  @Test
  void theFunnelIsThatOfR() {
    Oracle r = Oracle.read("change/counts.txt");
    double[] cases = r.numbers("cases");
    double[] people = r.numbers("people");
    Funnel.Result exact = Funnel.of(new Funnel.Parameters(cases, people, Double.NaN, false));
    Funnel.Result wide = Funnel.of(new Funnel.Parameters(cases, people, Double.NaN, true));
    r.assertSame("funnel", new double[] {exact.target(), exact.phi()}, 1e-8);
    r.assertSame("funnel.z", exact.z(), 1e-8);
    r.assertSame("limit.0.025", exact.low95(), 0);
    r.assertSame("limit.0.975", exact.high95(), 0);
    r.assertSame("limit.0.001", exact.low998(), 0);
    r.assertSame("limit.0.999", exact.high998(), 0);
    r.assertSame("wide.0.025", wide.low95(), 1e-8);
    r.assertSame("wide.0.975", wide.high95(), 1e-8);
    r.assertSame("wide.0.001", wide.low998(), 1e-8);
    r.assertSame("wide.0.999", wide.high998(), 1e-8);
  }

  @Test
  void limitsOfAMeanOfTen() {
    Funnel.Result funnel = Funnel.of(
        new Funnel.Parameters(new double[] {3, 22, 10}, new double[] {100, 100, 100}, 0.1, false));
    assertEquals(4, funnel.low95()[0]);
    assertEquals(17, funnel.high95()[0]);
    assertEquals(2, funnel.low998()[0]);
    assertEquals(21, funnel.high998()[0]);
    assertArrayEquals(new int[] {-1, 2, 0}, funnel.outside());
    assertTrue(funnel.warnings().get(0).belowMinimum());
  }

  @Test
  void smoothedRatesAreThoseOfR() {
    Oracle r = Oracle.read("area/sids.txt");
    Neighbors queen = Neighbors.of(r.lists("queen", 100));
    EmpiricalBayes.Parameters parameters =
        new EmpiricalBayes.Parameters(r.numbers("cases"), r.numbers("births"), queen);
    EmpiricalBayes.Result global = EmpiricalBayes.global(parameters);
    r.assertSame("eb.raw", global.raw(), 1e-8);
    r.assertSame("eb.smoothed", global.smoothed(), 1e-8);
    r.assertSame("eb.parameters", new double[] {global.spread(), global.mean()}, 1e-8);
    r.assertSame("choynowski", global.choynowski(), 1e-8);
    EmpiricalBayes.Result local = EmpiricalBayes.local(parameters);
    r.assertSame("local.smoothed", local.smoothed(), 1e-8);
    r.assertSame("local.m", local.localMean(), 1e-8);
    r.assertSame("local.a", local.localSpread(), 1e-8);
    int anson = (int) r.number("anson");
    assertEquals(0.009554140, global.raw()[anson], 5e-10);
    assertEquals(0.004838804, global.smoothed()[anson], 5e-10);
    assertEquals(0.008171697, local.smoothed()[anson], 5e-10);
    assertEquals(0.99999974, global.choynowski()[anson], 5e-9);
    assertEquals(0.001697297, global.smoothed()[(int) r.number("ashe")], 5e-10);
    assertEquals(0.002021444894, global.mean(), 5e-13);
    assertEquals(7.692930647e-07, global.spread(), 5e-17);
  }

  @Test
  void anAreaWithoutPeopleHasNoRateAndDisturbsNoOther() {
    double[] counts = {4, 9, 0, 6};
    double[] people = {1000, 1500, 0, 900};
    EmpiricalBayes.Result with =
        EmpiricalBayes.global(new EmpiricalBayes.Parameters(counts, people, null));
    EmpiricalBayes.Result without = EmpiricalBayes.global(new EmpiricalBayes.Parameters(
        new double[] {4, 9, 6}, new double[] {1000, 1500, 900}, null));
    assertTrue(Double.isNaN(with.smoothed()[2]) && Double.isNaN(with.choynowski()[2]));
    assertEquals(without.smoothed()[2], with.smoothed()[3], 1e-15);
    Rates.Result rates = Rates.of(new Rates.Parameters(counts, people, 2, 1000));
    assertEquals(2, rates.rate()[0], 1e-12);
    assertTrue(Double.isNaN(rates.rate()[2]));
    assertEquals(2, rates.warnings().size());
  }

  @Test
  void harmIsWeightedDaysWithTheVarianceOfPoissonCounts() {
    HarmWeights table = HarmWeights.parse("""
        version,offence,days,policeGenerated,verified,source
        test-1,robbery,365,no,yes,own
        test-1,burglary,20,no,yes,own
        test-1,weapons,30,yes,yes,own
        """);
    HarmSum.Result sum = HarmSum.of(new HarmSum.Parameters(
        table, Map.of("robbery", 4L, "burglary", 50L, "weapons", 9L, "arson", 1L), 0.95));
    assertEquals(2460, sum.days());
    assertEquals(Math.sqrt(365.0 * 365 * 4 + 20.0 * 20 * 50), sum.standardError(), 1e-9);
    assertEquals("robbery", sum.largest().get(0).offence());
    assertEquals(1460 / 2460.0, sum.largest().get(0).share(), 1e-12);
    assertEquals(List.of("arson", "weapons"), sum.leftOut());
  }

  @Test
  void varianceOfTheReferenceExample() {
    double[] weights = {3, 2, 5, 7, 10};
    double[] variances = {428, 1222, 833, 386, 440};
    assertEquals(304.10360077, Math.sqrt(HarmSum.variance(weights, variances)), 5e-9);
  }

  @Test
  void aTableOfHarmThatIsWrongIsRefusedInWords() {
    String head = "version,offence,days,policeGenerated,verified,source\n";
    refused("twice", () -> HarmWeights.parse(head + "a,x,1,no,no,s\na,x,2,no,no,s\n"));
    refused("one version", () -> HarmWeights.parse(head + "a,x,1,no,no,s\nb,y,2,no,no,s\n"));
    refused("line 2: days", () -> HarmWeights.parse(head + "a,x,one,no,no,s\n"));
    refused("yes or no", () -> HarmWeights.parse(head + "a,x,1,perhaps,no,s\n"));
    refused("no source", () -> HarmWeights.parse(head + "a,x,1,no,no,\n"));
    refused("0 to 36,500", () -> HarmWeights.parse(head + "a,x,-1,no,no,s\n"));
    refused("columns", () -> HarmWeights.parse("offence,days\nx,1\n"));
  }

  private static void refused(String part, Executable work) {
    Fault fault = assertThrows(Fault.class, work);
    assertTrue(fault.sentence().contains(part), fault.sentence());
  }
}
