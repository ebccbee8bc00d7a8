package org.lamplight.app.bench;

import java.net.URI;

/**
 * A server that is measured.
 *
 * @param token of an analyst, who alone sees incidents
 */
record Target(URI address, String token) {}
