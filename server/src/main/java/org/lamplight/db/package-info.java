/** Pools, migrations, statements in files, and the private PostGIS. */
@NullMarked
package org.lamplight.db;

import org.jspecify.annotations.NullMarked;
