package org.lamplight.release.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Text;
import org.lamplight.fault.Fault;

/** The languages of the public's pages. */
public enum Language {
  EN("English", Locale.US),
  ES("Español", Locale.forLanguageTag("es-US"));

  private final String title;
  private final Locale locale;

  Language(String title, Locale locale) {
    this.title = title;
    this.locale = locale;
  }

  /** The language's tag in links and in the page. */
  public String tag() {
    return locale.getLanguage();
  }

  /** Its name in itself. */
  String title() {
    return title;
  }

  Locale locale() {
    return locale;
  }

  /** A profile's text in this language. */
  String of(Text text) {
    return this == ES ? text.es() : text.en();
  }

  /**
   * The language that a reader gets: the one that the link names, else the first that the browser prefers, else English.
   *
   * @param asked value of the parameter lang; INVALID when it is no language of the pages
   * @param accepted the header Accept-Language; one that is broken counts as absent
   */
  public static Language choose(Optional<String> asked, @Nullable String accepted) {
    if (asked.isPresent()) {
      return find(asked.get()).orElseThrow(() -> Fault.invalid("lang: must be en or es"));
    }
    return ranges(accepted).stream()
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
        .flatMap(range -> find(range.getRange().split("-", 2)[0]).stream())
        .findFirst()
        .orElse(EN);
  }

  private static Optional<Language> find(String tag) {
    return List.of(values()).stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst();
  }

  private static List<LanguageRange> ranges(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return List.of();
    }
    try {
      return LanguageRange.parse(accepted);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
