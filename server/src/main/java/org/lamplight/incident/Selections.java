package org.lamplight.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import org.lamplight.filter.Condition;

/**
 * Selections of a snapshot that are kept for the next page or tile. What is worked out on all processors is worked out outside of the
 * cache: who held its lock and waited for the common pool, while that waited for the lock, would wait for ever.
 */
final class Selections {

  private static final long MOST_KEPT_BYTES = 64L << 20;
  private final Cache<Condition, Selection> kept = Caffeine.newBuilder()
      .maximumWeight(MOST_KEPT_BYTES)
      .weigher((Condition condition, Selection found) -> 200 + found.words().length * 8)
      .executor(Runnable::run)
      .build();

  Optional<Selection> get(Condition condition, Supplier<Optional<Selection>> making) {
    Selection known = kept.getIfPresent(condition);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Selection> made = making.get();
    made.ifPresent(selection -> kept.put(condition, selection));
    return made;
  }
}
