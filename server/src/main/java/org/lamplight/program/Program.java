package org.lamplight.program;

import org.jspecify.annotations.Nullable;

/**
 * A program that acts against harm.
 *
 * @param sign its sign on the map
 * @param geometry points of its sites as GeoJSON in the CRS that was asked for; null when none has a place
 */
public record Program(
    String slug,
    String name,
    @Nullable String nameEs,
    @Nullable String operator,
    @Nullable String description,
    String sign,
    @Nullable String source,
    @Nullable String geometry) {}
