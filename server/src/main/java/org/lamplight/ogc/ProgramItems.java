package org.lamplight.ogc;

import static org.lamplight.ogc.FeatureWriter.name;
import static org.lamplight.ogc.Property.Type.TEXT;

import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Role;
import org.lamplight.program.Program;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteStore;

/** Programs as a collection; each lies at the places of its sites. */
final class ProgramItems implements Items {

  static final String ID = "programs";

  private static final List<Property> PROPERTIES = List.of(
      new Property("slug", TEXT, "Name in paths"),
      new Property("name", TEXT, "English name"),
      new Property("nameEs", TEXT, "Spanish name"),
      new Property("operator", TEXT, "Who runs it"),
      new Property("description", TEXT, "What it does, one sentence"),
      new Property("sign", TEXT, "Its sign on the map"),
      new Property("source", TEXT, "Where the facts come from"));

  private static final List<byte[]> NAMES =
      PROPERTIES.stream().map(property -> name(property.name())).toList();

  private final City city;
  private final ProgramStore store;
  private final SiteStore.Extent sites;
  private final long version;

  ProgramItems(City city, ProgramStore store, SiteStore.Extent sites, long version) {
    this.city = city;
    this.store = store;
    this.sites = sites;
    this.version = version;
  }

  @Override
  public Description description() {
    return new Description(
        ID,
        "Programs",
        "Programs that act against harm in " + city.profile().name().en()
            + ", each at the places of its sites.",
        Role.PUBLIC,
        "geometry-multipoint",
        false,
        PROPERTIES,
        List.of());
  }

  @Override
  public Extent extent() {
    return new Extent(sites.box(), null, null);
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
    return store.count(city, condition);
  }

  @Override
  public PageEnd write(Page page, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, page.limit());
    SiteStore.Page asked = new SiteStore.Page(
        page.condition(), page.after(), page.limit() + 1, page.crs().srid());
    store.page(city, asked, program -> {
      if (features.accept()) {
        write(program, features);
        features.close();
      }
    });
    return features.pageEnd();
  }

  @Override
  public boolean writeOne(String id, Crs crs, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, 1);
    Condition same = new Condition.AnyOf("slug", List.of(id));
    store.page(city, new SiteStore.Page(same, "", 1, crs.srid()), program -> {
      features.accept();
      write(program, features);
    });
    return features.pageEnd().written() == 1;
  }

  private static void write(Program program, FeatureWriter features) {
    features
        .head(program.slug(), program.geometry())
        .text(NAMES.get(0), program.slug())
        .text(NAMES.get(1), program.name())
        .text(NAMES.get(2), program.nameEs())
        .text(NAMES.get(3), program.operator())
        .text(NAMES.get(4), program.description())
        .text(NAMES.get(5), program.sign())
        .text(NAMES.get(6), program.source())
        .end();
  }
}
