package org.lamplight.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Feels once a second whether the database answers, on a connection of its own, so that nobody who asks has to wait. */
public final class Pulse implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(4);
  private final DatabaseAddress address;
  private final Thread thread;
  private volatile long lastBeat = System.nanoTime();
  private volatile boolean beating;
  private @Nullable Connection connection;

  private Pulse(DatabaseAddress address) {
    this.address = address;
    this.thread = new Thread(this::feel, "database-pulse");
    thread.setDaemon(true);
  }

  /** Starts to feel. */
  public static Pulse of(DatabaseAddress address) {
    Pulse pulse = new Pulse(address);
    pulse.thread.start();
    return pulse;
  }

  /** Whether the database answered a moment ago. */
  public boolean beats() {
    return beating && System.nanoTime() - lastBeat < FRESH.toNanos();
  }

  private void feel() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        beating = beat();
        Thread.sleep(BETWEEN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hangUp();
  }

  private boolean beat() {
    try {
      if (connection == null) {
        connection = connect();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("select 1");
      }
      lastBeat = System.nanoTime();
      return true;
    } catch (SQLException e) {
      // That it failed is the answer; the next beat connects anew.
      hangUp();
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.put("user", address.user());
      properties.put("password", address.password());
    }
    properties.put("ApplicationName", "lamplight-pulse");
    properties.put("connectTimeout", "2");
    properties.put("loginTimeout", "3");
    properties.put("socketTimeout", "3");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private void hangUp() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        // It was broken already, which is why it is given up.
        beating = false;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
