package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the front end is laid out, read from its source: who may import what, and that both languages say the same things. */
class WebSourceTest {

  private static final Path WEB =
      Path.of(System.getProperty("project.root", ".")).resolve("web");
  private static final Map<String, String> MODULES = read(".js");

  @Test
  void onlyLayersImportLeaflet() {
    assertEquals(Set.of(), holding("from \"leaflet\"", name -> !name.startsWith("layers/")));
  }

  @Test
  void onlyTheApiFetches() {
    assertEquals(
        Set.of(),
        holding("fetch\\(|XMLHttpRequest|sendBeacon|WebSocket", name -> !name.equals("api.js")));
    assertTrue(MODULES.getOrDefault("api.js", "").contains("fetch("));
  }

  @Test
  void nothingWritesMarkup() {
    assertEquals(
        Set.of(),
        holding(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function",
            name -> true));
  }

  @Test
  void coreIsPure() {
    String outside =
        "\\bdocument\\b|\\bwindow\\b|\\blocation\\b|localStorage|Date\\.now|new Date\\(\\)|Math\\.random|from \"\\.\\./";
    assertEquals(Set.of(), holding(outside, name -> name.contains("core/")));
  }

  @Test
  void uiKnowsNeitherMapNorServer() {
    assertEquals(
        Set.of(),
        holding(
            "from \"(\\.\\./)+(layers|api|app|scene|selection|city|session|frame)",
            name -> name.contains("ui/")));
  }

  @Test
  void pagesHoldNoInlineScriptOrStyleButOneImportMap() {
    Map<String, String> pages = read(".html");
    assertTrue(pages.size() > 4, "only " + pages.size() + " pages were seen");
    pages.forEach((name, page) -> {
      List<String> scripts = found(page, "<script[^>]*>");
      assertEquals(
          name.equals("index.html") ? List.of("<script type=\"importmap\">") : List.of(),
          scripts.stream().filter(tag -> !tag.contains("src=")).toList(),
          name);
      assertEquals(List.of(), found(page, "\\sstyle=|<style|\\son[a-z]+=|https?://"), name);
    });
  }

  @Test
  void bothLanguagesHaveTheSameMessagesWithTheSameGaps() {
    for (String catalogue : List.of(
        "i18n/%s.js",
        "i18n/desk.%s.js",
        "i18n/patterns.%s.js",
        "i18n/pack.%s.js",
        "i18n/series.%s.js",
        "i18n/staff.%s.js")) {
      Map<String, Set<String>> english = messages(catalogue.formatted("en"));
      assertTrue(english.size() > 20, "only " + english.size() + " messages were seen");
      assertEquals(english, messages(catalogue.formatted("es")));
    }
  }

  @Test
  void everyMessageIsUsedAndEveryUsedMessageExists() {
    String all = MODULES.entrySet().stream()
        .filter(module -> !module
            .getKey()
            .matches("i18n/(staff\\.|desk\\.|patterns\\.|pack\\.|series\\.)?e[ns]\\.js"))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n"));
    Set<String> known = new TreeSet<>(messages("i18n/en.js").keySet());
    known.addAll(messages("i18n/desk.en.js").keySet());
    known.addAll(messages("i18n/patterns.en.js").keySet());
    known.addAll(messages("i18n/pack.en.js").keySet());
    known.addAll(messages("i18n/series.en.js").keySet());
    known.addAll(messages("i18n/staff.en.js").keySet());
    Set<String> missing = new TreeSet<>();
    for (String used : found(all, "(?<![\\w.])t\\(\"[a-z]+\\.\\w+\"")) {
      String key = used.substring(3, used.length() - 1);
      if (!known.contains(key)) {
        missing.add(key);
      }
    }
    assertEquals(Set.of(), missing);
    Set<String> unused = new TreeSet<>();
    for (String key : known) {
      String family = "`" + key.substring(0, key.indexOf('.') + 1) + "${";
      if (!all.contains("\"" + key + "\"") && !all.contains(family)) {
        unused.add(key);
      }
    }
    assertEquals(Set.of(), unused);
  }

  private static Map<String, Set<String>> messages(String file) {
    Map<String, Set<String>> messages = new TreeMap<>();
    for (String line : MODULES.getOrDefault(file, "").lines().toList()) {
      List<String> key = found(line, "^  \"[^\"]+\"(?=: )");
      if (!key.isEmpty()) {
        messages.put(
            key.get(0).strip().replace("\"", ""), new TreeSet<>(found(line, "\\{\\w+\\}")));
      }
    }
    return messages;
  }

  private static Set<String> holding(String pattern, java.util.function.Predicate<String> where) {
    assertTrue(MODULES.size() > 30, "only " + MODULES.size() + " modules were seen");
    return MODULES.entrySet().stream()
        .filter(module -> where.test(module.getKey()))
        .filter(module -> Pattern.compile(pattern).matcher(module.getValue()).find())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static Map<String, String> read(String end) {
    try (Stream<Path> files = Files.walk(WEB)) {
      Map<String, String> modules = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().endsWith(end)).toList()) {
        modules.put(WEB.relativize(file).toString(), Files.readString(file));
      }
      return modules;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
