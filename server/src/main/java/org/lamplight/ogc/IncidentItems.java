package org.lamplight.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Role;
import org.lamplight.incident.Incident;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.IncidentStore.Coordinates;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.RowSearch;

/** Recorded incidents as a collection, for analysts. */
final class IncidentItems implements Items {

  static final String ID = "incidents";

  private final City city;
  private final IncidentStore store;
  private final Incidents.Loaded loaded;
  private final IncidentParameters parameters;
  private final IncidentSurveys.Survey survey;

  IncidentItems(
      City city, IncidentStore store, Incidents.Loaded loaded, IncidentSurveys.Survey survey) {
    this.city = city;
    this.store = store;
    this.loaded = loaded;
    this.parameters = loaded.parameters();
    this.survey = survey;
  }

  @Override
  public Description description() {
    return new Description(
        ID,
        "Recorded incidents",
        "Incidents as recorded. Source: " + city.profile().source().en() + ".",
        Role.ANALYST,
        "geometry-point",
        true,
        IncidentProperties.of(loaded.areas().sets()),
        IncidentProperties.PARAMETERS);
  }

  @Override
  public Extent extent() {
    return survey.extent();
  }

  @Override
  public long version() {
    return loaded.version();
  }

  /** A property that names an area set asks for the area of that set. */
  @Override
  public Condition parse(Map<String, String> filters) {
    Condition all = loaded.visible();
    for (Map.Entry<String, String> filter : filters.entrySet()) {
      all = all.and(one(filter.getKey(), filter.getValue()));
    }
    return all;
  }

  private Condition one(String name, String value) {
    if (loaded.areas().sets().contains(name)) {
      return inArea(name, value);
    }
    String plain = name.equals("firearm") ? Property.truthWord(value) : value;
    return IncidentProperties.offenceTitle(name, value, loaded.taxonomy())
        .orElseGet(() -> parameters.one(name, plain));
  }

  private Condition inArea(String set, String slug) {
    return new Condition.Overlaps(
        "areas",
        List.of(loaded
            .areas()
            .find(set, slug)
            .orElseThrow(() -> Fault.invalid(set + ": there is no '" + slug + "'"))
            .id()));
  }

  @Override
  public long count(Condition condition) {
    return search(condition).map(RowSearch::count).orElseGet(() -> store.count(city, condition));
  }

  /** The rows from the index in memory; empty when only SQL can tell. */
  private Optional<RowSearch> search(Condition condition) {
    return RowSearch.of(loaded, condition);
  }

  @Override
  public PageEnd write(Page page, JsonWriter out) {
    FeatureWriter features = new FeatureWriter(out, page.limit());
    IncidentFeature feature = new IncidentFeature(loaded, features, page.crs());
    long after = page.after().isEmpty() ? 0 : number(page.after());
    Coordinates coordinates = coordinates(page.crs());
    Consumer<Incident> sink = incident -> {
      if (features.accept()) {
        feature.write(incident);
        features.close();
      }
    };
    Optional<RowSearch> search = search(page.condition());
    if (search.isPresent()) {
      // The database fetches rows by number: it need not find, sort and throw away all others.
      int[] rows = search.get().page(after, page.limit() + 1);
      store.rows(city, loaded.index().orElseThrow(), rows, coordinates, sink);
    } else {
      IncidentStore.Page asked =
          new IncidentStore.Page(page.condition(), after, page.limit() + 1, coordinates);
      store.page(city, asked, sink);
    }
    return features.pageEnd();
  }

  private static long number(String cursor) {
    Fault.require(cursor.matches("\\d{1,18}"), Cursor.WRONG);
    return Long.parseLong(cursor);
  }

  private Coordinates coordinates(Crs crs) {
    return crs.equals(Crs.metric(city)) ? Coordinates.METRIC : Coordinates.DEGREES;
  }

  @Override
  public boolean writeOne(String id, Crs crs, JsonWriter out) {
    if (!id.matches("\\d{1,18}")) {
      return false;
    }
    FeatureWriter features = new FeatureWriter(out, 1);
    IncidentFeature feature = new IncidentFeature(loaded, features, crs);
    Condition same = loaded.visible().and(new Condition.AnyOf("id", List.of(Long.parseLong(id))));
    store.page(city, new IncidentStore.Page(same, 0, 1, coordinates(crs)), (Incident incident) -> {
      features.accept();
      feature.write(incident);
    });
    return features.pageEnd().written() == 1;
  }
}
