package org.lamplight.filter;

import static org.lamplight.filter.EcqlFaults.at;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.SpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.lamplight.fault.Fault;
import org.lamplight.filter.FilterSchema.Kind;

/** Turns what GeoTools has read into a condition; what is not on the list is refused. */
final class EcqlReader {

  private final FilterSchema schema;
  private final List<EcqlText.Token> tokens;
  private final EcqlPlaces places;

  EcqlReader(FilterSchema schema, List<EcqlText.Token> tokens) {
    this.schema = schema;
    this.tokens = tokens;
    this.places = new EcqlPlaces(schema, tokens);
  }

  Condition condition(Filter filter) {
    if (filter instanceof And and) {
      return new Condition.Every(parts(and.getChildren()));
    } else if (filter instanceof Or or) {
      return new Condition.Either(parts(or.getChildren()));
    } else if (filter instanceof Not not) {
      return new Condition.Not(condition(not.getFilter()));
    } else if (filter instanceof BinaryComparisonOperator comparison) {
      return comparison(comparison);
    } else if (filter instanceof PropertyIsBetween between) {
      Named named = named(between.getExpression());
      return named
          .compare(Condition.Order.AT_LEAST, literal(between.getLowerBoundary()))
          .and(named.compare(Condition.Order.AT_MOST, literal(between.getUpperBoundary())));
    } else if (filter instanceof PropertyIsLike like) {
      return like(like);
    } else if (filter instanceof PropertyIsNull isNull) {
      return nothing(isNull.getExpression());
    } else if (filter instanceof SpatialOperator spatial) {
      return places.condition(spatial);
    } else if (filter instanceof BinaryTemporalOperator temporal) {
      return named(temporal.getExpression1()).during(temporal);
    } else if (filter instanceof IncludeFilter) {
      return Condition.always();
    } else if (filter instanceof ExcludeFilter) {
      return new Condition.Either(List.of());
    }
    throw at(1, "this kind of condition is not taken");
  }

  private List<Condition> parts(List<Filter> filters) {
    List<Condition> parts = new ArrayList<>();
    filters.forEach(filter -> parts.add(condition(filter)));
    return parts;
  }

  private Condition comparison(BinaryComparisonOperator comparison) {
    Named named = named(comparison.getExpression1());
    Object value = literal(comparison.getExpression2());
    if (comparison instanceof PropertyIsEqualTo) {
      return named.equalTo(value);
    } else if (comparison instanceof PropertyIsNotEqualTo) {
      return new Condition.Not(named.equalTo(value));
    } else if (comparison instanceof PropertyIsLessThan) {
      return named.compare(Condition.Order.BELOW, value);
    } else if (comparison instanceof PropertyIsGreaterThan) {
      return named.compare(Condition.Order.ABOVE, value);
    } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
      return named.compare(Condition.Order.AT_LEAST, value);
    }
    return named.compare(Condition.Order.AT_MOST, value);
  }

  private Condition like(PropertyIsLike like) {
    Named named = named(like.getExpression());
    String pattern = like.getLiteral();
    if (named.property().kind() != Kind.TEXT) {
      throw at(named.position(), "LIKE is for texts");
    }
    int slashes = pattern.length() - pattern.replaceFirst("\\\\+$", "").length();
    if (slashes % 2 == 1) {
      throw at(named.position(), "the pattern must not end with a backslash");
    }
    return new Condition.Like(named.property().column(), pattern, !like.isMatchingCase());
  }

  private Condition nothing(Expression expression) {
    if (expression instanceof PropertyName name
        && name.getPropertyName().equals(schema.geometry())) {
      return new Condition.Not(new Condition.Known("geometry"));
    }
    return new Condition.Not(named(expression).property().known());
  }

  private Named named(Expression expression) {
    if (!(expression instanceof PropertyName name)) {
      throw at(1, "the name of a property must stand on the left of each comparison");
    }
    String text = name.getPropertyName();
    int position = places.positionOf(text);
    FilterSchema.Property property = schema
        .find(text)
        .orElseThrow(() -> at(position, "there is no property \"" + shown(text) + "\""));
    return new Named(property, position);
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }

  private Object literal(Expression expression) {
    if (expression instanceof Literal literal && literal.getValue() != null) {
      return literal.getValue();
    }
    int position = tokens.get(0).position();
    throw at(position, "a value must stand on the right of each comparison");
  }

  /** A property that the text names, and where. */
  private record Named(FilterSchema.Property property, int position) {

    Condition equalTo(Object value) {
      Object typed = EcqlValues.of(property.kind(), value, position);
      try {
        return property.anyOf(List.of(typed));
      } catch (Fault e) {
        throw at(position, e.sentence());
      }
    }

    Condition compare(Condition.Order order, Object value) {
      if (property.kind() == Kind.WORD || property.kind() == Kind.TRUTH) {
        throw at(position, "this property is compared by =, <> and IN alone");
      }
      return new Condition.Compare(
          property.column(), order, EcqlValues.of(property.kind(), value, position));
    }

    Condition during(BinaryTemporalOperator temporal) {
      if (property.kind() != Kind.INSTANT) {
        throw at(position, "BEFORE, AFTER and DURING are for instants");
      }
      return EcqlValues.during(property.column(), temporal, position);
    }
  }
}
