package org.lamplight.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as it is stored.
 *
 * @param details JSON, as PostgreSQL writes it
 * @param previous hash of the entry before; zeroes before the first
 */
record AuditEntry(
    long id,
    Instant at,
    String action,
    String outcome,
    @Nullable String actor,
    String from,
    @Nullable String city,
    String details,
    byte[] previous,
    byte[] hash) {}
