package org.lamplight.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class DemoAreasTest {

  /** Drawn once; drawing is what takes the time. */
  private static final Map<String, DemoAreas> DRAWN = Map.of(
      DemoCity.LOS_ANGELES, draw(DemoCity.LOS_ANGELES), DemoCity.ATLANTA, draw(DemoCity.ATLANTA));

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void theOutlineIsAValidPolygon(String slug) {
    DemoCity city = DemoCity.of(slug);
    assertTrue(city.outline().isValid());
    assertTrue(city.exclave().isValid());
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void neighborhoodsFillTheOutlineWithoutOverlap(String slug) {
    DemoCity city = DemoCity.of(slug);
    List<Geometry> cells = outlines(drawn(slug).neighborhoods());
    double sum = 0;
    for (Geometry cell : cells) {
      assertTrue(cell.isValid());
      assertTrue(cell.getArea() > 0);
      sum += cell.getArea();
    }
    Geometry union = OverlayNGRobust.union(cells);
    double whole = city.outline().getArea();
    assertEquals(1, sum / whole, 1e-6, "areas add up to the outline");
    assertEquals(1, union.getArea() / whole, 1e-6, "and overlap nowhere");
    assertEquals(0, union.symDifference(city.outline()).getArea() / whole, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everyNeighborhoodHoldsItsCentre(String slug) {
    DemoCity city = DemoCity.of(slug);
    List<DemoArea> areas = drawn(slug).neighborhoods();
    for (int i = 0; i < areas.size(); i++) {
      Centre centre = city.centres().get(i);
      var point = DemoCity.GEOMETRY.createPoint(new Coordinate(centre.lon(), centre.lat()));
      assertTrue(areas.get(i).outline().covers(point), centre.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void planningUnitsAndDivisionsAreUnionsOfWholeNeighborhoods(String slug) {
    DemoCity city = DemoCity.of(slug);
    DemoAreas areas = drawn(slug);
    for (var set : areas.sets().entrySet()) {
      double sum = 0;
      for (DemoArea unit : set.getValue()) {
        assertTrue(unit.outline().isValid(), unit.name());
        assertTrue(unit.outline().getArea() > 0, unit.name() + " is empty");
        sum += unit.outline().getArea();
        for (DemoArea neighborhood : areas.neighborhoods()) {
          double shared = unit.outline().intersection(neighborhood.outline()).getArea();
          double part = shared / neighborhood.outline().getArea();
          assertTrue(part < 1e-6 || part > 1 - 1e-6, unit.name() + " cuts " + neighborhood.name());
        }
      }
      double exclave = set.getKey().equals("zones") ? city.exclave().getArea() : 0;
      assertEquals(city.outline().getArea() + exclave, sum, 1e-7, set.getKey());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void namesAndCodesAreUnique(String slug) {
    DemoAreas.draw(DemoCity.of(slug)).sets().forEach((id, areas) -> {
      var names = new HashSet<>(areas.stream().map(DemoArea::name).toList());
      assertEquals(areas.size(), names.size(), id);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void drawingTwiceGivesTheSameAreas(String slug) {
    List<Geometry> once = outlines(drawn(slug).neighborhoods());
    List<Geometry> twice = outlines(draw(slug).neighborhoods());
    for (int i = 0; i < once.size(); i++) {
      assertTrue(once.get(i).equalsExact(twice.get(i)));
    }
  }

  private static DemoAreas draw(String slug) {
    return DemoAreas.draw(DemoCity.of(slug));
  }

  private static DemoAreas drawn(String slug) {
    return Objects.requireNonNull(DRAWN.get(slug));
  }

  private static List<Geometry> outlines(List<DemoArea> areas) {
    return areas.stream().map(DemoArea::outline).toList();
  }
}
