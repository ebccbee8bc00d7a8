package org.lamplight.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamplight.access.AuditTrail;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;
import org.lamplight.release.Preview;
import org.lamplight.release.Publishing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds and audits a city's next release, shows what it would publish, and publishes it after a yes. */
@Command(
    name = "publish",
    description = {
      "Build, audit and publish the next public release of a city.",
      "What is published stands for ever; see also: release withdraw."
    },
    footer = {
      "",
      "Exit codes: 0 published, or nothing new; 2 wrong use, refused or not confirmed; 4 database."
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  private static final PrintStream OUT = System.out;
  private static final int SHOWN = 24;

  @Parameters(index = "0", paramLabel = "CITY", description = "Such as los-angeles.")
  String city = "";

  @Option(names = "--yes", description = "Publish without asking; needs --as.")
  boolean yes;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who publishes, for the audit trail (default: the system's user).")
  @Nullable
  String name;

  @Override
  public Integer call() {
    Fault.require(!yes || name != null, "publish: --yes needs --as NAME");
    Fault.require(
        yes || onTerminal(), "publish: without a terminal to ask on, give --yes --as NAME");
    try (Installation installation = Installation.open(Main.settings());
        Database database = installation.addresses().open(DatabaseRole.IMPORT, 2, 0)) {
      City into = installation.cities().get(city);
      Publishing publishing = new Publishing(database, new AuditTrail(database), Clock.systemUTC());
      return run(publishing, into);
    }
  }

  private int run(Publishing publishing, City into) {
    Optional<Publishing.Ready> built = publishing.build(into, new PublishProgress(System.err));
    if (built.isEmpty()) {
      OUT.println("Nothing to publish: " + Publishing.NOTHING_NEW + ".");
      return 0;
    }
    print(built.get().preview());
    if (!yes && !confirmed()) {
      OUT.println("Nothing was published.");
      return Main.WRONG_USE;
    }
    int number = publish(publishing, built.get(), actor(name));
    OUT.println("Release " + number + " of " + into.profile().name().en() + " is published.");
    return 0;
  }

  /** Publishes in the name of somebody at the command line. */
  static int publish(Publishing publishing, Publishing.Ready ready, String actor) {
    String slug = ready.city().slug();
    return publishing.publish(
        ready,
        actor,
        details ->
            new Audit.Deed("release.publish", "done", actor, ReleaseCommand.FROM, slug, details));
  }

  static String actor(@Nullable String name) {
    String actor = name == null ? System.getProperty("user.name") : name.strip();
    Fault.require(!actor.isEmpty(), "--as: is empty");
    return actor;
  }

  static void print(Preview preview) {
    OUT.println("Release " + preview.number()
        + (preview.after() == null ? ", the first" : ", after release " + preview.after()));
    int months = preview.months().size();
    OUT.println("  new months     " + preview.months().get(0) + " to "
        + preview.months().get(months - 1) + " (" + months + ")");
    OUT.printf(
        Locale.ROOT, "  cells          %,12d, new %,d%n", preview.cells(), preview.newCells());
    OUT.printf(
        Locale.ROOT,
        "  hidden         %,12d, new %,d: %.2f for each of the %,d small ones%n",
        preview.hidden(),
        preview.newHidden(),
        preview.ratio(),
        preview.primary());
    OUT.println("  incidents city-wide in the groups that are published:");
    preview.totals().stream()
        .skip(Math.max(0, months - SHOWN))
        .forEach(
            total -> OUT.printf(Locale.ROOT, "    %s %,10d%n", total.month(), total.incidents()));
    preview.coarsened().forEach(line -> OUT.println("  " + line));
    preview.notes().forEach(line -> OUT.println("  " + line));
  }

  private static boolean onTerminal() {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean confirmed() {
    OUT.print("Publish it? What is published can never be changed. Type yes: ");
    OUT.flush();
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      return "yes".equals(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
