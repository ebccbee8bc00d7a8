package org.lamplight.incident;

import java.util.Optional;
import org.lamplight.filter.Shape;

/** Shapes of a city that filters name by their id. */
@FunctionalInterface
public interface Shapes {

  /** The shape of that id; empty when there is none, or none any more. */
  Optional<Shape> find(String id);
}
