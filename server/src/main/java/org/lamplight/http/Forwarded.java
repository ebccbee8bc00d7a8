package org.lamplight.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One hop of the header Forwarded (RFC 7239); what it does not say is empty. */
record Forwarded(String from, String proto, String host) {

  static final Forwarded NOTHING = new Forwarded("", "", "");

  /** The hops in order, the nearest last. */
  static List<Forwarded> of(HttpServletRequest request) {
    List<Forwarded> hops = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders("Forwarded"))) {
      for (String hop : split(line, ',')) {
        hops.add(hop(hop));
      }
    }
    return hops;
  }

  private static Forwarded hop(String text) {
    String from = "";
    String proto = "";
    String host = "";
    for (String pair : split(text, ';')) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String value = unquoted(pair.substring(equals + 1).strip());
      switch (name) {
        case "for" -> from = value;
        case "proto" -> proto = value;
        case "host" -> host = value;
        default -> {}
      }
    }
    return new Forwarded(from, proto, host);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** Parts between the mark, where it does not stand in quotes. */
  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == mark && !quoted) {
        parts.add(text.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }
}
