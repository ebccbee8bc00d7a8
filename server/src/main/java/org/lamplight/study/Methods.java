package org.lamplight.study;

import java.util.List;
import java.util.stream.Stream;

/** Every analysis, in the order of the list that people see. */
final class Methods {

  private Methods() {}

  static List<Method> all() {
    return Stream.of(
            DensityMethods.all(),
            LocalMethods.all(),
            GlobalMethods.all(),
            ClusterMethods.all(),
            RipleyMethods.all(),
            NearRepeatMethods.all(),
            BackTestMethods.all(),
            TrendMethods.all(),
            AlertMethods.all(),
            BaselineMethods.all(),
            CountMethods.all(),
            RateMethods.all(),
            ClockMethods.all(),
            ConcentrationMethods.all(),
            HarmMethods.all(),
            EquityMethods.all(),
            PackMethods.all(),
            EvaluationMethods.all())
        .flatMap(List::stream)
        .toList();
  }
}
