package org.lamplight.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lamplight.config.Settings;
import picocli.CommandLine.Command;

/** Starts a server on an empty database, asks a few things and ends, so that the launcher can archive the classes of a start. */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Start, answer and end, on an empty database.")
final class RehearseCommand implements Callable<Integer> {

  private static final List<String> PATHS = List.of(
      "/",
      "/health/ready",
      "/session",
      "/cities",
      "/cities/los-angeles?f=html",
      "/cities/los-angeles/profile",
      "/cities/los-angeles/explore",
      "/cities/los-angeles/collections/incidents/items?limit=10",
      "/no/such/page");

  @Override
  public Integer call() throws IOException {
    Path home = Files.createTempDirectory(Path.of("/var/tmp"), "lamplight-rehearsal");
    Settings settings = Settings.read(Map.of("PORT", "0", "LAMPLIGHT_HOME", home.toString()));
    try (Installation installation = Installation.open(settings);
        Lamplight server = Lamplight.start(installation)) {
      for (String path : PATHS) {
        ask(URI.create("http://localhost:" + server.port() + path));
      }
    } finally {
      delete(home);
    }
    return 0;
  }

  /** Any answer will do. */
  private static void ask(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    if (connection.getResponseCode() == 200) {
      connection.getInputStream().readAllBytes();
    }
    connection.disconnect();
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
