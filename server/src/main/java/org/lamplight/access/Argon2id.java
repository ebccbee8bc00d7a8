package org.lamplight.access;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with 19 MiB, 2 passes and one lane: what OWASP asks for at least. */
final class Argon2id {

  static final int KIBIBYTES = 19 * 1024;
  static final int PASSES = 2;
  private static final int LENGTH = 32;

  private Argon2id() {}

  static byte[] hash(String password, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(KIBIBYTES)
        .withIterations(PASSES)
        .withParallelism(1)
        .withSalt(salt)
        .build());
    byte[] hash = new byte[LENGTH];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
