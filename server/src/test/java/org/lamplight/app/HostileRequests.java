package org.lamplight.app;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.http.Route;
import org.lamplight.incident.IncidentParameters;

/** Requests made from the server's own routes, each with something wrong in it; the same seed makes the same requests. */
final class HostileRequests {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}|<(\\w+)>");
  private static final List<String> METHODS = List.of(
      "GET",
      "GET",
      "GET",
      "GET",
      "HEAD",
      "POST",
      "PUT",
      "DELETE",
      "PATCH",
      "OPTIONS",
      "TRACE",
      "CONNECT",
      "PROPFIND",
      "BEFORE",
      "get",
      "G\u00cbT",
      "QUERY");
  private static final List<String> CITIES =
      List.of("los-angeles", "atlanta", "nowhere", "LOS-ANGELES");
  private static final List<String> IDS = List.of(
      "incidents",
      "sites",
      "programs",
      "neighborhoods",
      "divisions",
      "1",
      "0",
      "watts",
      "2024-01",
      "echo",
      "ana");
  private static final List<String> HEADERS = List.of(
      "Accept",
      "Accept-Encoding",
      "Accept-Language",
      "If-None-Match",
      "If-Modified-Since",
      "Range",
      "Cookie",
      "Authorization",
      "Origin",
      "Referer",
      "Sec-Fetch-Site",
      "X-Forwarded-For",
      "X-Forwarded-Host",
      "X-Forwarded-Proto",
      "Forwarded",
      "X-Original-URL",
      "X-Rewrite-URL",
      "X-HTTP-Method-Override",
      "Upgrade",
      "Connection",
      "Expect",
      "TE",
      "Trailer",
      "Prefer",
      "Content-Type",
      "Content-Encoding",
      "Sec-WebSocket-Version",
      "Sec-WebSocket-Key",
      "HTTP2-Settings",
      "Max-Forwards",
      "Via",
      "Host",
      "Date",
      "Transfer-Encoding",
      "Content-Length");
  private final List<Route> routes;
  private final List<Route> reads;
  private final Supplier<String> proofs;
  private final Random random;
  private final HostileValues values;
  private final List<String> parameters = new ArrayList<>(List.of(
      "f",
      "limit",
      "cursor",
      "bbox",
      "bbox-crs",
      "crs",
      "datetime",
      "filter",
      "filter-lang",
      "zoom",
      "area",
      "unit",
      "grain",
      "period",
      "group",
      "before",
      "actor",
      "action",
      "outcome",
      "shape"));

  /**
   * A request.
   *
   * @param alone whether it must have a connection of its own, because its end is not where it says
   */
  record Hostile(String text, boolean alone) {}

  /**
   * Begins.
   *
   * @param proofs gives header lines of callers whom the server knows; half of the requests carry one
   */
  HostileRequests(List<Route> routes, Supplier<String> proofs, long seed) {
    this.routes = routes;
    this.reads =
        routes.stream().filter(route -> route.method().equals(HandlerType.GET)).toList();
    this.proofs = proofs;
    this.random = new Random(seed);
    this.values = new HostileValues(random);
    this.parameters.addAll(IncidentParameters.NAMES);
  }

  Hostile next() {
    if (values.oneIn(40)) {
      return new Hostile(broken(), true);
    }
    // What reads is asked more often, so that enough of the requests reach a handler.
    Route route = values.oneOf(values.oneIn(2) && !reads.isEmpty() ? reads : routes);
    String method = values.oneIn(3) ? values.oneOf(METHODS) : route.method().name();
    StringBuilder text = new StringBuilder(method + " " + target(route) + " HTTP/1.1\r\n");
    text.append("Host: localhost\r\n");
    if (values.oneIn(2)) {
      text.append(proofs.get()).append("\r\n");
    }
    boolean alone = false;
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = values.oneOf(HEADERS);
      alone |=
          name.matches("Host|Transfer-Encoding|Content-Length|Connection|Upgrade|Expect|HTTP2.*");
      text.append(name).append(": ").append(values.header()).append("\r\n");
    }
    boolean withBody = values.oneIn(4) || method.matches("POST|PUT|PATCH");
    if (withBody) {
      String body = values.body();
      text.append("Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n");
      text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    } else {
      text.append("\r\n");
    }
    return new Hostile(text.toString(), alone);
  }

  private String target(Route route) {
    Matcher place = PLACE.matcher(route.path());
    StringBuilder path = new StringBuilder();
    while (place.find()) {
      String name = String.valueOf(place.group(1));
      String value =
          values.oneIn(5) ? values.value(name) : values.oneOf(name.equals("city") ? CITIES : IDS);
      place.appendReplacement(path, Matcher.quoteReplacement(value));
    }
    place.appendTail(path);
    return bent(path.toString()) + query();
  }

  /** The path, sometimes with what makes two servers read it in two ways. */
  private String bent(String path) {
    if (!values.oneIn(6)) {
      return path;
    }
    int slash = path.indexOf('/', random.nextInt(path.length()));
    int at = Math.max(slash, 0);
    String piece = values.oneOf(List.of(
        "/.",
        "/..",
        "/%2e%2e",
        "/..;",
        "//",
        "/%2f",
        "/%5c..",
        "\\",
        "/;a=b",
        ";jsessionid=1",
        "/%00",
        "/%c0%ae",
        "/%ff",
        "%",
        "/.%00/",
        "?",
        "#x",
        "/%252e%252e",
        "/\u00e9",
        "/a%0d%0ab"));
    return path.substring(0, at) + piece + path.substring(at);
  }

  private String query() {
    int count = random.nextInt(4);
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String name = values.oneIn(15) ? values.value("") : values.oneOf(parameters);
      query.append(i == 0 ? "?" : values.oneIn(20) ? ";" : "&").append(name);
      query.append(values.oneIn(20) ? "" : "=").append(values.value(name));
    }
    return query.toString();
  }

  /** What is hardly HTTP. */
  private String broken() {
    String chunked = String.join(
        "\r\n",
        "POST /session HTTP/1.1",
        "Host: localhost",
        "Sec-Fetch-Site: same-origin",
        "Content-Type: application/json",
        "Transfer-Encoding: chunked",
        "",
        "");
    return switch (random.nextInt(9)) {
      case 0 -> values.bytes(1 + random.nextInt(200)) + "\r\n\r\n";
      case 1 -> "GET / HTTP/9.9\r\n\r\n";
      case 2 -> "GET /" + "a".repeat(random.nextInt(20_000)) + " HTTP/1.1\r\nHost: a\r\n\r\n";
      case 3 ->
        "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(random.nextInt(20_000)) + "\r\n\r\n";
      case 4 -> chunked + "zz\r\n{}\r\n0\r\n\r\n";
      case 5 -> chunked + "ffffffffffffffff\r\n{}";
      case 6 ->
        "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}";
      case 7 -> "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n";
      default -> "GET http://evil.example:99999/ HTTP/1.1\r\nHost: [::1\r\n broken\r\n\r\n";
    };
  }
}
