package org.lamplight.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second factor of local accounts: codes of an authenticator app, and ten recovery codes. */
final class SecondFactor {

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactor.class);
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private final FactorStore store;
  private final HomeKey key;
  private final Clock clock;

  SecondFactor(FactorStore store, HomeKey key, Clock clock) {
    this.store = store;
    this.key = key;
    this.clock = clock;
  }

  /** What an authenticator app is given. */
  record Proposal(String secret, String uri) {}

  /** Whether the code is right; it is used up then. */
  boolean passes(StoredAccount account, String code, Doer by) {
    String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (plain.matches("\\d{6}")) {
      OptionalLong step = match(account, plain);
      return step.isPresent() && store.useStep(account.id(), step.getAsLong());
    }
    return store.useRecoveryCode(
        account.id(),
        Secret.hash(plain),
        by.done("recovery-code.use", null, Map.of("account", account.name())));
  }

  private OptionalLong match(StoredAccount account, String code) {
    byte[] sealed = account.totpSecret();
    if (sealed == null) {
      return OptionalLong.empty();
    }
    byte[] secret = key.open(sealed, account.id()).orElse(null);
    if (secret == null) {
      LOG.warn(
          "the second factor of {} was sealed with another access.key; a link for a lost password takes it away",
          account.name());
      return OptionalLong.empty();
    }
    return Totp.match(secret, code, Instant.now(clock));
  }

  /** A new secret, which counts once a code of it is given. */
  Proposal propose(StoredAccount account) {
    byte[] secret = Secret.bytes(SECRET_BYTES);
    if (!store.propose(account.id(), key.seal(secret, account.id()))) {
      throw new Fault(
          Fault.Kind.CONFLICT, "there is a second factor already; take it away before the next");
    }
    String text = Totp.base32(secret);
    String name = URLEncoder.encode(account.name(), StandardCharsets.UTF_8);
    return new Proposal(
        text, "otpauth://totp/Lamplight:" + name + "?secret=" + text + "&issuer=Lamplight");
  }

  /** Makes the secret count; the recovery codes, which are shown once. */
  List<String> confirm(StoredAccount account, String code, Doer by) {
    if (account.secondFactor()) {
      throw new Fault(Fault.Kind.CONFLICT, "there is a second factor already");
    }
    long step = match(account, code.replace(" ", ""))
        .orElseThrow(() -> Fault.invalid("code: is not the one that the app shows now"));
    List<String> codes =
        IntStream.range(0, RECOVERY_CODES).mapToObj(i -> recoveryCode()).toList();
    List<byte[]> hashes =
        codes.stream().map(shown -> Secret.hash(shown.replace("-", ""))).toList();
    if (!store.confirm(
        account.id(),
        step,
        hashes,
        by.done("second-factor.add", null, Map.of("account", account.name())))) {
      throw new Fault(Fault.Kind.CONFLICT, "there is a second factor already");
    }
    return codes;
  }

  /** 80 bits in four groups. */
  private static String recoveryCode() {
    String text = Totp.base32(Secret.bytes(RECOVERY_BYTES));
    return String.join(
        "-",
        text.substring(0, 4),
        text.substring(4, 8),
        text.substring(8, 12),
        text.substring(12, 16));
  }

  void remove(StoredAccount account, Doer by) {
    store.remove(
        account.id(), by.done("second-factor.remove", null, Map.of("account", account.name())));
  }
}
