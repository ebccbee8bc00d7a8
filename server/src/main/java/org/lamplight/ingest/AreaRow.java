package org.lamplight.ingest;

import org.jspecify.annotations.Nullable;

/**
 * One area as read, before it is stored.
 *
 * @param wkb its outline in longitude and latitude, well-known binary
 */
record AreaRow(
    long number,
    String slug,
    String name,
    @Nullable String code,
    @Nullable Integer population,
    @Nullable String populationOf,
    byte[] wkb) {}
