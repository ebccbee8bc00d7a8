package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.fault.Fault;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheRfc(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    assertEquals(code, Totp.code(SECRET, step, 8));
    assertEquals(code.substring(2), Totp.code(SECRET, step, 6));
  }

  @Test
  void aCodeIsGoodOneStepBeforeAndAfterAndNoLonger() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    for (long off = -3; off <= 3; off++) {
      String code = Totp.code(SECRET, step + off, 6);
      assertEquals(Math.abs(off) <= 1, Totp.match(SECRET, code, now).isPresent(), "off " + off);
    }
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheRfc(String plain, String text) {
    assertEquals(text, Totp.base32(plain.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void theKeyIsMadeOnceForItsOwnerAloneAndOpensWhatItSealed(@TempDir Path home) throws IOException {
    byte[] sealed = HomeKey.of(home).seal(SECRET, 7);
    Path file = home.resolve("access.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(32, Files.size(file));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("1234567890"));
    assertTrue(HomeKey.of(home).open(sealed, 7).isPresent());
    assertTrue(HomeKey.of(home).open(sealed, 8).isEmpty(), "opened for another account");
    sealed[20] ^= 1;
    assertTrue(HomeKey.of(home).open(sealed, 7).isEmpty(), "opened though it was changed");
    Files.writeString(file, "short");
    assertThrows(Fault.class, () -> HomeKey.of(home));
  }
}
