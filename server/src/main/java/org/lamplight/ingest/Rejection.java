package org.lamplight.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A row or feature that cannot be loaded.
 *
 * @param line line of the file on which it begins, or number of the feature
 * @param reason word for the report, such as missing_date
 */
record Rejection(
    long line,
    @Nullable String record,
    String reason,
    @Nullable String detail) {}
