package org.lamplight.filter;

import static org.lamplight.filter.EcqlFaults.at;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.temporal.Period;
import org.lamplight.filter.FilterSchema.Kind;

/** Values of a filter text as values of a property's kind. */
final class EcqlValues {

  private EcqlValues() {}

  static Object of(Kind kind, Object value, int position) {
    return switch (kind) {
      case WORD, TEXT -> text(value, position);
      case WHOLE_NUMBER -> number(value, position);
      case TRUTH -> truth(value, position);
      case INSTANT -> instant(value, position);
      case DATE -> date(value, position);
    };
  }

  private static String text(Object value, int position) {
    if (value instanceof String text) {
      return text;
    }
    throw at(position, "a text in single quotes must stand on the right");
  }

  private static Object number(Object value, int position) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue() == number.longValue()
          ? (Object) number.longValue()
          : (Object) number.doubleValue();
    }
    throw at(position, "a number must stand on the right");
  }

  private static Boolean truth(Object value, int position) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw at(position, "true or false must stand on the right");
  }

  private static Instant instant(Object value, int position) {
    if (value instanceof Date date) {
      return date.toInstant();
    }
    try {
      return OffsetDateTime.parse(text(value, position)).toInstant();
    } catch (DateTimeException e) {
      throw at(position, "an instant such as 2024-01-31T00:00:00Z must stand on the right");
    }
  }

  private static LocalDate date(Object value, int position) {
    try {
      return LocalDate.parse(text(value, position));
    } catch (DateTimeException e) {
      throw at(position, "a date such as '2024-01-31' must stand on the right");
    }
  }

  /** Both ends of a period are left out, as ECQL says. */
  static Condition during(String column, BinaryTemporalOperator temporal, int position) {
    Object value = temporal.getExpression2() instanceof Literal literal ? literal.getValue() : null;
    if (temporal instanceof During && value instanceof Period period) {
      return new Condition.Compare(
              column,
              Condition.Order.ABOVE,
              period.getBeginning().getPosition().getDate().toInstant())
          .and(new Condition.Compare(
              column,
              Condition.Order.BELOW,
              period.getEnding().getPosition().getDate().toInstant()));
    } else if (temporal instanceof After && value instanceof Date date) {
      return new Condition.Compare(column, Condition.Order.ABOVE, date.toInstant());
    } else if (temporal instanceof Before && value instanceof Date date) {
      return new Condition.Compare(column, Condition.Order.BELOW, date.toInstant());
    }
    throw at(position, "BEFORE and AFTER take an instant, DURING two with a slash between");
  }
}
