/** The analyst's desk: views that are kept and shared, comparisons, repeat addresses, what has no place, what is loaded of what there is. */
@NullMarked
package org.lamplight.explore.view;

import org.jspecify.annotations.NullMarked;
