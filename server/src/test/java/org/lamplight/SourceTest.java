package org.lamplight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not hold: sizes of files, words for each package, README's table. */
class SourceTest {

  private static final Path ROOT =
      Path.of(System.getProperty("project.root", ".")).toAbsolutePath();
  private static final Path MAIN = ROOT.resolve("server/src/main/java/org/lamplight");

  @Test
  void noJavaFileIsLongerThan300Lines() throws IOException {
    assertEquals(List.of(), longer(files(ROOT.resolve("server/src"), ".java"), 300));
  }

  @Test
  void noModuleOfTheFrontEndIsLongerThan250Lines() throws IOException {
    assertEquals(List.of(), longer(files(ROOT.resolve("web"), ".js"), 250));
  }

  @Test
  void aFileThatIsTooLongIsSeen() throws IOException {
    Path file = Files.createTempFile("long", ".java");
    Files.writeString(file, "\n".repeat(301));
    assertEquals(List.of(file.getFileName() + ": 301 lines"), longer(List.of(file), 300));
    Files.delete(file);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    List<Path> sources = files(MAIN, ".java");
    assertTrue(sources.size() > 20, "too few sources seen: " + sources.size());
    List<String> silent = sources.stream()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> !explained(folder.resolve("package-info.java")))
        .map(Path::toString)
        .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    String mark = "TO" + "DO|FIX" + "ME|X" + "XX";
    List<String> found = files(ROOT.resolve("server/src"), ".java").stream()
        .filter(file -> read(file).matches("(?s).*\\b(" + mark + ")\\b.*"))
        .map(Path::toString)
        .toList();
    assertEquals(List.of(), found);
  }

  @Test
  void readmeCarriesTheSamePackageTable() {
    Map<String, Set<String>> told = new LinkedHashMap<>();
    read(ROOT.resolve("README.md"))
        .lines()
        .map(line -> line.split("\\|"))
        .filter(cells -> cells.length == 4 && cells[1].strip().matches("`[a-z]+`"))
        .forEach(cells ->
            told.put(cells[1].strip().replace("`", ""), PackageTable.split(cells[3].strip())));
    assertEquals(PackageTable.rows(), told);
    assertEquals(
        List.copyOf(PackageTable.rows().keySet()), List.copyOf(told.keySet()), "order of the rows");
  }

  private static boolean explained(Path info) {
    if (!Files.exists(info)) {
      return false;
    }
    String text = read(info);
    return text.contains("/**") && text.contains("@NullMarked");
  }

  private static List<String> longer(List<Path> files, int most) {
    return files.stream()
        .filter(file -> lines(file) > most)
        .map(file -> file.getFileName() + ": " + lines(file) + " lines")
        .toList();
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
    }
  }
}
