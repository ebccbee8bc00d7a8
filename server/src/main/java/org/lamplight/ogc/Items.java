package org.lamplight.ogc;

import java.util.List;
import java.util.Map;
import org.lamplight.filter.Condition;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Role;

/** A collection of features of a city, as it stands at one data version. */
public interface Items {

  /**
   * What a collection says of itself.
   *
   * @param role the least role that sees it
   * @param geometry as JSON Schema's formats name it: {@code geometry-point}, {@code geometry-any}
   * @param temporal whether datetime chooses among its features
   * @param properties of its features; each is a query parameter too
   * @param parameters further query parameters
   */
  record Description(
      String id,
      String title,
      String description,
      Role role,
      String geometry,
      boolean temporal,
      List<Property> properties,
      List<Property> parameters) {

    /** Names of the parameters that filter, besides those that every collection has. */
    List<String> filters() {
      return java.util.stream.Stream.concat(properties.stream(), parameters.stream())
          .map(Property::name)
          .toList();
    }
  }

  /**
   * A page to write.
   *
   * @param after id of the last feature of the page before; empty for the first page
   */
  record Page(Condition condition, String after, int limit, Crs crs) {}

  Description description();

  Extent extent();

  /** The data version that answers are made from. */
  long version();

  /** The condition of the filter parameters, {@code datetime} among them; a wrong value is INVALID. */
  Condition parse(Map<String, String> filters);

  /** How many features satisfy the condition, exactly. */
  long count(Condition condition);

  /** Writes the features of the page, with commas between, in the order of their ids. */
  PageEnd write(Page page, JsonWriter out);

  /** Writes the one feature, its last brace left out; false, and nothing written, when there is none. */
  boolean writeOne(String id, Crs crs, JsonWriter out);
}
