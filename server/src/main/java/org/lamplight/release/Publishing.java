package org.lamplight.release;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.disclosure.Progress;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;

/** Builds, publishes and withdraws releases; the command line and the browser's administrator use the same one. */
public final class Publishing {

  /** Why nothing was built. */
  public static final String NOTHING_NEW = "no month is new since the latest release";

  private static final int LONGEST_WHY = 500;

  private final ReleaseBuilder builder;
  private final PublishedStore store;
  private final Audit audit;
  private final Clock clock;

  /**
   * One for all cities.
   *
   * @param database pool of the role of imports
   * @param clock by which months are settled; a release carries its time
   */
  public Publishing(Database database, Audit audit, Clock clock) {
    this.store = new PublishedStore(database);
    this.builder = new ReleaseBuilder(new SourceStore(database), store, clock);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A built and audited release that waits for a yes.
   *
   * @see #publish
   */
  public static final class Ready {
    private final Draft draft;

    private Ready(Draft draft) {
      this.draft = draft;
    }

    public Preview preview() {
      return draft.preview();
    }

    Draft draft() {
      return draft;
    }

    public City city() {
      return draft.city();
    }
  }

  /**
   * Builds and audits the city's next release; empty when no month is new. CONFLICT when the audit fails or the city's areas or
   * groups have changed.
   *
   * @param progress what it throws ends the work
   */
  public Optional<Ready> build(City city, Progress progress) {
    return builder.build(city, progress).map(Ready::new);
  }

  /**
   * Publishes what was built; CONFLICT when another release came between.
   *
   * @param deed the trail's entry of the action {@code release.publish} by its details; without it nothing is published
   */
  public int publish(Ready ready, String by, Function<Map<String, String>, Audit.Deed> deed) {
    Preview preview = ready.preview();
    Map<String, String> details = Map.of(
        "release", Integer.toString(preview.number()),
        "months",
            preview.months().get(0) + "/"
                + preview.months().get(preview.months().size() - 1),
        "hidden", Integer.toString(preview.newHidden()));
    store.publish(ready.draft, by, () -> audit.write(deed.apply(details)));
    return preview.number();
  }

  /** Withdraws a release for good, with the reason that the public will read. */
  public void withdraw(
      City city, int number, Withdrawing deed, Function<Map<String, String>, Audit.Deed> entry) {
    String why = deed.why().strip();
    Fault.require(
        !why.isEmpty() && why.length() <= LONGEST_WHY,
        "why: say in 1 to " + LONGEST_WHY + " characters why the release is withdrawn");
    store.withdraw(
        city,
        number,
        new PublishedStore.Deed(clock.instant().truncatedTo(ChronoUnit.SECONDS), deed.by(), why),
        () -> audit.write(entry.apply(Map.of("release", Integer.toString(number), "why", why))));
  }

  /** Who withdraws, and why. */
  public record Withdrawing(String by, String why) {}
}
