package org.lamplight.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.lamplight.area.AreaNames;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowFilter;
import org.lamplight.geo.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The incidents of each city at their present data version: names, counts and the index, read anew after an import. */
public final class Incidents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final long REFRESH_MILLIS = 500;

  /** What is known of a city's incidents at one data version. */
  public record Loaded(
      City city, long version, Taxonomy taxonomy, AreaNames areas, Optional<IncidentIndex> index) {

    /**
     * The same as a reader sees it.
     *
     * @param sensitive whether he may see single incidents of sensitive offences; if not, they and their names do not exist
     */
    public Loaded seenBy(boolean sensitive) {
      return sensitive ? this : new Loaded(city, version, taxonomy.open(), areas, index);
    }

    /** That an incident is one which the reader may see; stands in everything that {@link #parameters} reads. */
    public Condition visible() {
      return taxonomy.isWhole()
          ? Condition.always()
          : new Condition.AnyOf("codeId", taxonomy.ids(code -> true));
    }

    public IncidentParameters parameters() {
      return new IncidentParameters(this);
    }

    /** The test of a condition over the index; empty when only SQL can answer. */
    public Optional<IntPredicate> test(Condition condition) {
      return index.flatMap(columns -> RowFilter.compile(condition, new RowTests(columns)));
    }
  }

  private final IncidentStore store;
  private final CityStore cities;
  private final AreaNamesStore areaNames;
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();
  private final Map<String, Versioned> summaries = new ConcurrentHashMap<>();
  private final ExecutorService refresher = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "incident-index");
    thread.setDaemon(true);
    return thread;
  });

  public Incidents(IncidentStore store, CityStore cities, AreaNamesStore areaNames) {
    this.store = store;
    this.cities = cities;
    this.areaNames = areaNames;
  }

  /** Reads the indexes of the cities in the background, and again whenever their data version has risen. */
  public void keepFresh(List<City> served) {
    refresher.execute(() -> {
      served.forEach(this::refreshQuietly);
      next(served);
    });
  }

  private void next(List<City> served) {
    try {
      TimeUnit.MILLISECONDS.sleep(REFRESH_MILLIS);
      keepFresh(served);
    } catch (InterruptedException | RejectedExecutionException e) {
      // The server is stopping.
      LOG.debug("index no longer kept fresh", e);
    }
  }

  /** The incidents at their present version; the index is there only once it has been read at that version. */
  public Loaded at(City city) {
    long version = cities.dataVersion(city);
    Loaded present = loaded.get(city.slug());
    if (present != null && present.version() == version) {
      return present;
    }
    Loaded names = new Loaded(
        city, version, store.taxonomy(city), areaNames.load(city.id()), Optional.empty());
    loaded.merge(
        city.slug(), names, (old, fresh) -> old.version() >= fresh.version() ? old : fresh);
    return names;
  }

  /** How many incidents satisfy the condition: from the index where it can tell, otherwise from the database. */
  public long count(City city, Condition condition) {
    return RowSearch.of(at(city), condition)
        .map(RowSearch::count)
        .orElseGet(() -> store.count(city, condition));
  }

  /** What there is of the city's incidents for a reader of {@code present}. */
  public Summary summary(Loaded present) {
    String key = present.city().slug() + (present.taxonomy().isWhole() ? " whole" : " open");
    Versioned known = summaries.get(key);
    if (known == null || known.version() != present.version()) {
      known = new Versioned(
          present.version(), store.summary(present.city(), present.taxonomy().ids(code -> true)));
      summaries.put(key, known);
    }
    return known.summary();
  }

  private record Versioned(long version, Summary summary) {}

  private void refreshQuietly(City city) {
    try {
      refresh(city);
    } catch (RuntimeException e) {
      // The database may be restarting; the next round tries again, and counts come from SQL
      // meanwhile.
      LOG.warn("index of {} not read: {}", city.slug(), e.getMessage());
    }
  }

  /** Reads the index of the city if it is not there at the present version. */
  public void refresh(City city) {
    Loaded present = at(city);
    if (present.index().isPresent()) {
      return;
    }
    long began = System.nanoTime();
    // Opened here, in the background, so that the first map does not wait for it.
    Projection.of(city.profile().metricSrid());
    IncidentIndex.Builder builder =
        new IncidentIndex.Builder(present.areas(), city.profile().zone());
    store.columns(city, builder);
    IncidentIndex index = builder.build(present.version(), city.profile().extent());
    if (cities.dataVersion(city) != present.version()) {
      return;
    }
    loaded.put(
        city.slug(),
        new Loaded(
            city, present.version(), present.taxonomy(), present.areas(), Optional.of(index)));
    LOG.info(
        "index of {}: {} incidents in {} ms",
        city.slug(),
        index.size(),
        (System.nanoTime() - began) / 1_000_000);
  }

  @Override
  public void close() {
    refresher.shutdownNow();
  }
}
