/** Seeded, synthetic incidents and outlines for the demo and for benchmarks; facts only from fixtures. */
@NullMarked
package org.lamplight.demo;

import org.jspecify.annotations.NullMarked;
