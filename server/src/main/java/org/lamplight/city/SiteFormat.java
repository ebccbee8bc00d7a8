package org.lamplight.city;

/** The layout of a city's program-site files. */
public record SiteFormat(String id) {}
