package org.lamplight.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamplight.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves what the database holds, until it is told to stop. */
@Command(
    name = "serve",
    description = "Serve what the database holds.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", description = "Port to serve on, instead of PORT; 0 takes a free one.")
  @Nullable
  Integer port;

  @Override
  public Integer call() {
    Settings settings = Main.settings();
    return Service.run(port == null ? settings : settings.withPort(port), service -> {});
  }
}
