package org.lamplight.ogc.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.StringJoiner;

/** Data as an outsider writes it into a request, and numbers as he reads them from an answer. */
final class Inline {

  private Inline() {}

  static String field(String name, double[] values) {
    StringJoiner list = new StringJoiner(",", "\"" + name + "\":[", "]");
    Arrays.stream(values)
        .forEach(each -> list.add(Double.isNaN(each) ? "null" : Double.toString(each)));
    return list.toString();
  }

  static String field(String name, int[][] values) {
    return "\"" + name + "\":" + Arrays.deepToString(values);
  }

  static String inputs(String... fields) {
    return "{" + String.join(",", fields) + "}";
  }

  /** The numbers of a list, NaN where null stands. */
  static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    Arrays.setAll(numbers, i -> list.get(i).isNull() ? Double.NaN : list.get(i).asDouble());
    return numbers;
  }

  /** Single numbers of an answer, by name. */
  static double[] each(JsonNode answer, String... names) {
    return Arrays.stream(names)
        .mapToDouble(name -> answer.path(name).asDouble())
        .toArray();
  }

  static int[][] lattice(int side) {
    int[][] neighbors = new int[side * side][];
    Arrays.setAll(
        neighbors,
        cell -> java.util.stream.IntStream.range(0, side * side)
            .filter(other -> other != cell
                && Math.abs(cell % side - other % side) <= 1
                && Math.abs(cell / side - other / side) <= 1)
            .toArray());
    return neighbors;
  }
}
