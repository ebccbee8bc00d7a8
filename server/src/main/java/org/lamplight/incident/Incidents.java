package org.lamplight.incident;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaNames;
import org.lamplight.area.AreaNamesStore;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.filter.Condition;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The incidents of each city at their present data version: names, counts and the snapshot, made anew after an import. */
public final class Incidents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final long REFRESH_MILLIS = 500;
  private static final long LISTEN_AGAIN_MILLIS = 2_000;

  /** Distances between opposite sides of the hexagons that maps of a whole city use, metres. */
  private static final double[] WHOLE_CITY_HEXAGONS = {500, 1_000, 2_000};

  /** What is known of a city's incidents at one data version. */
  public record Loaded(
      City city,
      long version,
      Taxonomy taxonomy,
      AreaNames areas,
      Optional<Snapshot> index,
      Shapes shapes) {

    /**
     * The same as a reader sees it.
     *
     * @param sensitive whether he may see single incidents of sensitive offences; if not, they and their names do not exist
     */
    public Loaded seenBy(boolean sensitive) {
      return sensitive ? this : new Loaded(city, version, taxonomy.open(), areas, index, shapes);
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

    /** The incidents that satisfy a condition; empty when only SQL can answer. */
    public Optional<Selection> select(Condition condition) {
      return index.flatMap(snapshot -> snapshot.select(condition));
    }

    /** The test of a condition over rows of the snapshot; empty when only SQL can answer. */
    public Optional<IntPredicate> test(Condition condition) {
      return select(condition).map(selection -> selection::contains);
    }
  }

  private final IncidentStore store;
  private final CityStore cities;
  private final AreaNamesStore areaNames;
  private final SnapshotStore snapshots;
  private final ShapeStore shapes;
  private final @Nullable Path folder;
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();
  private final Map<String, Loaded> latest = new ConcurrentHashMap<>();
  private final Map<String, Versioned> summaries = new ConcurrentHashMap<>();
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService background = Executors.newFixedThreadPool(3, task -> {
    Thread thread = new Thread(task, "incident-snapshot");
    thread.setDaemon(true);
    return thread;
  });

  /** Snapshots are read from the database at each start. */
  public Incidents(IncidentStore store, CityStore cities, AreaNamesStore areaNames) {
    this(store, cities, areaNames, null);
  }

  /**
   * Snapshots are kept in files, so that a start takes them from there.
   *
   * @param folder where; null for nowhere
   */
  public Incidents(
      IncidentStore store, CityStore cities, AreaNamesStore areaNames, @Nullable Path folder) {
    this.store = store;
    this.cities = cities;
    this.areaNames = areaNames;
    this.snapshots = store.snapshots();
    this.shapes = store.shapes();
    this.folder = folder;
  }

  /**
   * Makes the snapshots of the cities in the background, and again whenever the database says that data changed, or it is seen.
   *
   * @param then what is done, in the background too, for each city whose snapshot was made
   */
  public void keepFresh(List<City> served, Consumer<City> then) {
    background.execute(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        for (City city : served) {
          if (refreshQuietly(city)) {
            // On the third thread, so that the next import's snapshot does not wait for it.
            background.execute(() -> then.accept(city));
          }
        }
        awaitNews();
      }
    });
    background.execute(this::listen);
  }

  private Shapes shapes(City city) {
    return id -> shapes.find(city, id);
  }

  /** Where shapes are kept. */
  public ShapeStore shapes() {
    return shapes;
  }

  private void awaitNews() {
    try {
      if (news.tryAcquire(REFRESH_MILLIS, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      // The server is stopping.
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        snapshots.listen(news::release);
      } catch (RuntimeException e) {
        // The database may be restarting; until it speaks again, versions are asked for.
        LOG.debug("no news of the data", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LISTEN_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The incidents at their present version; the snapshot is there only once it has been made at that version. */
  public Loaded at(City city) {
    long version = cities.dataVersion(city);
    Loaded present = loaded.get(city.slug());
    if (present != null && present.version() == version) {
      return present;
    }
    Loaded names = new Loaded(
        city,
        version,
        store.taxonomy(city),
        areaNames.load(city.id()),
        Optional.empty(),
        shapes(city));
    loaded.merge(
        city.slug(), names, (old, fresh) -> old.version() >= fresh.version() ? old : fresh);
    return names;
  }

  /** The incidents as of the newest snapshot: after an import, those before it until the new snapshot takes its place at once. */
  public Loaded latest(City city) {
    Loaded newest = latest.get(city.slug());
    return newest == null ? at(city) : newest;
  }
  /** How many incidents satisfy the condition: from the snapshot where it can tell, otherwise from the database. */
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

  private boolean refreshQuietly(City city) {
    try {
      return refresh(city);
    } catch (RuntimeException e) {
      // The database may be restarting; the next round tries again, and counts come from SQL
      // meanwhile.
      LOG.warn("snapshot of {} not made: {}", city.slug(), e.getMessage());
      return false;
    }
  }

  /** Makes the snapshot of the city if it is not there at the present version; whether it did. */
  public boolean refresh(City city) {
    Loaded present = at(city);
    if (present.index().isPresent()) {
      return false;
    }
    long began = System.nanoTime();
    // Opened here, in the background, so that the first map does not wait for it.
    Projection.of(city.profile().metricSrid());
    AreaPositions areas = new AreaPositions(present.areas());
    String identity = snapshots.identity(city, areas);
    Optional<SnapshotColumns> kept = folder == null
        ? Optional.empty()
        : new SnapshotFile(folder, city.slug()).read(identity, areas.sets());
    SnapshotColumns columns = kept.orElseGet(() -> snapshots.read(city, areas));
    if (cities.dataVersion(city) != present.version()
        || !snapshots.identity(city, areas).equals(identity)) {
      return false;
    }
    Snapshot snapshot = new Snapshot(columns, present.version(), areas.names());
    Loaded ready = new Loaded(
        city,
        present.version(),
        present.taxonomy(),
        present.areas(),
        Optional.of(snapshot),
        present.shapes());
    loaded.put(city.slug(), ready);
    latest.put(city.slug(), ready);
    LOG.info(
        "snapshot of {}: {} incidents {} in {} ms",
        city.slug(),
        snapshot.size(),
        kept.isPresent() ? "from the file" : "from the database",
        (System.nanoTime() - began) / 1_000_000);
    for (double across : WHOLE_CITY_HEXAGONS) {
      snapshot.hexagons(new HexGrid(across));
    }
    if (kept.isEmpty()) {
      keep(city, identity, columns);
    }
    return true;
  }

  private void keep(City city, String identity, SnapshotColumns columns) {
    if (folder == null) {
      return;
    }
    try {
      new SnapshotFile(folder, city.slug()).write(identity, columns);
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("snapshot of {} not kept in a file: {}", city.slug(), e.getMessage());
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
