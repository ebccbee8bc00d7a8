package org.lamplight.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.fault.Fault;

/** Where distributions put PostgreSQL's programs. */
final class PostgresInstalls {

  private static final List<Path> PARENTS = List.of(
      Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"));
  private static final Pattern MAJOR = Pattern.compile("(\\d+)$");

  private PostgresInstalls() {}

  /** Folder of the programs that suit a data folder. */
  static Path choose(Path data) {
    Optional<Integer> made = majorOf(data);
    if (made.isPresent()) {
      return installs()
          .filter(bin -> major(bin) == made.get() || major(bin) == 0)
          .findFirst()
          .orElseThrow(() -> new Fault(
              Fault.Kind.BUSY,
              "the private database was made by PostgreSQL " + made.get()
                  + ", which is not installed: install it, or './lamplight reset'"));
    }
    return installs()
        .filter(PostgresInstalls::hasPostgis)
        .max(Comparator.comparingInt(PostgresInstalls::major))
        .orElseThrow(
            () -> new Fault(
                Fault.Kind.BUSY,
                "PostgreSQL with PostGIS is not installed: install PostgreSQL 14 or newer with PostGIS 3.1 or newer, or set DATABASE_URL"));
  }

  private static Optional<Integer> majorOf(Path data) {
    Path version = data.resolve("PG_VERSION");
    try {
      return Files.exists(version)
          ? Optional.of(Integer.valueOf(Files.readString(version).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> installs() {
    List<Path> found = new ArrayList<>();
    for (Path parent : PARENTS) {
      try (Stream<Path> children =
          Files.isDirectory(parent) ? Files.list(parent) : Stream.empty()) {
        children.map(child -> child.resolve("bin")).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    found.add(Path.of("/usr/bin"));
    found.add(Path.of("/usr/local/bin"));
    return found.stream().filter(bin -> Files.isExecutable(bin.resolve("initdb")));
  }

  /** The major version in the folder's name; 0 where it says none. */
  private static int major(Path bin) {
    Matcher digits = MAJOR.matcher(String.valueOf(bin.getParent()));
    return digits.find() ? Integer.parseInt(digits.group(1)) : 0;
  }

  /** Debian keeps the extensions of each major apart; elsewhere only the server can tell. */
  private static boolean hasPostgis(Path bin) {
    return !bin.startsWith("/usr/lib/postgresql")
        || Files.exists(Path.of(
            "/usr/share/postgresql", Integer.toString(major(bin)), "extension/postgis.control"));
  }
}
