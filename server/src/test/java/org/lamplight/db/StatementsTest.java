package org.lamplight.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every statement in a file is understood by PostgreSQL against the migrated schema. */
class StatementsTest {

  /** Statements over the staging tables of an import, which only exist while one runs; the tests of import execute them. */
  private static final String STAGING =
      "(?s).*\\b(staged|stage|area_stage|site_stage|place|fresh|judged|repeated|pile|import_<city>_\\w+)\\b.*";

  @Test
  void everyStatementCanBePrepared() throws IOException {
    List<Path> files = statements(Path.of(System.getProperty("project.root", "."), "sql", "query"));
    assertTrue(files.size() > 15, "only " + files.size() + " statements were found");
    List<String> broken = new ArrayList<>();
    try (Database database = TestDatabase.open()) {
      for (Path file : files) {
        String problem = prepare(database, Files.readString(file));
        if (problem != null && !Files.readString(file).matches(STAGING)) {
          broken.add(file.getFileName() + ": " + problem);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void aStatementOverAMissingColumnIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(
        folder.resolve("bad.sql"), "select colour from incident where city = :city");
    try (Database database = TestDatabase.open()) {
      assertTrue(String.valueOf(prepare(database, Files.readString(file))).contains("colour"));
    }
  }

  private static List<Path> statements(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  /** What PostgreSQL says against the statement; null when nothing. Fragments that code fills in stand as neutral ones. */
  private static String prepare(Database database, String text) {
    String sql = text.replaceAll("<where>", "true")
        .replaceAll("<x>|<y>|<order>", "1")
        .replaceAll("<part>", "0")
        .replaceAll("<geometry>|<geom>", "geom")
        .replaceAll("<sites>", "site")
        .replaceAll("<table>", "incident");
    return database.jdbi().withHandle(handle -> {
      StatementContext context = handle.createQuery(sql).getContext();
      String plain = new ColonPrefixSqlParser().parse(sql, context).getSql();
      Connection connection = handle.getConnection();
      try (PreparedStatement statement = connection.prepareStatement(plain)) {
        statement.getParameterMetaData();
        return null;
      } catch (SQLException e) {
        return e.getMessage();
      }
    });
  }
}
