package org.lamplight.explore;

import org.lamplight.geo.BBox;

/** What a map shows: its box and its zoom level (web Mercator, 256-pixel tiles). */
public record View(BBox box, int zoom) {}
