package org.lamplight.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded of a city's incidents.
 *
 * @param from local date of the first, such as 2020-01-01; implausible dates left out
 * @param until local date of the last
 */
public record Summary(
    long total,
    long withoutPlace,
    @Nullable String from,
    @Nullable String until,
    @Nullable Instant lastImport) {}
