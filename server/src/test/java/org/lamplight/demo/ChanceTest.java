package org.lamplight.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ChanceTest {

  @Property
  void sharesAddUpAndStayWithinOneOfTheExactPart(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0.01, max = 1000) Double> parties,
      @ForAll @IntRange(max = 100_000) int total) {
    double[] weights = parties.stream().mapToDouble(Double::doubleValue).toArray();
    int[] parts = Shares.whole(weights, total);
    double sum = Arrays.stream(weights).sum();
    assertEquals(total, Arrays.stream(parts).sum());
    for (int i = 0; i < parts.length; i++) {
      assertTrue(Math.abs(parts[i] - total * weights[i] / sum) < 1 + 1e-6);
    }
  }

  @Property(tries = 50)
  void drawsFollowTheirWeights(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int light,
      @ForAll @IntRange(min = 1, max = 9) int heavy) {
    Dice dice = new Dice(seed);
    Weighted<Integer> items = Weighted.indexes(light, heavy, 0);
    int[] counts = new int[3];
    int draws = 4_000;
    for (int i = 0; i < draws; i++) {
      counts[items.draw(dice)]++;
    }
    double share = (double) light / (light + heavy);
    double error = Math.sqrt(draws * share * (1 - share));
    assertEquals(draws * share, counts[0], 5.5 * error + 1);
    assertEquals(0, counts[2], "an item without weight is never drawn");
  }

  @Property
  void degreesAreWrittenAsTheyWereRounded(
      @ForAll @IntRange(min = -1_800_000, max = 1_800_000) int units) {
    StringBuilder text = new StringBuilder();
    RowLayout.degrees(text, units / 1e4);
    assertEquals(units / 1e4, Double.parseDouble(text.toString()));
    assertTrue(text.toString().matches("-?\\d+(\\.\\d{0,3}[1-9])?"), text.toString());
  }

  @Property(tries = 200)
  void theWobbleCanBeUndone(
      @ForAll @DoubleRange(min = -40_000, max = 40_000) double x,
      @ForAll @DoubleRange(min = -40_000, max = 40_000) double y) {
    Wobble wobble = new Wobble(150);
    var point = new org.locationtech.jts.geom.Coordinate(x, y);
    assertTrue(wobble.straighten(wobble.bend(point)).distance(point) < 0.01);
  }
}
