package org.lamplight.access;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Role;

/** What is done to accounts, by their administrators and at the command line. */
public final class Accounts {

  /** Who sets an installation up. */
  static final String FIRST = "administrator";

  private final AccountStore store;
  private final LinkStore links;
  private final TokenStore tokens;
  private final Passwords passwords;
  private final Runnable changed;

  Accounts(
      AccountStore store,
      LinkStore links,
      TokenStore tokens,
      Passwords passwords,
      Runnable changed) {
    this.store = store;
    this.links = links;
    this.tokens = tokens;
    this.passwords = passwords;
    this.changed = changed;
  }

  /** Accounts for a command; a running server learns of changes within seconds. */
  public static Accounts of(Database database) {
    return new Accounts(
        new AccountStore(database),
        new LinkStore(database),
        new TokenStore(database),
        new Passwords(Argon2id::hash),
        () -> {});
  }

  StoredAccount get(String name) {
    return store
        .find(AccountName.parse(name))
        .orElseThrow(() -> Fault.missing("there is no account of the name " + name));
  }

  public boolean exists(String name) {
    return store.find(AccountName.parse(name)).isPresent();
  }

  /** Whether there is any account. */
  public boolean any() {
    return !store.list(null).isEmpty();
  }

  List<StoredAccount> in(String city) {
    return store.list(city);
  }

  /** Makes an account with a password. */
  public void create(String name, String password, Grant grant, Doer by) {
    String plain = AccountName.parse(name);
    PasswordRules.check(password, plain);
    insert(plain, passwords.hash(password), grant, by);
  }

  /** Makes an account without a password; what stands behind the "#" of the link that sets one. */
  public String invite(String name, Grant grant, Doer by) {
    String plain = AccountName.parse(name);
    insert(plain, null, grant, by);
    return links.make(get(plain), LinkStore.Kind.INVITATION, by, grant.city());
  }

  private void insert(String name, @Nullable String password, Grant grant, Doer by) {
    store.insert(name, password, grant, by.done("account.make", grant.city(), grant.details(name)));
  }

  /** Gives an account more roles in a city than it has. */
  public void add(String name, Grant grant, Doer by) {
    StoredAccount account = get(name);
    Set<Role> roles = EnumSet.copyOf(grant.roles());
    roles.addAll(account.rolesIn(grant.city()));
    boolean sensitive = grant.sensitive() || account.sensitive().contains(grant.city());
    setGrant(account, new Grant(grant.city(), roles, sensitive), 0, by);
  }

  /**
   * Replaces what an account may do in a city. Its sessions end when that changes anything.
   *
   * @param spared number of the one session that goes on; 0 for none
   * @return whether anything changed
   */
  boolean setGrant(StoredAccount account, Grant grant, long spared, Doer by) {
    boolean same = account.rolesIn(grant.city()).equals(grant.roles())
        && account.sensitive().contains(grant.city()) == grant.sensitive();
    if (!same) {
      store.setGrant(
          account.id(),
          grant,
          spared,
          by.done("account.roles", grant.city(), grant.details(account.name())));
      changed.run();
    }
    return !same;
  }

  /** Shuts an account out, or lets it in again. */
  public void setDisabled(String name, boolean disabled, Doer by) {
    StoredAccount account = get(name);
    if (account.disabled() != disabled) {
      String action = disabled ? "account.disable" : "account.enable";
      store.setDisabled(
          account.id(), disabled, by.done(action, null, Map.of("account", account.name())));
      changed.run();
    }
  }

  /** A link for who lost his password; used, it takes the second factor away too. */
  public String link(String name, Doer by) {
    StoredAccount account = get(name);
    if (account.issuer() != null) {
      throw new Fault(
          Fault.Kind.CONFLICT, account.name() + " signs in by a provider and has no password here");
    }
    return links.make(account, LinkStore.Kind.LOST_PASSWORD, by, null);
  }

  /** While nobody can sign in: what stands behind the "#" of the link by which the first administrator sets a password. */
  public Optional<String> setUp() {
    if (store.anyCanSignIn()) {
      return Optional.empty();
    }
    Doer by = Doer.atCommandLine();
    if (store.find(FIRST).isEmpty()) {
      insert(FIRST, null, new Grant(Account.EVERY_CITY, Set.of(Role.ADMINISTRATOR), false), by);
    }
    StoredAccount first = get(FIRST);
    return first.disabled()
        ? Optional.empty()
        : Optional.of(links.make(first, LinkStore.Kind.SET_UP, by, null));
  }

  /** Sets a password by a one-time link. */
  void setPassword(String link, String password, Doer by) {
    LinkStore.Target target = links.find(link).orElseThrow(Accounts::spent);
    PasswordRules.check(password, target.name());
    if (!links.use(link, target, passwords.hash(password), by)) {
      throw spent();
    }
    changed.run();
  }

  private static Fault spent() {
    return Fault.invalid(
        "link: does not work; it was used, or is older than a day; ask for another one");
  }

  /** A new password in the place of the old one; every session ends but one. */
  void setPassword(StoredAccount account, String password, long spared, Doer by) {
    PasswordRules.check(password, account.name());
    store.setPassword(
        account.id(),
        passwords.hash(password),
        spared,
        by.done("password.set", null, Map.of("account", account.name(), "by", "old password")));
    changed.run();
  }

  /** A line for each account. */
  public List<String> lines() {
    return store.list(null).stream().map(Accounts::line).toList();
  }

  private static String line(StoredAccount account) {
    List<String> words = new ArrayList<>(List.of(account.name()));
    Roles.words(account.roles())
        .forEach((city, roles) -> words.add(city + ":" + String.join("+", roles)));
    account.sensitive().forEach(city -> words.add(city + ":sensitive"));
    if (account.disabled()) {
      words.add("(disabled)");
    } else if (account.password() == null && account.issuer() == null) {
      words.add("(no password yet)");
    }
    if (account.lastSeenAt() != null) {
      words.add("seen " + account.lastSeenAt().truncatedTo(ChronoUnit.SECONDS));
    }
    return String.join("  ", words);
  }

  /** A line for each token of an account, its number first. */
  public List<String> tokenLines(String name) {
    return tokens.list(get(name).id()).stream()
        .map(token -> String.join(
            "  ",
            Long.toString(token.id()),
            token.prefix() + "...",
            token.name(),
            "until " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS)))
        .toList();
  }

  /** Makes a token for an account; it is shown once. */
  public String token(String name, TokenRequest request, Doer by) {
    return tokens.make(get(name), request, by).token();
  }

  /** Revokes anybody's token. */
  public void revoke(long token, Doer by) {
    tokens.revoke(token, null, by);
    changed.run();
  }
}
