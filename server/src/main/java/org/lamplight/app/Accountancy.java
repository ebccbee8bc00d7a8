package org.lamplight.app;

import java.util.function.ToIntFunction;
import org.lamplight.access.Accounts;
import org.lamplight.access.AuditTrail;
import org.lamplight.config.Settings;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.http.Account;

/** What the commands about accounts, tokens and the audit trail work on: the database, with the role of accounts. */
record Accountancy(Installation installation, Accounts accounts, AuditTrail audit) {

  /** Opens the database for one command; its exit code. */
  static int open(ToIntFunction<Accountancy> work) {
    try (Installation installation = Installation.open(Main.settings());
        Database database = installation.addresses().open(DatabaseRole.AUTH, 1, 0)) {
      return work.applyAsInt(
          new Accountancy(installation, Accounts.of(database), new AuditTrail(database)));
    }
  }

  /** The slug of a city that is served, or {@code *} for every one. */
  String city(String slug) {
    return slug.equals(Account.EVERY_CITY)
        ? slug
        : installation.cities().get(slug).slug();
  }

  /** The whole link, of what stands behind its "#". */
  String link(String secret) {
    Settings settings = installation.settings();
    String address = settings.publicUrl() != null
        ? settings.publicUrl()
        : RunFile.find(settings.home())
            .map(RunFile.Running::address)
            .orElse("http://localhost:" + settings.port());
    return address + "/set-password#" + secret;
  }
}
