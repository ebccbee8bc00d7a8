package org.lamplight.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Shape;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Shapes that filters name by an id, kept for a year from when they were last drawn. */
public final class ShapeStore {

  private static final Duration KEPT = Duration.ofDays(365);
  private static final int MOST_IN_MEMORY = 500;

  /**
   * A shape as kept.
   *
   * @param areaKm2 planar area in the city's metric CRS
   */
  public record Kept(String id, Shape shape, Instant expiresAt, double areaKm2) {}

  private record Key(short city, String id) {}

  private final Database database;
  private final Cache<Key, Kept> known =
      Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).executor(Runnable::run).build();

  ShapeStore(Database database) {
    this.database = database;
  }

  /** Keeps the shape under an id that is made from its vertices: the same shape has the same id. */
  public Kept keep(City city, String id, Shape shape, Instant now) {
    known.invalidate(new Key(city.id(), id));
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("incident/expire_shapes"))
          .bind("city", city.id())
          .execute();
      handle
          .createUpdate(Sql.load("incident/keep_shape"))
          .bind("city", city.id())
          .bind("id", id)
          .bind("shape", new WKBWriter().write(shape.geometry()))
          .bind("srid", city.profile().metricSrid())
          .bind("expires", now.plus(KEPT))
          .execute();
    });
    return get(city, id).orElseThrow();
  }

  /** The shape of that id; empty when there is none, or none any more. */
  public Optional<Shape> find(City city, String id) {
    return get(city, id).map(Kept::shape);
  }

  /** The shape of that id with what is known of it. */
  public Optional<Kept> get(City city, String id) {
    if (!id.matches("[a-z0-9]{26}")) {
      return Optional.empty();
    }
    Key key = new Key(city.id(), id);
    return Optional.ofNullable(known.get(key, asked -> read(city, id)))
        .filter(kept -> kept.expiresAt().isAfter(Instant.now()));
  }

  private @org.jspecify.annotations.Nullable Kept read(City city, String id) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("incident/find_shape"))
            .bind("city", city.id())
            .bind("id", id)
            .map((row, context) -> new Kept(
                id,
                shape(row.getBytes("shape")),
                row.getTimestamp("expires_at").toInstant(),
                row.getDouble("area_km2")))
            .findOne()
            .orElse(null));
  }

  private static Shape shape(byte[] wkb) {
    try {
      return new Shape(new WKBReader().read(wkb));
    } catch (ParseException e) {
      throw new IllegalStateException("a kept shape cannot be read", e);
    }
  }
}
