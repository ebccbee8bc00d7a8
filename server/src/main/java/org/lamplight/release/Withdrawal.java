package org.lamplight.release;

import java.time.Instant;

/** That a release was withdrawn: its numbers are not answered any more, and every page says why. */
public record Withdrawal(Instant at, String why) {}
