package org.lamplight.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A condition as SQL: text for a WHERE clause and the values to bind by name. Every value is bound.
 *
 * @param where a boolean expression, in parentheses where it needs them
 * @param bindings value by name, as they stand in the text behind a colon
 */
public record SqlFilter(String where, Map<String, Object> bindings) {

  /** Compiles for the columns; {@code metricSrid} is the EPSG code of the city's metric CRS. */
  public static SqlFilter of(Condition condition, Columns columns, int metricSrid) {
    Map<String, Object> bindings = new LinkedHashMap<>();
    Compiler compiler = new Compiler(new SqlLeaves(columns, metricSrid, bindings));
    return new SqlFilter(compiler.text(condition, true), bindings);
  }

  /** Carries a negation down to the leaves, as {@link RowFilter} does. */
  private record Compiler(SqlLeaves leaves) {

    String text(Condition condition, boolean sense) {
      if (condition instanceof Condition.Not not) {
        return text(not.part(), !sense);
      } else if (condition instanceof Condition.Every every) {
        return parts(every.parts(), sense, sense);
      } else if (condition instanceof Condition.Either either) {
        return parts(either.parts(), sense, !sense);
      }
      return sense ? leaves.holds(condition) : leaves.refuted(condition);
    }

    private String parts(List<Condition> parts, boolean sense, boolean all) {
      if (parts.isEmpty()) {
        return all ? "true" : "false";
      }
      StringJoiner text = new StringJoiner(all ? " and " : " or ", "(", ")");
      parts.forEach(part -> text.add(text(part, sense)));
      return text.toString();
    }
  }
}
