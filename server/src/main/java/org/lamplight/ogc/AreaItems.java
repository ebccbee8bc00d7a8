package org.lamplight.ogc;

import static org.lamplight.ogc.FeatureWriter.name;
import static org.lamplight.ogc.Property.Type.INTEGER;
import static org.lamplight.ogc.Property.Type.NUMBER;
import static org.lamplight.ogc.Property.Type.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.area.Area;
import org.lamplight.area.AreaStore;
import org.lamplight.city.AreaSet;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Role;

/** An area set as a collection. */
final class AreaItems implements Items {

  private static final List<Property> PROPERTIES = List.of(
      new Property("slug", TEXT, "Name in paths and parameters"),
      new Property("name", TEXT, "Name as published"),
      new Property("code", TEXT, "The source's own number or letter"),
      new Property("population", INTEGER, "Residents, where known"),
      new Property("populationOf", TEXT, "Where the population comes from"),
      new Property("areaKm2", NUMBER, "Planar area in square kilometres"));

  private static final byte[] SLUG = name("slug");
  private static final byte[] NAME = name("name");
  private static final byte[] CODE = name("code");
  private static final byte[] POPULATION = name("population");
  private static final byte[] POPULATION_OF = name("populationOf");
  private static final byte[] AREA_KM2 = name("areaKm2");

  private final City city;
  private final AreaStore store;
  private final AreaStore.SetExtent set;
  private final long version;

  AreaItems(City city, AreaStore store, AreaStore.SetExtent set, long version) {
    this.city = city;
    this.store = store;
    this.set = set;
    this.version = version;
  }

  @Override
  public Description description() {
    Optional<AreaSet> profile = city.profile().findAreaSet(set.set());
    String title = profile.map(known -> known.title().en()).orElse(set.set());
    String source =
        profile.map(AreaSet::source).map(text -> " Source: " + text + ".").orElse("");
    return new Description(
        set.set(),
        title,
        title + " of " + city.profile().name().en() + "." + source,
        Role.PUBLIC,
        "geometry-multipolygon",
        false,
        PROPERTIES,
        List.of());
  }

  @Override
  public Extent extent() {
    return new Extent(Optional.of(set.box()), null, null);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Condition parse(Map<String, String> filters) {
    return Filters.parse(filters, PROPERTIES, city);
  }

  @Override
  public long count(Condition condition) {
    return store.count(city, set.set(), condition);
  }

  @Override
  public PageEnd write(Page page, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, page.limit());
    AreaStore.Page asked = new AreaStore.Page(
        set.set(), page.condition(), page.after(), page.limit() + 1, page.crs().srid());
    store.page(city, asked, area -> {
      if (features.accept()) {
        write(area, features);
        features.close();
      }
    });
    return features.pageEnd();
  }

  @Override
  public boolean writeOne(String id, Crs crs, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, 1);
    Condition same = new Condition.AnyOf("slug", List.of(id));
    store.page(city, new AreaStore.Page(set.set(), same, "", 1, crs.srid()), area -> {
      features.accept();
      write(area, features);
    });
    return features.pageEnd().written() == 1;
  }

  private static void write(Area area, FeatureWriter features) {
    features
        .head(area.slug(), area.geometry())
        .text(SLUG, area.slug())
        .text(NAME, area.name())
        .text(CODE, area.code())
        .integer(POPULATION, area.population())
        .text(POPULATION_OF, area.populationOf())
        .decimal(AREA_KM2, area.areaKm2(), 6)
        .end();
  }
}
