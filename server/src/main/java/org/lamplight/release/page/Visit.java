package org.lamplight.release.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.http.Params;

/**
 * One reader's request for a page: what all pages know.
 *
 * @param city the city that the page is about
 * @param cities all cities, for the switch in the header
 * @param words texts in the reader's language
 * @param path path of the page
 * @param query its query as it was asked
 */
public record Visit(
    City city, List<City> cities, Words words, String path, Params query, Place place) {

  /**
   * What the installation says of itself.
   *
   * @param contact link under which errors are reported; null where none is set
   * @param basemap template of the tiles under the map
   */
  public record Place(@Nullable String contact, @Nullable Basemap basemap) {}

  /** Tiles under the map, with the line that their licence asks for. */
  public record Basemap(String url, String attribution) {}

  /** A visit in the language that was chosen for it. */
  public static Visit of(Page page, Language language, String path, Params query) {
    return new Visit(page.city(), page.cities(), Words.in(language), path, query, page.place());
  }

  /** What a page is about, before its language is known. */
  public record Page(City city, List<City> cities, Place place) {}

  /** The reader's language. */
  public Language language() {
    return words.language();
  }

  /** A text of the catalogue. */
  String say(String key, String... values) {
    return words.say(key, values);
  }

  String cityName() {
    return words.language().of(city.profile().name());
  }

  /** A link that keeps the language where this page's link names one; {@code pairs} are names and values. */
  String link(String target, String... pairs) {
    Params params = Params.parse(null, name -> true);
    for (int i = 0; i < pairs.length; i += 2) {
      params = params.with(pairs[i], pairs[i + 1]);
    }
    String language = query.find("lang").orElse(null);
    return target + params.with("lang", language).query();
  }

  /** A link below the city's own path. */
  String cityLink(String below, String... pairs) {
    return link("/cities/" + city.slug() + below, pairs);
  }

  /** The link of the page that says how the release was made. */
  String methodLink() {
    return cityLink("/release", "f", "html");
  }

  /** The link of an area's page. */
  String areaLink(String unit, String slug, String... pairs) {
    String[] all = new String[pairs.length + 2];
    all[0] = "f";
    all[1] = "html";
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    return cityLink("/release/areas/" + unit + "/" + slug, all);
  }

  /** This very page in another language. */
  String inLanguage(Language language) {
    return path + query.with("lang", language.tag()).query();
  }
}
