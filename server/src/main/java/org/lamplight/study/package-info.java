/**
 * Runs of analyses: what each takes and gives and how it is explained, the layers that its inputs may name, runs apart from
 * their request, and studies, which are runs that are kept.
 */
@NullMarked
package org.lamplight.study;

import org.jspecify.annotations.NullMarked;
