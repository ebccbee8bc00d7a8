/** City profiles: time zone, projected CRS, area sets, offence taxonomy, file formats. */
@NullMarked
package org.lamplight.city;

import org.jspecify.annotations.NullMarked;
