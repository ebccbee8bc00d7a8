package org.lamplight.area;

import org.jspecify.annotations.Nullable;

/**
 * An area of a set.
 *
 * @param populationOf where the population comes from
 * @param geometry its outline as GeoJSON in the CRS that was asked for
 */
public record Area(
    String slug,
    String name,
    @Nullable String code,
    @Nullable Integer population,
    @Nullable String populationOf,
    double areaKm2,
    String geometry) {}
