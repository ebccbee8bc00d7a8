package org.lamplight.ingest;

import java.time.Instant;

/** What is kept of a file: its name, its bytes and their hash, and when reading began. */
record FileFacts(String name, String sha256, long bytes, Instant startedAt) {}
