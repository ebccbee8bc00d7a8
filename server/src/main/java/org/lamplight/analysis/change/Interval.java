package org.lamplight.analysis.change;

/** A closed interval. */
public record Interval(double low, double high) {}
