/** The benchmarks: each prints a ratio of two times that were measured in the same run. */
@NullMarked
package org.lamplight.app.bench;

import org.jspecify.annotations.NullMarked;
