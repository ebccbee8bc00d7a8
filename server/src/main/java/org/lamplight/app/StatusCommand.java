package org.lamplight.app;

import java.util.concurrent.Callable;
import org.lamplight.config.Settings;
import picocli.CommandLine.Command;

/** Says what runs on the home and what the database holds. */
@Command(
    name = "status",
    description = "Say what runs, and what the database holds.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Settings settings = Main.settings();
    System.out.println("home: " + settings.home());
    System.out.println("server: "
        + RunFile.find(settings.home()).map(RunFile.Running::sentence).orElse("none runs"));
    if (Holdings.exist(settings)) {
      Holdings.print(settings);
    } else {
      System.out.println("database: none yet; './lamplight demo' makes one");
    }
    return 0;
  }
}
