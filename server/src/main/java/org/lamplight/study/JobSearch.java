package org.lamplight.study;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of an owner to list.
 *
 * @param processes ids; none for all
 * @param since of being asked for, with {@code until} half-open
 * @param leastSeconds that it has run
 */
public record JobSearch(
    List<String> processes,
    List<String> statuses,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Double leastSeconds,
    @Nullable Double mostSeconds,
    int skip,
    int limit) {}
