package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lamplight.explore.Question;
import org.lamplight.explore.Question.Dimension;
import org.lamplight.filter.Condition;

/** How a database spells the filters of a question, with their values written in: PostgreSQL over the stored table, or DuckDB over columns. */
enum ExploreDialect {
  POSTGRES,
  DUCKDB;

  /** The statements' filters of a question. */
  ExploreStatements.Filters filters(Question question) {
    java.util.Map<Dimension, String> own = new java.util.EnumMap<>(Dimension.class);
    question.own().forEach((dimension, condition) -> own.put(dimension, text(condition)));
    return ExploreStatements.Filters.of(question, this == POSTGRES ? "i.city = 1" : "true", own);
  }

  private String text(Condition condition) {
    if (condition instanceof Condition.AnyOf any) {
      String column = any.property().equals("codeId") ? "code" : any.property();
      return "i." + column + " in (" + list(any.values()) + ")";
    } else if (condition instanceof Condition.Overlaps overlaps) {
      return overlaps(overlaps.values());
    } else if (condition instanceof Condition.During during) {
      return during(during);
    } else if (condition instanceof Condition.Every every) {
      return every.parts().stream().map(this::text).collect(Collectors.joining(" and ", "(", ")"));
    }
    throw new IllegalArgumentException("not in the mix: " + condition);
  }

  private static String list(List<?> values) {
    return values.isEmpty()
        ? "-1"
        : values.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private String overlaps(List<Integer> areas) {
    if (this == POSTGRES) {
      return "i.areas && '{" + list(areas) + "}'::int[]";
    }
    List<String> any = new ArrayList<>();
    for (int set = 0; set < 8; set++) {
      any.add("i.a" + set + " in (" + list(areas) + ")");
    }
    return "(" + String.join(" or ", any) + ")";
  }

  private String during(Condition.During during) {
    List<String> parts = new ArrayList<>();
    if (during.since() != null) {
      parts.add(
          this == POSTGRES
              ? "i.occurred_from >= '" + during.since() + "'"
              : "i.second >= " + during.since().getEpochSecond());
    }
    if (during.until() != null) {
      parts.add(
          this == POSTGRES
              ? "i.occurred_from < '" + during.until() + "'"
              : "i.second < " + during.until().getEpochSecond());
    }
    return "(" + String.join(" and ", parts) + ")";
  }
}
