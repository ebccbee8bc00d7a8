package org.lamplight.city;

/** The layout of a city's incident files: which column holds what, and how dates and times are written. */
public record IncidentFormat(String id) {}
