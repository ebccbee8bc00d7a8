package org.lamplight.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of areas of a city, such as its neighborhoods.
 *
 * @param id name in paths and parameters
 * @param title name for people
 * @param fields where the properties of an area stand in the source's GeoJSON
 * @param source where the file comes from, in words
 * @param unions how its areas are made of another set's areas, when no file gives them
 */
public record AreaSet(
    String id,
    Text title,
    Fields fields,
    @Nullable String source,
    @Nullable Unions unions) {

  public AreaSet(String id, Text title, Fields fields, @Nullable String source) {
    this(id, title, fields, source, null);
  }

  /**
   * Property names tried in order; the first that a feature has is taken.
   *
   * @param name the area's name, at least one
   * @param code the source's number or letter; may be empty
   * @param population residents; may be empty
   * @param prefix put before the name, such as "Zone "
   */
  public record Fields(
      List<String> name,
      List<String> code,
      List<String> population,
      @Nullable String prefix) {}

  /**
   * Areas that are unions of whole areas of another set, made anew at each import of that set.
   *
   * @param of id of the set that they are made of
   */
  public record Unions(String of, List<Union> areas) {}

  /**
   * One union.
   *
   * @param members names of the areas that it is made of
   */
  public record Union(String name, List<String> members) {}
}
