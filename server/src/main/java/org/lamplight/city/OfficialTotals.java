package org.lamplight.city;

import java.util.Map;

/**
 * How many incidents the source itself counts, to hold what is loaded against.
 *
 * @param source where the totals stand, and of when they are
 * @param years incidents by the year of their occurrence
 */
public record OfficialTotals(Text source, Map<Integer, Long> years) {}
