package org.lamplight.analysis.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What an R script of fixtures/oracles wrote: a name on each line, and its numbers. */
public final class Oracle {

  /** What is 0 but for rounding. */
  private static final double TINY = 1e-14;

  private final Map<String, String> lines = new HashMap<>();

  private Oracle() {}

  /** Reads such as {@code area/points.txt}. */
  public static Oracle read(String name) {
    Oracle oracle = new Oracle();
    try (InputStream in = Oracle.class.getResourceAsStream("/fixtures/oracles/" + name);
        BufferedReader reader = new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> {
        String[] parts = line.split(" ", 2);
        oracle.lines.put(parts[0], parts.length > 1 ? parts[1] : "");
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return oracle;
  }

  public String text(String name) {
    return Objects.requireNonNull(lines.get(name), name);
  }

  public double[] numbers(String name) {
    String text = text(name);
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(" ")).mapToDouble(Oracle::parsed).toArray();
  }

  public double number(String name) {
    return numbers(name)[0];
  }

  public int[] integers(String name) {
    return Arrays.stream(numbers(name)).mapToInt(value -> (int) value).toArray();
  }

  /** Lists {@code name.0}, {@code name.1} and so on. */
  public int[][] lists(String name, int count) {
    int[][] lists = new int[count][];
    Arrays.setAll(lists, i -> integers(name + "." + i));
    return lists;
  }

  /** R writes Inf; a z of a unit without neighbors is NaN. */
  private static double parsed(String text) {
    return switch (text) {
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Holds the numbers to those of the oracle, relative, NaN to NaN. */
  public void assertSame(String name, double[] actual, double relative) {
    assertClose(name, numbers(name), actual, relative);
  }

  public static void assertClose(String name, double[] expected, double[] actual, double relative) {
    assertEquals(expected.length, actual.length, name);
    for (int i = 0; i < expected.length; i++) {
      assertClose(name + "[" + i + "]", expected[i], actual[i], relative);
    }
  }

  public static void assertClose(String name, double expected, double actual, double relative) {
    boolean same = Double.isNaN(expected)
        ? Double.isNaN(actual)
        : expected == actual
            || Math.abs(expected - actual) <= Math.max(relative * Math.abs(expected), TINY);
    assertTrue(same, name + ": expected " + expected + ", was " + actual);
  }
}
