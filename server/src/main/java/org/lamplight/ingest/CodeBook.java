package org.lamplight.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Numbers of a city's codes during one import; codes that the city has never seen get negative numbers until they are stored. */
final class CodeBook {

  private static final int MOST_NEW = 5_000;
  private final Map<String, Short> numbers;
  private final Map<String, Short> added = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  CodeBook(Map<String, Short> known) {
    numbers = new HashMap<>(known);
  }

  short number(String code, @Nullable String label) {
    Short number = numbers.get(code);
    if (number == null) {
      Fault.require(
          added.size() < MOST_NEW,
          "more than " + MOST_NEW + " codes that nobody knows: is the code column the right one?");
      number = (short) (-added.size() - 1);
      numbers.put(code, number);
      added.put(code, number);
    }
    if (label != null) {
      labels.put(code, label);
    }
    return number;
  }

  /** Codes met for the first time, with their provisional numbers. */
  Map<String, Short> added() {
    return added;
  }

  /** The source's words for each code, as last met. */
  Map<String, String> labels() {
    return labels;
  }
}
