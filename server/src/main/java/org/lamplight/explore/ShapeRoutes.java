package org.lamplight.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Shape;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.incident.ShapeStore;
import org.lamplight.incident.ShapeText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Shapes that analysts draw, kept so that filters can name them. */
public final class ShapeRoutes {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Cities cities;
  private final ShapeStore shapes;
  private final Clock clock;

  /**
   * The routes.
   *
   * @param shapes over a database role that may keep shapes
   */
  public ShapeRoutes(Cities cities, ShapeStore shapes, Clock clock) {
    this.cities = cities;
    this.shapes = shapes;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/cities/{city}/shapes", Role.ANALYST, this::keep),
        Route.get("/cities/{city}/shapes/{id}", Role.ANALYST, this::show));
  }

  private void keep(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    Shape shape = ShapeText.parse(read(ctx.body()), city);
    ShapeStore.Kept kept = shapes.keep(city, ShapeText.id(shape), shape, clock.instant());
    Body.json(ctx.status(201).header("Cache-Control", Caching.NEVER), Media.JSON, document(kept));
  }

  private static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw Fault.invalid("shape: the body is not JSON");
    }
  }

  private void show(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    ShapeStore.Kept kept = shapes
        .get(city, ctx.pathParam("id"))
        .orElseThrow(() -> Fault.missing("there is no such shape, or it has expired"));
    Body.json(ctx.header("Cache-Control", Caching.NEVER), Media.JSON, document(kept));
  }

  private static Map<String, Object> document(ShapeStore.Kept kept) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", kept.id());
    document.put("expiresAt", kept.expiresAt().toString());
    document.put("areaKm2", Math.round(kept.areaKm2() * 1e6) / 1e6);
    document.put("geometry", geometry(kept.shape()));
    return document;
  }

  private static Map<String, Object> geometry(Shape shape) {
    List<List<List<double[]>>> polygons = new java.util.ArrayList<>();
    for (int i = 0; i < shape.geometry().getNumGeometries(); i++) {
      Polygon polygon = (Polygon) shape.geometry().getGeometryN(i);
      List<List<double[]>> rings = new java.util.ArrayList<>();
      rings.add(ring(polygon.getExteriorRing().getCoordinates()));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(ring(polygon.getInteriorRingN(hole).getCoordinates()));
      }
      polygons.add(rings);
    }
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "MultiPolygon");
    geometry.put("coordinates", polygons);
    return geometry;
  }

  private static List<double[]> ring(Coordinate[] places) {
    return java.util.Arrays.stream(places)
        .map(place -> new double[] {place.getX(), place.getY()})
        .toList();
  }
}
