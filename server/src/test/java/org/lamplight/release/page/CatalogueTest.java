package org.lamplight.release.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The catalogue of the public's pages, read from its sources. */
class CatalogueTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root", "."));
  private static final Path PAGES = ROOT.resolve("server/src/main/java/org/lamplight/release/page");
  private static final Path MODULES = ROOT.resolve("web/public");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameGaps() {
    Map<String, Set<String>> english = gaps("en");
    assertTrue(english.size() > 100, "only " + english.size() + " texts were seen");
    assertEquals(english, gaps("es"));
  }

  @Test
  void everyTextIsUsedAndEveryUsedTextExists() {
    String java = sources(PAGES, ".java");
    String modules = sources(MODULES, ".js");
    Set<String> known = gaps("en").keySet();
    Set<String> missing = new TreeSet<>();
    found(java, "\\b(?:say|count)\\(\\s*\"([a-z][\\w-]*\\.[\\w.-]*\\w)\"[,)]").stream()
        .filter(key -> !known.contains(key))
        .forEach(missing::add);
    found(modules, "\\bsay\\(\"(\\w+)\"").stream()
        .map(key -> "browser." + key)
        .filter(key -> !known.contains(key))
        .forEach(missing::add);
    assertEquals(Set.of(), missing);
    Set<String> unused = new TreeSet<>();
    for (String key : known) {
      if (!used(key, java, modules)) {
        unused.add(key);
      }
    }
    assertEquals(Set.of(), unused);
  }

  /** By its whole name, or by that of its family with the rest put together at run time. */
  private static boolean used(String key, String java, String modules) {
    String family = key.substring(0, key.lastIndexOf('.') + 1);
    if (key.startsWith("browser.")) {
      String name = key.substring("browser.".length());
      return modules.contains("\"" + name + "\"")
          || modules.contains("`" + name.replace("Unsure", "") + "${");
    }
    return java.contains("\"" + key + "\"") || java.contains("\"" + family + "\"");
  }

  @Test
  void everySignIsDrawnAsInTheWorkspace() throws IOException {
    String sheet = Files.readString(MODULES.resolve("signs.svg"));
    String drawn = Files.readString(ROOT.resolve("web/ui/signs.js"));
    List<String> paths = found(drawn, "\"(M[^\"]+)\"");
    assertTrue(paths.size() > 15, "only " + paths.size() + " paths were seen");
    List<String> names = found(drawn, "(?m)^  (\\w+): \\[");
    assertTrue(names.size() > 8, "only " + names.size() + " signs were seen");
    for (String name : names) {
      assertTrue(sheet.contains("<symbol id=\"" + name + "\""), name);
      assertEquals("/public/signs.svg#" + name, ProgramSites.sign(name));
    }
    for (String path : paths) {
      // A path of two parts in the source is one in the sheet.
      assertTrue(sheet.contains(path), path);
    }
    assertEquals("/public/signs.svg#circle", ProgramSites.sign("\"><script>"));
  }

  private static Map<String, Set<String>> gaps(String language) {
    try {
      JsonNode texts = new ObjectMapper()
          .readTree(ROOT.resolve("web/i18n/public." + language + ".json").toFile());
      Map<String, Set<String>> gaps = new TreeMap<>();
      texts
          .properties()
          .forEach(text -> gaps.put(
              text.getKey(), new TreeSet<>(found(text.getValue().toString(), "(\\{\\w+\\})"))));
      return gaps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String sources(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .map(CatalogueTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
