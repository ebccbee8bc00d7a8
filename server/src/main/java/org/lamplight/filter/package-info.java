/** One filter grammar over a schema that the caller gives, compiled to SQL and to a predicate. */
@NullMarked
package org.lamplight.filter;

import org.jspecify.annotations.NullMarked;
