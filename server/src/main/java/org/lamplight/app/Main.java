package org.lamplight.app;

import java.util.Map;
import org.lamplight.app.bench.BenchCommand;
import org.lamplight.config.Settings;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.fault.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
    name = "lamplight",
    description = "A crime-and-intervention mapping server for a city.",
    mixinStandardHelpOptions = true,
    version = "lamplight 0.1.0",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      PublishCommand.class,
      ReleaseCommand.class,
      StatusCommand.class,
      StopCommand.class,
      ResetCommand.class,
      UserCommand.class,
      TokenCommand.class,
      AuditCommand.class,
      BenchCommand.class,
      RehearseCommand.class,
      HelpCommand.class
    })
public final class Main {

  /** Wrong use, or something that the caller can mend. */
  static final int WRONG_USE = 2;

  /** The database is away or does not start. */
  static final int DATABASE = 4;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and answers its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure))
        .execute(args.length == 0 ? new String[] {"help"} : args);
  }

  /** Every setting, or a fault that names the wrong one. */
  static Settings settings() {
    return Settings.read(Map.copyOf(System.getenv()));
  }

  private static int explain(Exception failure) {
    Fault fault =
        failure instanceof Fault known ? known : DatabaseFaults.of(failure).orElse(null);
    if (fault == null) {
      System.err.println("lamplight: this is a bug of Lamplight:");
      failure.printStackTrace();
      return 1;
    }
    System.err.println("lamplight: " + fault.sentence());
    return switch (fault.kind()) {
      case BUSY, TOO_SLOW -> DATABASE;
      default -> WRONG_USE;
    };
  }
}
