package org.lamplight.http;

import io.javalin.http.Context;
import io.javalin.http.NotAcceptableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Which of the offered formats to answer in: the parameter f decides, otherwise Accept (RFC 9110, section 12.5.1). */
public final class Negotiation {

  private Negotiation() {}

  /** Chooses, and marks the answer as one that depends on Accept. */
  public static Media choose(Context ctx, Params params, List<Media> offered) {
    Vary.onFormat(ctx);
    Optional<String> f = params.find("f");
    if (f.isPresent()) {
      return offered.stream()
          .filter(media -> media.f().equals(f.get()))
          .findFirst()
          .orElseThrow(() -> Fault.invalid("f: must be one of " + names(offered)));
    }
    Media best = best(ctx.header("Accept"), offered);
    if (best == null) {
      throw new NotAcceptableResponse("this is given as " + types(offered));
    }
    return best;
  }

  private static String names(List<Media> offered) {
    return offered.stream().map(Media::f).collect(Collectors.joining(", "));
  }

  private static String types(List<Media> offered) {
    return offered.stream().map(Media::linkType).collect(Collectors.joining(", "));
  }

  static @Nullable Media best(@Nullable String accept, List<Media> offered) {
    if (accept == null || accept.isBlank()) {
      return offered.get(0);
    }
    List<Range> ranges = ranges(accept);
    Media best = null;
    double bestWeight = 0;
    for (Media media : offered) {
      double weight = weight(media, ranges);
      if (weight > bestWeight) {
        best = media;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(Media media, List<Range> ranges) {
    return Stream.concat(Stream.of(media.type()), media.aliases().stream())
        .mapToDouble(type -> weight(bare(type), ranges))
        .max()
        .orElse(0);
  }

  /** The weight of the most specific range that holds the type. */
  private static double weight(String type, List<Range> ranges) {
    Range closest = null;
    for (Range range : ranges) {
      if (range.holds(type) && (closest == null || range.specificity() > closest.specificity())) {
        closest = range;
      }
    }
    return closest == null ? 0 : closest.weight();
  }

  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",", 50)) {
      ranges.add(new Range(bare(part), quality(part)));
    }
    return ranges;
  }

  private static String bare(String part) {
    int semicolon = part.indexOf(';');
    return (semicolon < 0 ? part : part.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static double quality(String part) {
    for (String parameter : part.split(";", -1)) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("q=")) {
        return text.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
            ? Double.parseDouble(text.substring(2))
            : 0;
      }
    }
    return 1;
  }

  private record Range(String type, double weight) {

    boolean holds(String other) {
      return type.equals("*/*")
          || type.equals(other)
          || (type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1)));
    }

    int specificity() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }
}
