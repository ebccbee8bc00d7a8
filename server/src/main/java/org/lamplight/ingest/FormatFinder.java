package org.lamplight.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.IncidentFormat;
import org.lamplight.city.SiteFormat;
import org.lamplight.fault.Fault;

/** Which of a city's layouts a file has; says what is missing, and what the file looks like instead, when it has none. */
final class FormatFinder {

  private final City city;
  private final List<CityProfile> others;

  FormatFinder(City city, List<CityProfile> all) {
    this.city = city;
    this.others = all.stream().filter(p -> !p.slug().equals(city.slug())).toList();
  }

  IncidentFormat incidents(String file, Header header) {
    return fitting(city.profile().incidentFormats(), IncidentFormat::required, header)
        .orElseThrow(() -> refusal(
            file,
            "incidents",
            header,
            nearest(city.profile().incidentFormats(), IncidentFormat::required, header)));
  }

  SiteFormat sites(String file, Header header) {
    return fitting(city.profile().siteFormats(), SiteFormat::required, header)
        .orElseThrow(() -> refusal(
            file,
            "sites",
            header,
            nearest(city.profile().siteFormats(), SiteFormat::required, header)));
  }

  private static <T> Optional<T> fitting(
      List<T> formats, Function<T, List<String>> required, Header header) {
    return formats.stream()
        .filter(format -> header.missing(required.apply(format)).isEmpty())
        .findFirst();
  }

  private static <T> List<String> nearest(
      List<T> formats, Function<T, List<String>> required, Header header) {
    return formats.stream()
        .map(format -> header.missing(required.apply(format)))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private Fault refusal(String file, String kind, Header header, List<String> missing) {
    StringBuilder sentence = new StringBuilder(file + ": is no file of " + kind + " of "
        + city.profile().name().en() + ": it lacks the column" + (missing.size() == 1 ? " " : "s ")
        + String.join(", ", missing));
    List<String> looks = looksLike(kind, header);
    if (!looks.isEmpty()) {
      sentence.append("; it looks like ").append(String.join(" or ", looks));
    }
    return Fault.invalid(sentence.toString());
  }

  private List<String> looksLike(String kind, Header header) {
    List<String> looks = new ArrayList<>();
    if (kind.equals("sites")
        && fitting(city.profile().incidentFormats(), IncidentFormat::required, header)
            .isPresent()) {
      looks.add("incidents");
    }
    if (kind.equals("incidents")
        && fitting(city.profile().siteFormats(), SiteFormat::required, header).isPresent()) {
      looks.add("sites");
    }
    for (CityProfile other : others) {
      if (fitting(other.incidentFormats(), IncidentFormat::required, header).isPresent()) {
        looks.add("incidents of " + other.name().en());
      }
    }
    return looks;
  }
}
