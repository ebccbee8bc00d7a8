package org.lamplight.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lamplight.fault.Fault;

/** The key that encrypts the secrets of second factors; it lies in the home folder and never in the database. */
final class HomeKey {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec key;

  private HomeKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Reads the key of the home, or makes one that its owner alone may read. */
  static HomeKey of(Path home) {
    Path file = home.resolve("access.key");
    try {
      Files.createDirectories(home);
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != 32) {
        throw new Fault(Fault.Kind.CONFLICT, file + ": is not a key of 32 bytes");
      }
      return new HomeKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all, also where two processes start at once. */
  private static void make(Path file) throws IOException {
    Path next = Files.createTempFile(
        file.toAbsolutePath().getParent(),
        "access",
        ".next",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(next, Secret.bytes(32));
    try {
      Files.createLink(file, next);
    } catch (FileAlreadyExistsException e) {
      // The other process was quicker; its key is the key.
      return;
    } finally {
      Files.delete(next);
    }
  }

  /** Encrypts for one account: what is written to another's row does not decrypt there. */
  byte[] seal(byte[] plain, long account) {
    byte[] nonce = Secret.bytes(NONCE);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, account).doFinal(plain);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Decrypts; empty where it was sealed with another key or for another account. */
  Optional<byte[]> open(byte[] whole, long account) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), account);
      return Optional.of(cipher.doFinal(whole, NONCE, whole.length - NONCE));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, long account) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(("totp " + account).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
