package org.lamplight.ogc;

import static org.lamplight.fault.Fault.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;

/**
 * A property of the features of a collection, or a further filter parameter.
 *
 * @param name as features and parameters spell it
 * @param title what it is, one line
 */
public record Property(String name, Type type, String title) {

  /** What values it has. */
  public enum Type {
    TEXT("string"),
    INTEGER("integer"),
    NUMBER("number"),
    TRUTH("boolean"),
    DATE("string"),
    INSTANT("string"),
    TEXTS("array"),
    INTEGERS("array");

    private final String json;

    Type(String json) {
      this.json = json;
    }
  }

  /** Its JSON Schema; a parameter asks for one value where the feature holds a list. */
  Map<String, Object> schema(boolean asParameter) {
    Map<String, Object> schema = new LinkedHashMap<>();
    boolean list = type == Type.TEXTS || type == Type.INTEGERS;
    String items = type == Type.INTEGERS ? "integer" : "string";
    schema.put("type", list && asParameter ? items : type.json);
    if (type == Type.DATE) {
      schema.put("format", "date");
    } else if (type == Type.INSTANT) {
      schema.put("format", "date-time");
    } else if (list && !asParameter) {
      schema.put("items", Map.of("type", items));
    }
    return schema;
  }

  /** The condition that the value asks for: equality, or for a list that it holds the value. */
  Condition equalTo(String value) {
    return switch (type) {
      case TEXT, TEXTS, INSTANT -> new Condition.AnyOf(name, List.of(value));
      case INTEGER -> new Condition.AnyOf(name, List.of(integer(value)));
      case INTEGERS -> new Condition.Overlaps(name, List.of(integer(value)));
      case NUMBER -> new Condition.AnyOf(name, List.of(number(value)));
      case TRUTH -> new Condition.AnyOf(name, List.of(truth(value)));
      case DATE -> new Condition.AnyOf(name, List.of(date(value)));
    };
  }

  private int integer(String value) {
    require(value.matches("-?\\d{1,9}"), name + ": must be a whole number");
    return Integer.parseInt(value);
  }

  private double number(String value) {
    require(value.matches("-?\\d{1,15}(\\.\\d{1,17})?"), name + ": must be a number");
    return Double.parseDouble(value);
  }

  private boolean truth(String value) {
    String word = truthWord(value);
    require(word.equals("true") || word.equals("false"), name + ": must be true or false");
    return word.equals("true");
  }

  /** GDAL writes 1 and 0. */
  static String truthWord(String value) {
    return switch (value) {
      case "1" -> "true";
      case "0" -> "false";
      default -> value;
    };
  }

  private LocalDate date(String value) {
    try {
      require(value.length() == 10, name + ": must be a date such as 2024-01-31");
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw Fault.invalid(name + ": must be a date such as 2024-01-31");
    }
  }
}
