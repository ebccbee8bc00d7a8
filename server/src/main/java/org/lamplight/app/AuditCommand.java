package org.lamplight.app;

import java.util.concurrent.Callable;
import org.lamplight.access.AuditTrail;
import org.lamplight.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** The audit trail at the command line. */
@Command(
    name = "audit",
    description = "The trail of who did what.",
    mixinStandardHelpOptions = true,
    subcommands = {AuditCommand.Verify.class, AuditCommand.ListLatest.class, HelpCommand.class})
final class AuditCommand implements Callable<Integer> {

  /** The trail is not what was written. */
  static final int BROKEN = 3;

  @Override
  public Integer call() {
    throw Fault.invalid("audit: say what to do: verify or list");
  }

  /** Follows the whole trail. */
  @Command(
      name = "verify",
      description =
          "Follow the trail from its first entry to its last, and name the first that was tampered with.",
      footer = {"", "Exit codes: 0 the trail is whole, 3 it is not."},
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        AuditTrail.Verdict verdict = work.audit().verify();
        if (verdict.broken() != null) {
          System.out.println("the audit trail is broken: " + verdict.broken());
          return BROKEN;
        }
        System.out.printf(
            "the audit trail is whole: %,d entries, the last %s%n",
            verdict.entries(), verdict.lastHash());
        return 0;
      });
    }
  }

  /** Prints the latest entries. */
  @Command(
      name = "list",
      description = "Print the latest entries.",
      mixinStandardHelpOptions = true)
  static final class ListLatest implements Callable<Integer> {

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "How many (default ${DEFAULT-VALUE}).",
        defaultValue = "50")
    int limit;

    @Override
    public Integer call() {
      Fault.require(limit >= 1, "--limit: must be at least 1");
      return Accountancy.open(work -> {
        work.audit().lines(limit).forEach(System.out::println);
        return 0;
      });
    }
  }
}
