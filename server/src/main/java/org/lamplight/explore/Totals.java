package org.lamplight.explore;

import java.util.List;
import java.util.Map;

/** The part of an {@link Answer} that does not depend on the view: a person who pans asks for it again and again. */
record Totals(
    int total,
    int matched,
    int withoutPlace,
    Map<String, Integer> groups,
    Map<String, Integer> offences,
    int[] hourOfWeek,
    List<Answer.Month> months,
    List<Double> densityBreaks) {}
