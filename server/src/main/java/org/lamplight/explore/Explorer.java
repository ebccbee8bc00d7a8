package org.lamplight.explore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.TileAddress;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Selection;
import org.lamplight.incident.Snapshot;

/** Counts the incidents of a question; what does not depend on the view is kept for the next pan. */
public final class Explorer {

  /** Above this many in view the map shows hexagons, so that a million points are never sent. */
  public static final int MOST_POINTS = 2_000;

  private static final long MOST_KEPT_BYTES = 64L << 20;
  private static final int COUNT_BYTES = 100_000;

  private final Rings rings = new Rings();
  private final Cache<Key, Totals> totals = Caffeine.newBuilder()
      .maximumWeight(MOST_KEPT_BYTES)
      .weigher((Key key, Totals kept) -> kept.matched().words().length * 8 + COUNT_BYTES)
      .executor(Runnable::run)
      .build();

  private record Key(String city, long version, Question question) {}

  /**
   * Answers a question for a view; BUSY until the first snapshot is there. Cost: one pass over the city's incidents for a new
   * question, then only over those near the view.
   */
  public Answer answer(Incidents.Loaded data, Question question, View view) {
    Snapshot snapshot = data.index()
        .orElseThrow(() ->
            new Fault(Fault.Kind.BUSY, "the incidents are being read after a start or an import"));
    Totals counted = counted(data, snapshot, question);
    ViewPass.Drawn drawn = new ViewPass(data, counted.matched(), view).draw(rings);
    return new Answer(
        data.version(),
        data.select(data.visible()).map(Selection::count).orElse(0),
        counted.matched().count(),
        counted.withoutPlace(),
        drawn.inView(),
        counted.offences(),
        counted.times(),
        counted.areas(),
        counted.flags(),
        counted.firearm(),
        counted.densityBreaks(),
        drawn.map());
  }

  /**
   * Counted outside of the cache: who held its lock and waited for the common pool, while that waited for the lock, would wait for
   * ever.
   */
  private Totals counted(Incidents.Loaded data, Snapshot snapshot, Question question) {
    Key key = new Key(data.city().slug(), data.version(), question);
    Totals known = totals.getIfPresent(key);
    if (known == null) {
      known = Totals.of(data, snapshot, question);
      totals.put(key, known);
    }
    return known;
  }

  /** Forgets the counts that were kept, so that the next question is counted anew; for measurements. */
  public void forget() {
    totals.invalidateAll();
  }

  /**
   * What a tile shows of the incidents that satisfy a condition. Cost: one pass over the city's incidents for a new condition, then only
   * over those near the tile.
   */
  public MapTile tile(Incidents.Loaded data, Condition condition, TileAddress tile) {
    if (data.index().isEmpty()) {
      throw new Fault(Fault.Kind.BUSY, "the incidents are being read after a start or an import");
    }
    Selection matched = data.select(condition)
        .orElseThrow(() -> Fault.invalid(
            "filter: address, premises, weapon, status, beat, record, occurredTo and reportedOn cannot be"
                + " drawn, only listed"));
    return new TilePass(matched, tile).draw(rings, data.city().profile().metricSrid());
  }
}
