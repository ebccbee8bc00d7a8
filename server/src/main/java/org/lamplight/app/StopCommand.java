package org.lamplight.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.lamplight.config.Settings;
import org.lamplight.fault.Fault;
import picocli.CommandLine.Command;

/** Ends the server of the home. */
@Command(name = "stop", description = "End the server.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public Integer call() {
    Settings settings = Main.settings();
    Optional<RunFile.Running> running = RunFile.find(settings.home());
    Optional<ProcessHandle> process = running.flatMap(RunFile.Running::process);
    if (process.isEmpty()) {
      System.out.println("no server runs on " + settings.home());
      // A server that was killed leaves its database running.
      Holdings.stopOrphan(settings);
      return 0;
    }
    end(process.get());
    System.out.println("stopped " + running.map(RunFile.Running::sentence).orElse("the server"));
    return 0;
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "process " + process.pid() + " did not end within " + PATIENCE.toSeconds() + " s",
          e);
    }
  }
}
