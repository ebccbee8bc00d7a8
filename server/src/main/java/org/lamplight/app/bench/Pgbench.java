package org.lamplight.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.fault.Fault;

/** PostgreSQL's own load generator, on statements that are chosen at random. */
final class Pgbench {

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private final DatabaseAddress address;
  private final List<Path> scripts = new ArrayList<>();

  Pgbench(DatabaseAddress address, Path folder, List<String> statements) throws IOException {
    this.address = address;
    Files.createDirectories(folder);
    for (int i = 0; i < statements.size(); i++) {
      Path script = folder.resolve(i + ".sql");
      Files.writeString(script, statements.get(i) + ";\n");
      scripts.add(script);
    }
  }

  /** Statements a second by four clients with prepared statements. */
  double rate(int seconds) throws IOException, InterruptedException {
    Matcher place = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)").matcher(address.jdbcUrl());
    if (!place.find()) {
      throw new IllegalStateException("no host in " + address);
    }
    List<String> command = new ArrayList<>(List.of(
        program().toString(),
        "-n",
        "-M",
        "prepared",
        "-c",
        "4",
        "-j",
        "2",
        "-T",
        "" + seconds,
        "-h",
        place.group(1),
        "-p",
        place.group(2),
        "-U",
        address.user(),
        "--random-seed=1"));
    scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
    command.add(place.group(3));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", address.password());
    builder
        .environment()
        .put(
            "PGOPTIONS",
            "-c search_path=lamplight,public -c max_parallel_workers_per_gather=0 -c jit=off");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = TPS.matcher(output);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new Fault(Fault.Kind.BUSY, "pgbench failed: " + output);
    }
    return Double.parseDouble(tps.group(1));
  }

  private static Path program() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .sorted(java.util.Comparator.reverseOrder())
          .findFirst()
          .orElse(Path.of("/usr/bin/pgbench"));
    }
  }
}
