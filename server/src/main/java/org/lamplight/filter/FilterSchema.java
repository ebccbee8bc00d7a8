package org.lamplight.filter;

import java.util.List;
import java.util.Optional;

/** What a filter text may name: the caller gives it for a collection and for what its reader may see. */
public interface FilterSchema {

  /** The property of that name; a hidden one is as if it were not there. */
  Optional<Property> find(String name);

  /** The geometry's name. */
  String geometry();

  /** The shape around a point, at a distance in metres; degrees of longitude and latitude. */
  Shape around(double lon, double lat, double metres);

  /** What can be asked of a property. */
  enum Kind {
    /** One of a list of words: equality alone. */
    WORD,
    TEXT,
    WHOLE_NUMBER,
    TRUTH,
    INSTANT,
    DATE
  }

  /** A property that a filter text may name. */
  interface Property {
    Kind kind();

    /** Its name for comparisons; words have none. */
    String column();

    /** That it equals one of the values, which are of its kind; INVALID with a sentence for a word that is none of its. */
    Condition anyOf(List<Object> values);

    /** That it has a value. */
    Condition known();
  }
}
