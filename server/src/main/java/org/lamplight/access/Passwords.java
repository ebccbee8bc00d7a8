package org.lamplight.access;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Hashes passwords, two at a time: each hash takes 19 MiB and a core, and a crowd at the door must not take the machine. */
final class Passwords {

  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 2;
  private static final int SALT = 16;
  private static final String FORM =
      "$argon2id$v=19$m=" + Argon2id.KIBIBYTES + ",t=" + Argon2id.PASSES + ",p=1$";

  /** The slow function. */
  @FunctionalInterface
  interface Hashing {
    byte[] hash(String password, byte[] salt);
  }

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Hashing hashing;
  private final String nobodys;

  Passwords(Hashing hashing) {
    this.hashing = hashing;
    this.nobodys = FORM + text(Secret.bytes(SALT)) + "$" + text(Secret.bytes(32));
  }

  /** What is stored of a password: the hash with its parameters and salt, in the usual notation. */
  String hash(String password) {
    byte[] salt = Secret.bytes(SALT);
    return FORM + text(salt) + "$" + text(inTurn(password, salt));
  }

  /**
   * Whether the password is the one of which the hash is stored. Takes as long where none is stored.
   *
   * @throws Fault BUSY when too many are being judged
   */
  boolean matches(String password, @Nullable String stored) {
    String[] parts = (stored == null ? nobodys : stored).split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] right = Base64.getDecoder().decode(parts[5]);
    boolean same = MessageDigest.isEqual(right, inTurn(password, salt));
    return same && stored != null;
  }

  private byte[] inTurn(String password, byte[] salt) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Fault(Fault.Kind.BUSY, "too many are signing in just now; try again shortly");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "the server is stopping; try again shortly", e);
    }
    try {
      // One spelling of accents, however the keyboard writes them.
      return hashing.hash(Normalizer.normalize(password, Normalizer.Form.NFKC), salt);
    } finally {
      turns.release();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
