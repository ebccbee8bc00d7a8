package org.lamplight.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * The drawn areas of a demo city: neighborhoods, and their unions to planning units, police divisions or zones.
 *
 * @param sets area sets by their id in paths
 * @param postOf for each neighborhood the index of its police post in {@link DemoCity#posts()}
 */
record DemoAreas(Map<String, List<DemoArea>> sets, List<Integer> postOf) {

  static final String NEIGHBORHOODS = "neighborhoods";

  static DemoAreas draw(DemoCity city) {
    boolean losAngeles = city.slug().equals(DemoCity.LOS_ANGELES);
    List<Geometry> cells = CellDrawing.draw(city, new Wobble(losAngeles ? 150 : 100));
    List<Integer> postOf = nearestPosts(city);
    Map<String, List<DemoArea>> sets = new LinkedHashMap<>();
    sets.put(NEIGHBORHOODS, neighborhoods(city, cells));
    if (!losAngeles) {
      // The districts of Los Angeles are regions that the city's profile makes from its
      // neighborhoods.
      sets.put("npus", planningUnits(city, cells));
    }
    sets.put(losAngeles ? "divisions" : "zones", posts(city, cells, postOf));
    return new DemoAreas(sets, postOf);
  }

  List<DemoArea> neighborhoods() {
    return sets.getOrDefault(NEIGHBORHOODS, List.of());
  }

  private static List<DemoArea> neighborhoods(DemoCity city, List<Geometry> cells) {
    List<DemoArea> areas = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Centre centre = city.centres().get(i);
      areas.add(new DemoArea(centre.name(), "", centre.residents(), cells.get(i)));
    }
    return areas;
  }

  private static List<DemoArea> planningUnits(DemoCity city, List<Geometry> cells) {
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      members
          .computeIfAbsent(city.centres().get(i).district(), letter -> new ArrayList<>())
          .add(i);
    }
    List<DemoArea> areas = new ArrayList<>();
    members.forEach((letter, own) -> areas.add(union(letter, letter, city, cells, own)));
    return areas;
  }

  private static List<DemoArea> posts(DemoCity city, List<Geometry> cells, List<Integer> postOf) {
    List<DemoArea> areas = new ArrayList<>();
    for (int p = 0; p < city.posts().size(); p++) {
      var post = city.posts().get(p);
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < postOf.size(); i++) {
        if (postOf.get(i) == p) {
          own.add(i);
        }
      }
      areas.add(
          own.isEmpty()
              ? new DemoArea(post.name(), post.code(), 0, city.exclave())
              : union(post.name(), post.code(), city, cells, own));
    }
    return areas;
  }

  private static DemoArea union(
      String name, String code, DemoCity city, List<Geometry> cells, List<Integer> own) {
    int residents =
        own.stream().mapToInt(i -> city.centres().get(i).residents()).sum();
    Geometry[] parts = own.stream().map(cells::get).toArray(Geometry[]::new);
    Geometry whole =
        CoverageUnion.union(DemoCity.GEOMETRY.createGeometryCollection(parts)).norm();
    return new DemoArea(name, code, residents, whole);
  }

  private static List<Integer> nearestPosts(DemoCity city) {
    return city.centres().stream().map(centre -> nearestPost(city, centre)).toList();
  }

  /** The airport's post takes no neighborhood; it has the exclave. */
  private static int nearestPost(DemoCity city, Centre centre) {
    LocalPlane plane = city.plane();
    Coordinate p = plane.toMetres(centre.lon(), centre.lat());
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < city.posts().size(); i++) {
      var post = city.posts().get(i);
      double distance = plane.toMetres(post.lon(), post.lat()).distance(p);
      if (distance < least && !post.name().equals("Airport")) {
        best = i;
        least = distance;
      }
    }
    return best;
  }
}
