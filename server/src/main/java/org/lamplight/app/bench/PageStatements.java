package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamplight.geo.BBox;

/**
 * Statements by which PostgreSQL itself builds a page of 1,000 incidents as GeoJSON, in the order of their numbers. The whole
 * ones give the same features as the server; the lean ones leave out what needs another table but the offences.
 */
final class PageStatements {

  // The colons are quoted because pgbench takes a colon and a name for a variable.
  private static final String UTC = "'YYYY-MM-DD\"T\"HH24\":\"MI\":\"SS\"Z\"'";

  /** Columns with a name in the answer, as a text and as an expression of JSON. */
  private static final Map<String, String> LEAN = new LinkedHashMap<>();

  static {
    LEAN.put("id", "i.id");
    LEAN.put("offence", "o.slug");
    LEAN.put("offenceTitle", "o.name");
    LEAN.put("group", "o.grp");
    LEAN.put("code", "c.code");
    LEAN.put("codeLabel", "c.label");
    LEAN.put("origin", "o.origin");
    LEAN.put("sensitivity", "o.sensitivity");
    LEAN.put("occurredFrom", "to_char(i.occurred_from at time zone 'UTC', " + UTC + ")");
    LEAN.put("occurredTo", "to_char(i.occurred_to at time zone 'UTC', " + UTC + ")");
    LEAN.put("reportedOn", "i.reported_on");
    LEAN.put("hour", "i.hour");
    LEAN.put("weekday", "i.weekday");
    LEAN.put("address", "i.address");
    LEAN.put("premises", "i.premises");
    LEAN.put("weapon", "i.weapon");
    LEAN.put("firearm", "i.firearm");
    LEAN.put("status", "i.status");
    LEAN.put("beat", "i.beat");
    LEAN.put("record", "i.record");
  }

  private static final List<String> NUMBERS = List.of("id", "hour", "weekday", "firearm");

  private final boolean whole;
  private final List<String> sets;

  /**
   * Statements for pages.
   *
   * @param whole with areas and flags too
   * @param sets the area sets of the city, in the order of the answer
   */
  PageStatements(boolean whole, List<String> sets) {
    this.whole = whole;
    this.sets = sets;
  }

  static String where(BBox box) {
    return String.format(
        Locale.ROOT,
        "i.geom && st_makeenvelope(%1$s, %2$s, %3$s, %4$s, 4326) and i.lon between %1$s and %3$s and i.lat between %2$s and %4$s",
        box.west(),
        box.south(),
        box.east(),
        box.north());
  }

  /** By {@code json_build_object}. */
  String objects(BBox box) {
    StringBuilder properties = new StringBuilder();
    columns()
        .forEach((name, value) -> properties
            .append(properties.isEmpty() ? "" : ", ")
            .append("'")
            .append(name)
            .append("', ")
            .append(value));
    return "select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(feature), '[]'::json)) from ("
        + "select json_build_object('type', 'Feature', 'id', i.id, 'geometry',"
        + " json_build_object('type', 'Point', 'coordinates', json_build_array(i.lon, i.lat)), 'properties',"
        + " json_build_object(" + properties + ")) as feature" + from(box) + ") page";
  }

  /** By joining texts. */
  String texts(BBox box) {
    List<String> parts = new ArrayList<>();
    columns().forEach((name, value) -> parts.add("'\"" + name + "\":', " + json(name, value)));
    return "select concat('{\"type\":\"FeatureCollection\",\"features\":[', string_agg(feature, ','), ']}') from ("
        + "select concat('{\"type\":\"Feature\",\"id\":', i.id, ',\"geometry\":{\"type\":\"Point\",\"coordinates\":[', i.lon, ',', i.lat,"
        + " ']},\"properties\":{', " + String.join(", ',', ", parts) + ", '}}') as feature"
        + from(box) + ") page";
  }

  private Map<String, String> columns() {
    Map<String, String> all = new LinkedHashMap<>(LEAN);
    if (whole) {
      all.put("flags", flags());
      sets.forEach(set -> all.put(set, "places.\"" + set + "\""));
    }
    return all;
  }

  /** A number or a boolean stands as it is; a text is quoted by the database. */
  private static String json(String name, String value) {
    if (name.equals("flags")) {
      return value;
    }
    if (name.equals("firearm")) {
      return "case when i.firearm then 'true' else 'false' end";
    }
    return NUMBERS.contains(name) ? value : "coalesce(to_json(" + value + ")::text, 'null')";
  }

  private static String flags() {
    StringBuilder bits = new StringBuilder("to_json(array_remove(array[");
    List<org.lamplight.incident.Flag> flags = List.of(org.lamplight.incident.Flag.values());
    for (int i = 0; i < flags.size(); i++) {
      bits.append(i == 0 ? "" : ", ")
          .append("case when i.flags & ")
          .append(flags.get(i).bit())
          .append(" > 0 then '")
          .append(flags.get(i).id())
          .append("' end");
    }
    // Most rows have none, and need no array to be built.
    return "case when i.flags = 0 then '[]'::json else " + bits + "], null)) end";
  }

  private String from(BBox box) {
    StringBuilder places = new StringBuilder();
    sets.forEach(set -> places
        .append(places.isEmpty() ? "" : ", ")
        .append("max(a.slug) filter (where a.set_id = '")
        .append(set)
        .append("') as \"")
        .append(set)
        .append('"'));
    String areas = whole && !sets.isEmpty()
        ? " left join lateral (select " + places
            + " from area a where a.city = i.city and a.id = any(i.areas)) places on true"
        : "";
    return " from (select * from incident i where i.city = 1 and " + where(box)
        + " order by i.id limit 1000) i"
        + " join offence_code c on c.city = i.city and c.id = i.code"
        + " join offence o on o.city = c.city and o.id = c.offence" + areas + " order by i.id";
  }
}
