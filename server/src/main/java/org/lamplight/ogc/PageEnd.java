package org.lamplight.ogc;

import java.util.Optional;

/**
 * How a page ended.
 *
 * @param written features on it
 * @param last id of its last feature when more follow
 */
public record PageEnd(int written, Optional<String> last) {}
