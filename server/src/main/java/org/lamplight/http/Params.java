package org.lamplight.http;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query of a request, read strictly: a parameter that is unknown, repeated or malformed is INVALID and named. */
public final class Params {

  private static final int LONGEST_VALUE = 2_000;
  private static final int MOST_VALUES = 200;

  private final Map<String, String> values;

  private Params(Map<String, String> values) {
    this.values = values;
  }

  /** Reads the query; only the known names may occur, each once. */
  public static Params of(Context ctx, Collection<String> known) {
    return parse(ctx.req().getQueryString(), known::contains);
  }

  /** Reads a query string, without its question mark. */
  public static Params parse(@Nullable String query, Predicate<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decode(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decode(part.substring(equals + 1));
        require(known.test(name), "unknown parameter " + quoted(name));
        require(value.length() <= LONGEST_VALUE, name + ": is longer than 2000 characters");
        require(values.put(name, value) == null, name + ": is given more than once");
      }
    }
    return new Params(values);
  }

  private static String decode(String text) {
    String plain;
    try {
      plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid("the query holds a broken % escape");
    }
    // NUL is no text to PostgreSQL; the replacement character stands for bytes that are not UTF-8.
    require(
        plain.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0xfffd),
        "the query holds a control character or is not UTF-8");
    return plain;
  }

  private static String quoted(String name) {
    return "\"" + (name.length() > 40 ? name.substring(0, 40) + "..." : name) + "\"";
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The names that were given, in order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The whole number of a parameter, at least the minimum; a larger one counts as the maximum. */
  public int atMost(String name, int absent, int minimum, int maximum) {
    String text = values.get(name);
    if (text == null) {
      return absent;
    }
    String digits = text.replaceFirst("^0+(?=\\d)", "");
    require(
        digits.matches("\\d+") && (digits.length() > 9 || Integer.parseInt(digits) >= minimum),
        name + ": must be a whole number from " + minimum + " to " + maximum);
    return digits.length() > 9 ? maximum : Math.min(Integer.parseInt(digits), maximum);
  }

  /** The values of a list written with commas; empty when the parameter is absent. */
  public List<String> list(String name) {
    String text = values.get(name);
    if (text == null) {
      return List.of();
    }
    List<String> items = List.of(text.split(",", -1));
    require(items.size() <= MOST_VALUES, name + ": holds more than 200 values");
    require(items.stream().noneMatch(String::isBlank), name + ": holds an empty value");
    return items;
  }

  /** The same query with one parameter set, or left out when the value is null. */
  public Params with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    if (value != null) {
      changed.put(name, value);
    }
    return new Params(changed);
  }

  /** The query string, beginning with a question mark; empty when there are no parameters. */
  public String query() {
    Stream<String> parts =
        values.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()));
    return values.isEmpty() ? "" : parts.collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }
}
