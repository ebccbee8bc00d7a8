package org.lamplight.app;

import static org.lamplight.fault.Fault.require;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.lamplight.config.Settings;
import org.lamplight.db.PrivatePostgis;
import org.lamplight.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Throws the private database away. */
@Command(
    name = "reset",
    description = "Throw the private database and all that is in it away.",
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    Settings settings = Main.settings();
    require(
        settings.database().owner() == null,
        "reset: is for the private database only; DATABASE_URL names another one");
    RunFile.find(settings.home()).ifPresent(running -> {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "reset: a server runs (" + running.sentence() + "); './lamplight stop' ends it");
    });
    if (!Holdings.exist(settings)) {
      System.out.println("there is nothing to throw away in " + settings.home());
      return 0;
    }
    require(yes || confirmed(settings), "reset: nothing was changed; --yes does it without asking");
    PrivatePostgis.remove(Holdings.folder(settings));
    System.out.println("the private database of " + settings.home() + " is gone");
    return 0;
  }

  private static boolean confirmed(Settings settings) {
    System.out.printf("Throw away all data in %s? Type yes: ", Holdings.folder(settings));
    System.out.flush();
    // Without a terminal and without input there is no line, which is no.
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
  }
}
