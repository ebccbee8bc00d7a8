/** Files to tables: readers, checks, staging, report. */
@NullMarked
package org.lamplight.ingest;

import org.jspecify.annotations.NullMarked;
