package org.lamplight.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app as the phone has it, written apart from the server's own: RFC 6238, SHA-1, 30 seconds, six digits. */
final class Authenticator {

  private final byte[] key;
  private long last = Long.MIN_VALUE;

  /** Takes the secret as it is shown: base 32, in groups. */
  Authenticator(String shown) {
    String plain = shown.replaceAll("\\s", "");
    ByteBuffer bytes = ByteBuffer.allocate(plain.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < plain.length(); i++) {
      buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(plain.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
        buffer &= (1 << bits) - 1;
      }
    }
    key = bytes.array();
  }

  /** A code that works now and was not given before: the next one, when this half minute's is used up. */
  String code() {
    last = Math.max(last + 1, Instant.now().getEpochSecond() / 30);
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(last).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
