/** The filtered incidents as files: CSV, GeoJSON, GeoPackage, FlatGeobuf, written as they come from the database. */
@NullMarked
package org.lamplight.explore.export;

import org.jspecify.annotations.NullMarked;
