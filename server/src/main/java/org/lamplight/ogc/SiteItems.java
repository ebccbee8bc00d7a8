package org.lamplight.ogc;

import static org.lamplight.ogc.FeatureWriter.name;
import static org.lamplight.ogc.Property.Type.DATE;
import static org.lamplight.ogc.Property.Type.INTEGERS;
import static org.lamplight.ogc.Property.Type.TEXT;
import static org.lamplight.ogc.Property.Type.TEXTS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.filter.Interval;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Role;
import org.lamplight.program.Site;
import org.lamplight.program.SiteStore;

/** The sites of programs as a collection. */
final class SiteItems implements Items {

  static final String ID = "sites";

  private static final List<Property> PROPERTIES = List.of(
      new Property("slug", TEXT, "Name in paths: program and site"),
      new Property("program", TEXT, "The program, by its slug"),
      new Property("programName", TEXT, "Name of the program"),
      new Property("name", TEXT, "Name of the site"),
      new Property("siteType", TEXT, "Kind of place"),
      new Property("address", TEXT, "Public address"),
      new Property("status", TEXT, "proposed, active, paused, ended or unknown"),
      new Property("openedOn", DATE, "First day, as far as known"),
      new Property("openedPrecision", TEXT, "Whether openedOn is known to the day, month or year"),
      new Property("closedOn", DATE, "First day on which it no longer ran"),
      new Property("listedYears", INTEGERS, "Years in which a source names the site"),
      new Property("seasonFrom", TEXT, "First day of the season as --MM-DD, as last published"),
      new Property(
          "seasonUntil", TEXT, "Day after the season's last as --MM-DD, as last published"),
      new Property("weekdays", INTEGERS, "ISO weekdays on which it opens, Monday 1"),
      new Property("hoursFrom", TEXT, "Local opening time, as last published"),
      new Property("hoursUntil", TEXT, "Local closing time, as last published"),
      new Property("scheduleNote", TEXT, "The schedule in words, and when it was published"),
      new Property("placePrecision", TEXT, "What the point is: an address, a park, a block"),
      new Property("placeSource", TEXT, "Where the position comes from"),
      new Property("note", TEXT, "What else is known"),
      new Property("source", TEXT, "Where the facts come from"),
      new Property("flags", TEXTS, "What is doubtful; several are asked for with commas"));

  private static final List<byte[]> NAMES =
      PROPERTIES.stream().map(property -> name(property.name())).toList();

  private final City city;
  private final SiteStore store;
  private final SiteStore.Extent extent;
  private final long version;

  SiteItems(City city, SiteStore store, SiteStore.Extent extent, long version) {
    this.city = city;
    this.store = store;
    this.extent = extent;
    this.version = version;
  }

  @Override
  public Description description() {
    return new Description(
        ID,
        "Program sites",
        "Where programs against harm work in " + city.profile().name().en()
            + ": points, outlines, or no place yet.",
        Role.PUBLIC,
        "geometry-any",
        true,
        PROPERTIES,
        List.of());
  }

  @Override
  public Extent extent() {
    LocalDate first = extent.openedOn();
    return new Extent(
        extent.box(),
        first == null ? null : first.atStartOfDay(city.profile().zone()).toInstant(),
        null);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Condition parse(Map<String, String> filters) {
    Map<String, String> plain = new HashMap<>(filters);
    String datetime = plain.remove("datetime");
    Condition condition = Filters.parse(plain, PROPERTIES, city);
    return datetime == null
        ? condition
        : condition.and(Filters.meets(
            "openedAt", "closedAt", Interval.parse(datetime, city.profile().zone())));
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
    store.page(city, asked, site -> {
      if (features.accept()) {
        write(site, features);
        features.close();
      }
    });
    return features.pageEnd();
  }

  @Override
  public boolean writeOne(String id, Crs crs, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, 1);
    Condition same = new Condition.AnyOf("slug", List.of(id));
    store.page(city, new SiteStore.Page(same, "", 1, crs.srid()), site -> {
      features.accept();
      write(site, features);
    });
    return features.pageEnd().written() == 1;
  }

  /** Writes the properties in the order of {@link #PROPERTIES}. */
  private static void write(Site site, FeatureWriter features) {
    Site.Schedule schedule = site.schedule();
    features
        .head(site.slug(), site.geometry())
        .text(NAMES.get(0), site.slug())
        .text(NAMES.get(1), site.program())
        .text(NAMES.get(2), site.programName())
        .text(NAMES.get(3), site.name())
        .text(NAMES.get(4), site.siteType())
        .text(NAMES.get(5), site.address())
        .text(NAMES.get(6), site.status())
        .date(NAMES.get(7), site.openedOn())
        .text(NAMES.get(8), site.openedPrecision())
        .date(NAMES.get(9), site.closedOn())
        .integers(NAMES.get(10), site.listedYears())
        .text(NAMES.get(11), schedule.seasonFrom())
        .text(NAMES.get(12), schedule.seasonUntil())
        .integers(NAMES.get(13), schedule.weekdays())
        .text(NAMES.get(14), schedule.hoursFrom())
        .text(NAMES.get(15), schedule.hoursUntil())
        .text(NAMES.get(16), schedule.note())
        .text(NAMES.get(17), site.placePrecision())
        .text(NAMES.get(18), site.placeSource())
        .text(NAMES.get(19), site.note())
        .text(NAMES.get(20), site.source())
        .texts(NAMES.get(21), site.flags())
        .end();
  }
}
