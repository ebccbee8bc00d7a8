package org.lamplight.filter;

import static org.lamplight.filter.EcqlFaults.at;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.SpatialOperator;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.geometry.BoundingBox;
import org.lamplight.fault.Fault;
import org.lamplight.geo.BBox;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Spatial conditions of a filter text. */
final class EcqlPlaces {

  private static final double MOST_METRES = 100_000;
  private final FilterSchema schema;
  private final List<EcqlText.Token> tokens;

  EcqlPlaces(FilterSchema schema, List<EcqlText.Token> tokens) {
    this.schema = schema;
    this.tokens = tokens;
  }

  /** Where a name first stands in the text. */
  int positionOf(String name) {
    return tokens.stream()
        .filter(token -> token.text().equals(name) || token.text().equals("\"" + name + "\""))
        .mapToInt(EcqlText.Token::position)
        .findFirst()
        .orElse(1);
  }

  private int positionOfWord(String word) {
    return tokens.stream()
        .filter(token -> token.is(word))
        .mapToInt(EcqlText.Token::position)
        .findFirst()
        .orElse(1);
  }

  Condition condition(SpatialOperator operator) {
    if (!(operator instanceof BinarySpatialOperator spatial)) {
      throw at(1, "this kind of condition is not taken");
    }
    place(spatial.getExpression1());
    if (spatial instanceof DWithin within) {
      return near(within);
    }
    if (spatial instanceof BBOX box) {
      return box(box.getBounds());
    }
    Geometry geometry = geometry(spatial.getExpression2());
    Condition inside = new Condition.InShape(shape(geometry));
    if (spatial instanceof Intersects || spatial instanceof Within) {
      return inside;
    } else if (spatial instanceof Disjoint) {
      return new Condition.Not(inside);
    }
    throw at(1, "the spatial conditions are BBOX, INTERSECTS, WITHIN, DISJOINT and DWITHIN");
  }

  private void place(Expression expression) {
    if (!(expression instanceof PropertyName name)
        || !name.getPropertyName().equals(schema.geometry())) {
      String named = expression instanceof PropertyName name ? name.getPropertyName() : "";
      throw at(positionOf(named), "the first argument must be \"" + schema.geometry() + "\"");
    }
  }

  private Geometry geometry(Expression expression) {
    if (expression instanceof Literal literal && literal.getValue() instanceof Geometry geometry) {
      return geometry;
    }
    throw at(1, "the second argument must be a geometry");
  }

  private Condition box(BoundingBox box) {
    try {
      return new Condition.InBox(
          List.of(new BBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())));
    } catch (Fault e) {
      throw at(positionOfWord("BBOX"), e.sentence());
    }
  }

  private Shape shape(Geometry geometry) {
    int position = Math.max(positionOfWord("POLYGON"), positionOfWord("MULTIPOLYGON"));
    try {
      return ShapeRules.of(geometry);
    } catch (Fault e) {
      throw at(position, e.sentence());
    }
  }

  private Condition near(DWithin within) {
    double metres = within.getDistance()
        * switch (String.valueOf(within.getDistanceUnits()).toLowerCase(java.util.Locale.ROOT)) {
          case "meters", "metres", "m" -> 1;
          case "kilometers", "kilometres", "km" -> 1_000;
          default -> throw at(positionOfWord("DWITHIN"), "the unit must be meters or kilometers");
        };
    if (!(geometry(within.getExpression2()) instanceof Point point)) {
      throw at(positionOfWord("DWITHIN"), "a distance is measured from a POINT");
    }
    if (!(metres > 0 && metres <= MOST_METRES)) {
      throw at(positionOfWord("DWITHIN"), "the distance must be above 0 and at most 100 km");
    }
    try {
      return new Condition.InShape(schema.around(point.getX(), point.getY(), metres));
    } catch (Fault e) {
      throw at(positionOfWord("DWITHIN"), e.sentence());
    }
  }
}
