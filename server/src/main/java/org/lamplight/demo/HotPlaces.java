package org.lamplight.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Blocks of a made-up street grid with heavy-tailed weights: few blocks hold much of the crime.
 *
 * <p>On the concentration: D. Weisburd, "The law of crime concentration and the criminology of place", Criminology 53:2 (2015).
 */
final class HotPlaces {

  private static final double STREET_DEGREES = 0.0018;
  private static final double BLOCKS_PER_KM2 = 60;
  private static final double KM2_PER_DEGREE2 = 111.195 * 111.195;

  /** Centres of work and nightlife, where more is recorded than residents explain. */
  private static final Map<String, Double> BUSY = Map.of(
      "Downtown",
      4.0,
      "Hollywood",
      1.8,
      "Venice",
      1.6,
      "Westlake",
      1.5,
      "Midtown",
      2.5,
      "Old Fourth Ward",
      1.6,
      "Lindbergh/Morosgo",
      1.8,
      "Castleberry Hill",
      2.0);

  private record Block(Place place, double weight) {}

  private final DemoCity city;
  private final Streets streets = new Streets();
  private final Weighted<Integer> posts;
  private final Map<Integer, Weighted<Block>> byPost = new TreeMap<>();

  HotPlaces(DemoCity city, DemoAreas areas, Dice dice) {
    this.city = city;
    List<Block> all = new ArrayList<>();
    for (int i = 0; i < city.centres().size(); i++) {
      all.addAll(blocks(i, areas, dice));
    }
    for (int post : areas.postOf()) {
      byPost.computeIfAbsent(
          post,
          p -> new Weighted<>(
              all.stream().filter(b -> b.place().post() == p).toList(), Block::weight));
    }
    Map<String, Double> shares = new HashMap<>();
    for (var row : Facts.rows(city.slug() + "/totals.csv")) {
      if (row.getField("of").equals("division")) {
        shares.put(row.getField("name"), Facts.number(row, "value"));
      }
    }
    this.posts = new Weighted<>(
        List.copyOf(byPost.keySet()),
        post -> shares.getOrDefault(city.posts().get(post).name(), 0.0));
  }

  /** A place in any division or zone, each with its round share of the city's incidents. */
  Place draw(Dice dice) {
    return drawIn(posts.draw(dice), dice);
  }

  /** A place in the division or zone with that index, which must hold a neighborhood. */
  Place drawIn(int post, Dice dice) {
    Weighted<Block> blocks = byPost.get(post);
    if (blocks == null) {
      throw new IllegalArgumentException("no neighborhood in post " + post);
    }
    return blocks.draw(dice).place();
  }

  private List<Block> blocks(int neighborhood, DemoAreas areas, Dice dice) {
    Centre centre = city.centres().get(neighborhood);
    Geometry outline = areas.neighborhoods().get(neighborhood).outline();
    double km2 =
        outline.getArea() * KM2_PER_DEGREE2 * StrictMath.cos(StrictMath.toRadians(centre.lat()));
    int wanted = (int) Math.max(40, Math.min(900, km2 * BLOCKS_PER_KM2));
    List<Place> places = places(neighborhood, outline, areas, wanted, dice);
    double share = (centre.residents() + 1_500)
        * BUSY.getOrDefault(centre.name(), 1.0)
        * StrictMath.exp(0.45 * dice.normal());
    double[] tails = new double[places.size()];
    double sum = 0;
    for (int i = 0; i < tails.length; i++) {
      tails[i] = Math.min(dice.pareto(1.2), 60);
      sum += tails[i];
    }
    List<Block> blocksHere = new ArrayList<>();
    for (int i = 0; i < tails.length; i++) {
      blocksHere.add(new Block(places.get(i), share * tails[i] / sum));
    }
    return blocksHere;
  }

  private List<Place> places(
      int neighborhood, Geometry outline, DemoAreas areas, int wanted, Dice dice) {
    var inside = new IndexedPointInAreaLocator(outline);
    Envelope box = outline.getEnvelopeInternal();
    List<Place> places = new ArrayList<>();
    for (int attempt = 0; attempt < 60 * wanted && places.size() < wanted; attempt++) {
      double lon = box.getMinX() + dice.uniform() * box.getWidth();
      double lat = box.getMinY() + dice.uniform() * box.getHeight();
      boolean northSouth = dice.chance(0.5);
      long line = Math.round((northSouth ? lon : lat) / STREET_DEGREES);
      lon = Place.round(northSouth ? line * STREET_DEGREES : lon);
      lat = Place.round(northSouth ? lat : line * STREET_DEGREES);
      if (inside.locate(new Coordinate(lon, lat)) == Location.INTERIOR) {
        long name = northSouth ? 3 * line + 1 : 7 * line;
        places.add(place(neighborhood, areas, lon, lat, name, northSouth));
      }
    }
    if (places.isEmpty()) {
      Centre c = city.centres().get(neighborhood);
      places.add(place(neighborhood, areas, c.lon(), c.lat(), neighborhood, true));
    }
    return places;
  }

  private Place place(
      int neighborhood, DemoAreas areas, double lon, double lat, long line, boolean northSouth) {
    int post = areas.postOf().get(neighborhood);
    Centre centre = city.centres().get(neighborhood);
    String code = city.posts().get(post).code();
    boolean losAngeles = city.slug().equals(DemoCity.LOS_ANGELES);
    Coordinate middle =
        losAngeles ? new Coordinate(-118.25, 34.05) : new Coordinate(-84.39, 33.755);
    double along = northSouth ? lat - middle.y : lon - middle.x;
    int hundred = 100 * (1 + (int) (Math.abs(along) / 0.0011));
    String street = losAngeles
        ? streets.padded(hundred, compass(along, northSouth), line)
        : streets.plain(
            hundred + 7, compass(lat - middle.y, true) + compass(lon - middle.x, false), line);
    String number = (neighborhood % 90 + 10) + "";
    return new Place(lon, lat, street, "", post, code + number, centre.name(), centre.district());
  }

  private static String compass(double offset, boolean northSouth) {
    return northSouth ? (offset < 0 ? "S" : "N") : (offset < 0 ? "W" : "E");
  }
}
