package org.lamplight.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest release of each city, in memory; what another process publishes or withdraws is there within about a second. */
public final class Releases implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
  private static final long BETWEEN_MILLIS = 1_000;

  private final ReleaseStore store;
  private final List<City> cities;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ExecutorService watch = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "release-watch");
    thread.setDaemon(true);
    return thread;
  });

  /** What is in memory of a city: what is known of all its releases, the latest first, and that one whole. */
  private record Held(List<Published.Head> heads, Published latest) {}

  /** Reads with the public's role: a release is all that it needs. */
  public Releases(ReleaseStore store, List<City> cities) {
    this.store = store;
    this.cities = List.copyOf(cities);
  }

  /** Reads what there is, and looks again each second. */
  public void keepFresh() {
    refreshQuietly();
    watch.execute(this::lookAgain);
  }

  private void lookAgain() {
    try {
      while (!watch.isShutdown()) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        refreshQuietly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The latest release of the city, withdrawn or not; empty before the first. */
  public Optional<Published> find(City city) {
    return Optional.ofNullable(held.get(city.slug())).map(Held::latest);
  }

  /** All releases of the city, the latest first. */
  public List<Published.Head> list(City city) {
    Held known = held.get(city.slug());
    return known == null ? List.of() : known.heads();
  }

  /** The latest release; MISSING before the first, and when it was withdrawn. */
  public Published get(City city) {
    Published release = present(city);
    Withdrawal withdrawal = release.withdrawal();
    if (withdrawal != null) {
      throw Fault.missing("release " + release.number() + " was withdrawn: " + withdrawal.why());
    }
    return release;
  }

  /** The latest release, withdrawn or not; MISSING before the first. */
  public Published present(City city) {
    return find(city).orElseThrow(() -> Fault.missing("this city has not published a release yet"));
  }

  /** Looks at the database now. */
  public void refresh() {
    for (City city : cities) {
      List<Published.Head> heads = store.list(city);
      Held known = held.get(city.slug());
      if (heads.isEmpty()) {
        held.remove(city.slug());
      } else if (known == null || !known.heads().equals(heads)) {
        held.put(city.slug(), new Held(heads, store.load(city, heads.get(0))));
      }
    }
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException e) {
      // The database may be restarting; what is in memory stands until the next look.
      LOG.warn("releases not looked at: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
