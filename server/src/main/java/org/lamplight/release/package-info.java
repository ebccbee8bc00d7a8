/** The public's data: releases, built from frozen months, audited, published once, and served from memory. */
@NullMarked
package org.lamplight.release;

import org.jspecify.annotations.NullMarked;
