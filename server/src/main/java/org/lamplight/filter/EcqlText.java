package org.lamplight.filter;

import static org.lamplight.filter.EcqlFaults.at;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks of a filter text before GeoTools reads it, whose parser takes whatever fits its grammar: it overflows the stack on nested
 * brackets, turns 1e999 into infinity, 30 February into 1 March and a box with its sides swapped into another box.
 */
final class EcqlText {

  static final int LONGEST = 2_000;
  private static final int DEEPEST = 20;
  private static final int MOST_NODES = 100;
  private static final int MOST_LISTED = 200;

  private static final Pattern TOKEN = Pattern.compile("\\s+"
      + "|(?<text>'(?:[^']|'')*')"
      + "|(?<quoted>\"[^\"]*\")"
      + "|(?<time>\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]*(?:Z|[+-]\\d{2}:?\\d{2})?)?)"
      + "|(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
      + "|(?<word>[A-Za-z_][A-Za-z0-9_-]*)"
      + "|(?<sign><>|<=|>=|[<>=(),/])");

  /** Words that may stand before a bracket: no function is among them. */
  private static final Set<String> BEFORE_BRACKET = Set.of(
      "AND",
      "OR",
      "NOT",
      "IN",
      "BBOX",
      "INTERSECTS",
      "WITHIN",
      "DISJOINT",
      "DWITHIN",
      "POLYGON",
      "MULTIPOLYGON",
      "POINT");

  private static final Set<String> NODES = Set.of(
      "AND",
      "OR",
      "NOT",
      "LIKE",
      "ILIKE",
      "BETWEEN",
      "IS",
      "IN",
      "BEFORE",
      "AFTER",
      "DURING",
      "BBOX",
      "INTERSECTS",
      "WITHIN",
      "DISJOINT",
      "DWITHIN",
      "=",
      "<>",
      "<",
      ">",
      "<=",
      ">=");

  /** A piece of the text: its kind (text, quoted, time, number, word, sign) and where it begins, counted from 1. */
  record Token(String kind, String text, int position) {
    boolean is(String word) {
      return text.toUpperCase(Locale.ROOT).equals(word);
    }
  }

  private final List<Token> tokens = new ArrayList<>();

  private EcqlText() {}

  /** Reads the pieces of a text and checks them; INVALID with the position of the first that is wrong. */
  static List<Token> check(String text) {
    if (text.length() > LONGEST) {
      throw at(LONGEST + 1, "it is longer than 2,000 characters");
    }
    EcqlText checked = new EcqlText();
    checked.split(text);
    checked.depth();
    checked.values();
    checked.boxes();
    return checked.tokens;
  }

  private void split(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    while (position < text.length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw at(position + 1, "this cannot be read");
      }
      for (String kind : List.of("text", "quoted", "time", "number", "word", "sign")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind), position + 1));
        }
      }
      position = matcher.end();
    }
    if (tokens.isEmpty()) {
      throw at(1, "it is empty");
    }
  }

  private void depth() {
    int depth = 0;
    int nots = 0;
    int nodes = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      nodes += NODES.contains(token.text().toUpperCase(Locale.ROOT)) ? 1 : 0;
      if (token.is("(")) {
        depth++;
        opens(i);
      } else if (token.is(")")) {
        depth--;
      } else if (token.is("NOT")) {
        nots++;
      } else if (token.is("IN")) {
        list(i);
      }
      if (depth > DEEPEST || nots > DEEPEST) {
        throw at(token.position(), "it is nested deeper than 20");
      }
      if (nodes > MOST_NODES) {
        throw at(token.position(), "it holds more than 100 conditions");
      }
    }
  }

  private void list(int in) {
    int listed = 0;
    for (int i = in + 1; i < tokens.size() && !tokens.get(i).is(")"); i++) {
      listed += tokens.get(i).is(",") ? 1 : 0;
      if (listed >= MOST_LISTED) {
        throw at(tokens.get(i).position(), "the list holds more than 200 values");
      }
    }
  }

  private void opens(int bracket) {
    if (bracket > 0 && tokens.get(bracket - 1).kind().equals("word")) {
      Token before = tokens.get(bracket - 1);
      if (!BEFORE_BRACKET.contains(before.text().toUpperCase(Locale.ROOT))) {
        throw at(before.position(), "there is no function \"" + before.text() + "\"");
      }
    }
  }

  private void values() {
    for (Token token : tokens) {
      if (token.kind().equals("number") && !Double.isFinite(Double.parseDouble(token.text()))) {
        throw at(token.position(), "the number is too large");
      }
      if (token.kind().equals("time")) {
        moment(token);
      }
    }
  }

  private static void moment(Token token) {
    try {
      if (token.text().indexOf('T') < 0) {
        LocalDate.parse(token.text());
      } else {
        OffsetDateTime.parse(token.text());
      }
    } catch (DateTimeException e) {
      throw at(
          token.position(),
          "'" + token.text() + "' is neither an instant such as 2024-01-31T00:00:00Z nor a date");
    }
  }

  private void boxes() {
    for (int i = 0; i + 10 < tokens.size(); i++) {
      if (tokens.get(i).is("BBOX")) {
        double[] edges = new double[4];
        for (int edge = 0; edge < 4; edge++) {
          Token number = tokens.get(i + 4 + 2 * edge);
          if (!number.kind().equals("number")) {
            throw at(number.position(), "BBOX takes the geometry and four numbers");
          }
          edges[edge] = Double.parseDouble(number.text());
        }
        if (edges[0] > edges[2] || edges[1] > edges[3]) {
          throw at(tokens.get(i).position(), "BBOX takes west, south, east, north, in this order");
        }
      }
    }
  }
}
