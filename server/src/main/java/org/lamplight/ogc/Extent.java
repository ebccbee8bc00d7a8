package org.lamplight.ogc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.geo.BBox;

/**
 * Where and when the features of a collection lie.
 *
 * @param since first instant; null when not known
 * @param until last instant; null for open
 */
public record Extent(
    Optional<BBox> box, @Nullable Instant since, @Nullable Instant until) {

  /** Nothing is known. */
  public static final Extent UNKNOWN = new Extent(Optional.empty(), null, null);
}
