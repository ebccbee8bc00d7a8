package org.lamplight.release.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of the pages in one language, from the catalogue that the browser's modules read too. A text holds {names}; one
 * that depends on a number is a pair of one and other.
 */
public final class Words {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Language, Words> KNOWN = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      KNOWN.put(language, new Words(language, read(language)));
    }
  }

  private final Language language;
  private final JsonNode texts;

  private Words(Language language, JsonNode texts) {
    this.language = language;
    this.texts = texts;
  }

  static Words in(Language language) {
    Words words = KNOWN.get(language);
    if (words == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return words;
  }

  private static JsonNode read(Language language) {
    String file = "/web/i18n/public." + language.tag() + ".json";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Language language() {
    return language;
  }

  boolean has(String key) {
    return texts.has(key);
  }

  /** The text of that key with its names filled in; {@code values} are pairs of name and text. */
  String say(String key, String... values) {
    return fill(node(key).asText(), values);
  }

  /** The text of that key for a number, which its {n} stands for. */
  String count(String key, long n, String... values) {
    String text = node(key).path(n == 1 ? "one" : "other").asText();
    return fill(text.replace("{n}", number(n)), values);
  }

  private JsonNode node(String key) {
    JsonNode node = texts.get(key);
    if (node == null) {
      throw new IllegalStateException("no text \"" + key + "\" in " + language);
    }
    return node;
  }

  private static String fill(String text, String... values) {
    String filled = text;
    for (int i = 0; i < values.length; i += 2) {
      filled = filled.replace("{" + values[i] + "}", values[i + 1]);
    }
    return filled;
  }

  String number(long n) {
    return NumberFormat.getIntegerInstance(language.locale()).format(n);
  }

  /** A rate with one decimal. */
  String rate(double rate) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(rate);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(day);
  }

  String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
  }

  /** The texts that the browser's modules use, as a JSON object. */
  String forBrowser() {
    Map<String, JsonNode> chosen = new TreeMap<>();
    texts.properties().forEach(text -> {
      if (text.getKey().startsWith("browser.")) {
        chosen.put(text.getKey(), text.getValue());
      }
    });
    try {
      return JSON.writeValueAsString(chosen);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
