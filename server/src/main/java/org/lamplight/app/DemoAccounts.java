package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lamplight.access.Accounts;
import org.lamplight.access.Doer;
import org.lamplight.access.Grant;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseRole;
import org.lamplight.http.Account;
import org.lamplight.http.Role;

/** One account for each role of the demo, with passwords drawn at its first start and kept where their owner alone reads them. */
final class DemoAccounts {

  private static final int PASSWORD_BYTES = 15;
  private static final Map<String, Role> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put("analyst", Role.ANALYST);
    ROLES.put("manager", Role.MANAGER);
    ROLES.put("administrator", Role.ADMINISTRATOR);
  }

  private DemoAccounts() {}

  /** Makes the accounts where there is none yet, and says how to sign in. */
  static void make(Installation installation, PrintStream out) {
    Path file = installation.settings().home().resolve("demo-accounts.txt");
    try (Database database = installation.addresses().open(DatabaseRole.AUTH, 1, 30)) {
      Accounts accounts = Accounts.of(database);
      if (!accounts.any()) {
        Map<String, String> passwords = passwords();
        List<String> lines = new ArrayList<>();
        passwords.forEach((name, word) -> lines.add(String.format("%-14s %s", name, word)));
        // First the file: an account whose password nobody knows would be of no use.
        keep(file, lines);
        passwords.forEach((name, word) -> create(accounts, name, word));
        out.println("Accounts of the demo, shown this once:");
        lines.forEach(line -> out.println("  " + line));
      }
    }
    if (Files.exists(file)) {
      out.println("Their passwords are kept in " + file);
    }
  }

  private static Map<String, String> passwords() {
    SecureRandom random = new SecureRandom();
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String name : ROLES.keySet()) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      passwords.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return passwords;
  }

  private static void create(Accounts accounts, String name, String password) {
    Set<Role> roles = Set.of(Objects.requireNonNull(ROLES.get(name)));
    accounts.create(
        name, password, new Grant(Account.EVERY_CITY, roles, false), Doer.atCommandLine());
  }

  private static void keep(Path file, List<String> lines) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
