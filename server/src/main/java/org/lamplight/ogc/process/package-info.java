/** OGC API Processes of a city: descriptions, executions, jobs. */
@NullMarked
package org.lamplight.ogc.process;

import org.jspecify.annotations.NullMarked;
