package org.lamplight.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What somebody else may do to a private PostGIS while a server uses it. */
public final class ClusterControl {

  private final Path data;
  private final PostgresPrograms programs;

  public ClusterControl(Path folder) {
    this.data = folder.resolve("data");
    this.programs = PostgresPrograms.of(data);
  }

  /** Restarts it on its port, as an administrator would. */
  public void restart() {
    programs.run("pg_ctl", "restart", "-w", "-m", "immediate", "-D", data.toString());
  }

  public boolean running() {
    return programs.attempt("pg_ctl", "status", "-D", data.toString()).exit() == 0;
  }

  /** The process that leads it. */
  public long pid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }
}
