package org.lamplight.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recorded incident as stored.
 *
 * @param id our own stable number
 * @param code number of the source's code (see {@link Taxonomy})
 * @param hour local hour of occurredFrom
 * @param weekday local ISO weekday of occurredFrom
 * @param flags bits of {@link Flag}
 * @param place whether it has a place
 * @param x longitude, or easting in the CRS that was asked for
 * @param y latitude, or northing
 * @param areas numbers of the areas that hold the place
 */
public record Incident(
    long id,
    int code,
    int hour,
    int weekday,
    int flags,
    boolean firearm,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable LocalDate reportedOn,
    boolean place,
    double x,
    double y,
    int[] areas,
    String record,
    @Nullable String address,
    @Nullable String premises,
    @Nullable String weapon,
    @Nullable String status,
    @Nullable String beat) {}
