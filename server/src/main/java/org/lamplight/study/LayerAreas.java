package org.lamplight.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.area.Area;
import org.lamplight.area.AreaStore;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The areas of a set, in the order of their slugs.
 *
 * @param properties slug, name and population of each
 * @param outlines in the city's metric plane
 * @param shapes as GeoJSON in longitude and latitude
 * @param population NaN where it is not known
 */
record LayerAreas(
    List<Map<String, Object>> properties,
    List<Geometry> outlines,
    List<Object> shapes,
    double[] population) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 100_000;
  private static final int DEGREES = 4326;

  static LayerAreas read(AreaStore store, City city, String set) {
    List<Geometry> outlines = new ArrayList<>();
    store.page(
        city,
        new AreaStore.Page(set, Condition.always(), "", MOST, city.profile().metricSrid()),
        area -> outlines.add(Outlines.repaired(area.slug(), parsed(area))));
    if (outlines.isEmpty()) {
      throw Fault.invalid("layer.areas: the city has no areas of the set '" + set + "'");
    }
    List<Map<String, Object>> properties = new ArrayList<>();
    List<Object> shapes = new ArrayList<>();
    List<Double> population = new ArrayList<>();
    store.page(city, new AreaStore.Page(set, Condition.always(), "", MOST, DEGREES), area -> {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("slug", area.slug());
      each.put("name", area.name());
      properties.add(each);
      shapes.add(parsed(area));
      population.add(area.population() == null ? Double.NaN : (double) area.population());
    });
    return new LayerAreas(
        properties,
        outlines,
        shapes,
        population.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static JsonNode parsed(Area area) {
    try {
      return JSON.readTree(area.geometry());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All of them as one, by JTS's newer overlay, which takes two thirds of the time of the older one. */
  Geometry union() {
    return OverlayNGRobust.union(outlines);
  }

  Map<String, Integer> placeOfSlug() {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < properties.size(); i++) {
      places.put(String.valueOf(properties.get(i).get("slug")), i);
    }
    return places;
  }

  Places places() {
    return new Places(properties, shapes);
  }

  /** Those of them that are chosen. */
  LayerAreas chosen(int[] which) {
    List<Map<String, Object>> someProperties = new ArrayList<>();
    List<Geometry> someOutlines = new ArrayList<>();
    List<Object> someShapes = new ArrayList<>();
    double[] somePopulation = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      someProperties.add(properties.get(which[i]));
      someOutlines.add(outlines.get(which[i]));
      someShapes.add(shapes.get(which[i]));
      somePopulation[i] = population[which[i]];
    }
    return new LayerAreas(someProperties, someOutlines, someShapes, somePopulation);
  }
}
