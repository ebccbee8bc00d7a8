package org.lamplight.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The areas of a city by number and by set and slug, without their outlines. */
public final class AreaNames {

  /** An area's number, set, slug and name. */
  public record Ref(int id, String set, String slug, String name) {}

  private final List<Ref> all;
  private final Map<Integer, Ref> byId = new HashMap<>();
  private final Map<String, Ref> bySlug = new HashMap<>();

  public AreaNames(List<Ref> all) {
    this.all = List.copyOf(all);
    for (Ref ref : all) {
      byId.put(ref.id(), ref);
      bySlug.put(ref.set() + ":" + ref.slug(), ref);
    }
  }

  public List<Ref> all() {
    return all;
  }

  public @Nullable Ref byId(int id) {
    return byId.get(id);
  }

  public Optional<Ref> find(String set, String slug) {
    return Optional.ofNullable(bySlug.get(set + ":" + slug));
  }

  /** Sets that have areas, in order. */
  public List<String> sets() {
    return all.stream().map(Ref::set).distinct().toList();
  }
}
