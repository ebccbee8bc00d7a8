package org.lamplight.ingest;

import org.jspecify.annotations.Nullable;

/** A program as read, before it is stored. */
record ProgramRow(
    String slug,
    String name,
    @Nullable String nameEs,
    @Nullable String operator,
    @Nullable String description,
    String sign,
    @Nullable String source) {}
