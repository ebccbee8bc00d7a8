package org.lamplight.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of {@code sql/query}, one a file, read once. */
public final class Sql {

  private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

  private Sql() {}

  /** The statement of {@code sql/query/NAME.sql}; a name that does not exist is a bug. */
  public static String load(String name) {
    return LOADED.computeIfAbsent(name, Sql::read);
  }

  private static String read(String name) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/query/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
