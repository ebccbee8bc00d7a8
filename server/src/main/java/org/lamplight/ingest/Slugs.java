package org.lamplight.ingest;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names made fit for paths: "Baldwin Hills/Crenshaw" becomes baldwin-hills-crenshaw; a second one of the same file gets -2. */
final class Slugs {

  private static final int LONGEST = 60;
  private final Set<String> taken = new HashSet<>();

  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return plain.length() <= LONGEST ? plain : cut(plain);
  }

  private static String cut(String slug) {
    int word = slug.lastIndexOf('-', LONGEST);
    return slug.substring(0, word > 0 ? word : LONGEST);
  }

  /** A slug that this file has not used; empty when the name has no letter and no digit. */
  String unique(String name) {
    String base = of(name);
    if (base.isEmpty()) {
      return base;
    }
    String slug = base;
    for (int i = 2; !taken.add(slug); i++) {
      slug = base + "-" + i;
    }
    return slug;
  }
}
