package org.lamplight.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.lamplight.fault.Fault;

/** One pool of connections to the database, and jdbi over it. Every connection sees lamplight's tables and PostGIS by bare names. */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseAddress address;

  private Database(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
  }

  /**
   * Opens a pool.
   *
   * @param statementTimeoutSeconds after which the database ends a statement; 0 for none
   */
  public static Database open(
      DatabaseAddress address, String name, int size, int statementTimeoutSeconds) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
      config.setPassword(address.password());
    }
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, 2));
    config.setConnectionTimeout(2_000);
    config.setValidationTimeout(1_500);
    config.setInitializationFailTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "lamplight-" + name);
    config.addDataSourceProperty("currentSchema", "lamplight,public");
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty(
        "options",
        "-c max_parallel_workers_per_gather=0 -c jit=off -c statement_timeout="
            + statementTimeoutSeconds + "s");
    if (statementTimeoutSeconds > 0) {
      config.addDataSourceProperty("socketTimeout", Integer.toString(statementTimeoutSeconds + 5));
    }
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("prepareThreshold", "1");
    return new Database(address, new HikariDataSource(config));
  }

  /** Brings the schema up to date; does nothing when it is. A schema that is not ours is a fault. */
  public static void migrate(DatabaseAddress address) {
    try {
      Flyway.configure()
          .dataSource(address.jdbcUrl(), address.user(), address.password())
          .locations("classpath:sql/migration")
          .defaultSchema("lamplight")
          .schemas("lamplight")
          .table("schema_history")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "the schema of the database was made by another version of Lamplight; './lamplight reset' throws a private one away",
          e);
    }
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource dataSource() {
    return pool;
  }

  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    pool.close();
  }
}
