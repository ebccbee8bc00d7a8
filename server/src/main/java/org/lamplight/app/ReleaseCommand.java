package org.lamplight.app;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.access.AuditTrail;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.http.Audit;
import org.lamplight.release.Published;
import org.lamplight.release.Publishing;
import org.lamplight.release.ReleaseStore;
import org.lamplight.release.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and withdraws releases. */
@Command(
    name = "release",
    description = "List a city's public releases, or withdraw one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|withdraw")
final class ReleaseCommand {

  /** In the trail, the place from which it was done. */
  static final String FROM = "command line";

  private static final PrintStream OUT = System.out;

  @Command(
      name = "list",
      description = "The releases of a city, the latest first.",
      mixinStandardHelpOptions = true)
  int list(@Parameters(paramLabel = "CITY", description = "Such as los-angeles.") String city) {
    inDatabase(city, (database, of) -> {
      List<Published.Head> heads = new ReleaseStore(database).list(of);
      heads.forEach(head -> OUT.println(line(head)));
      if (heads.isEmpty()) {
        OUT.println("No release yet: ./lamplight publish " + of.slug());
      }
    });
    return 0;
  }

  private static String line(Published.Head head) {
    Withdrawal withdrawal = head.withdrawal();
    return head.number() + "  " + head.madeAt()
        + (head.synthetic() ? "  synthetic" : "")
        + (withdrawal == null ? "" : "  withdrawn " + withdrawal.at() + ": " + withdrawal.why());
  }

  @Command(
      name = "withdraw",
      description = "Withdraw a release for good: its numbers are answered no more.",
      mixinStandardHelpOptions = true)
  int withdraw(
      @Parameters(index = "0", paramLabel = "CITY", description = "Such as los-angeles.")
          String city,
      @Parameters(index = "1", paramLabel = "N", description = "Number of the release.") int number,
      @Option(names = "--why", required = true, description = "Why; the public reads it.")
          String why,
      @Option(
              names = "--as",
              paramLabel = "NAME",
              description = "Who withdraws, for the audit trail.")
          @Nullable
          String name) {
    String actor = PublishCommand.actor(name);
    inDatabase(city, (database, of) -> {
      new Publishing(database, new AuditTrail(database), Clock.systemUTC())
          .withdraw(
              of,
              number,
              new Publishing.Withdrawing(actor, why),
              details ->
                  new Audit.Deed("release.withdraw", "done", actor, FROM, of.slug(), details));
      OUT.println("Release " + number + " is withdrawn.");
    });
    return 0;
  }

  private static void inDatabase(String city, BiConsumer<Database, City> work) {
    try (Installation installation = Installation.open(Main.settings());
        Database database = installation.addresses().open(DatabaseRole.IMPORT, 2, 0)) {
      work.accept(database, installation.cities().get(city));
    }
  }
}
