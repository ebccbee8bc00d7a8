package org.lamplight.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Audit;
import org.lamplight.http.Refusal;

/** Judges names, passwords and codes; what it says and how long it takes tells nobody which names exist. */
final class SignIn {

  private final AccountStore accounts;
  private final AttemptStore attempts;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final Audit audit;

  /** Who was told lately that he is locked out: a flood of attempts makes no flood of entries. */
  private final Cache<String, Boolean> told = Caffeine.newBuilder()
      .maximumSize(10_000)
      .expireAfterWrite(Duration.ofMinutes(1))
      .build();

  SignIn(
      AccountStore accounts,
      AttemptStore attempts,
      Passwords passwords,
      SecondFactor factor,
      Audit audit) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.passwords = passwords;
    this.factor = factor;
    this.audit = audit;
  }

  /**
   * What was given to sign in with.
   *
   * @param before number of the session that the browser has already; 0 for none
   */
  record Given(String name, String password, @Nullable String code, String from, long before) {

    Given {
      name = name.strip().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Begins a session; what its cookie holds.
   *
   * @throws Refusal when anything is wrong
   */
  String open(Given given) {
    AttemptStore.Attempt attempt = begin(given);
    Optional<StoredAccount> found = judge(attempt, given.name(), given.password());
    if (found.isEmpty()) {
      refused(given, "password");
      throw Refusals.wrong();
    }
    StoredAccount account = found.get();
    Doer by = new Doer(account.name(), given.from());
    if (account.secondFactor()) {
      if (given.code() == null) {
        // Nothing failed so far; but neither do earlier failures of the account end to count.
        attempts.forget(attempt);
        throw Refusals.code("the code of the second factor is needed");
      }
      if (!factor.passes(account, given.code(), by)) {
        refused(given, "second factor");
        throw Refusals.code("the code is wrong, or was used already");
      }
    }
    return attempts.succeed(
        attempt,
        new AttemptStore.SignedIn(account.id(), given.from(), given.before()),
        by.done("session.open", null, Map.of("with", "password")));
  }

  /** The account, when the password is its own: for changes that a stolen session must not make. */
  StoredAccount prove(String name, String password, String from) {
    Given given = new Given(name, password, null, from, 0);
    AttemptStore.Attempt attempt = begin(given);
    StoredAccount account = judge(attempt, given.name(), password).orElse(null);
    if (account == null) {
      refused(given, "password");
      throw Refusals.wrong();
    }
    attempts.forget(attempt);
    return account;
  }

  private AttemptStore.Attempt begin(Given given) {
    try {
      return attempts.begin(given.name(), network(given.from()));
    } catch (Refusal locked) {
      String who = given.name() + " " + network(given.from());
      if (told.getIfPresent(who) == null) {
        refused(given, "locked");
        told.put(who, true);
      }
      throw locked;
    }
  }

  /** One hash is computed whatever the name. */
  private Optional<StoredAccount> judge(
      AttemptStore.Attempt attempt, String name, String password) {
    try {
      Optional<StoredAccount> account = accounts.find(name);
      boolean right =
          passwords.matches(password, account.map(StoredAccount::password).orElse(null));
      return account.filter(known -> right && !known.disabled());
    } catch (RuntimeException e) {
      attempts.forget(attempt);
      throw e;
    }
  }

  /** The trail repeats no name that does not exist: people type passwords there. */
  private void refused(Given given, String why) {
    boolean known = accounts.find(given.name()).isPresent();
    audit.write(new Doer(known ? given.name() : null, given.from())
        .refused("session.open", Map.of("why", why)));
  }

  /** What one client has: an address of version 4, the first half of one of version 6. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
