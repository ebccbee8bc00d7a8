package org.lamplight.study;

import java.util.List;
import java.util.stream.Stream;

/** Every analysis, in the order of the list that people see. */
final class Methods {

  private Methods() {}

  static List<Method> all() {
    return Stream.of(DensityMethods.all(), LocalMethods.all(), GlobalMethods.all())
        .flatMap(List::stream)
        .toList();
  }
}
