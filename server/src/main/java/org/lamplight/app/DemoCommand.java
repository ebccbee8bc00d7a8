package org.lamplight.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamplight.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the demo cities where they are not loaded yet, and serves them. */
@Command(
    name = "demo",
    description = "Load the demo cities and serve them.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--port", description = "Port to serve on, instead of PORT; 0 takes a free one.")
  @Nullable
  Integer port;

  @Override
  public Integer call() {
    Settings settings = Main.settings();
    return Service.run(port == null ? settings : settings.withPort(port), DemoCommand::prepare);
  }

  private static void prepare(Installation installation) {
    DemoCities.load(installation, DemoCities.ROWS, System.out);
    DemoCities.publish(installation, DemoCities.ROWS.keySet(), System.out);
    System.out.println(
        "Areas and incidents of the demo are synthetic; programs and sites are public facts.");
    DemoAccounts.make(installation, System.out);
  }
}
