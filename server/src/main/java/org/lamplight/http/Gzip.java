package org.lamplight.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compression of answers: who wants it, what is worth it, and the doing. */
final class Gzip {

  /** Below this many bytes an answer is sent as it is. */
  static final int WORTH_IT = 1_024;

  private Gzip() {}

  static boolean wanted(@Nullable String acceptEncoding) {
    for (String part : (acceptEncoding == null ? "" : acceptEncoding).split(",", -1)) {
      String coding = part.strip().toLowerCase(Locale.ROOT).replace(" ", "");
      if (coding.equals("gzip") || coding.startsWith("gzip;")) {
        return !coding.matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }

  /** Quick, for an answer that is sent once. */
  static byte[] quickly(byte[] bytes) {
    return pack(bytes, Deflater.DEFAULT_COMPRESSION);
  }

  /** Small, for an answer that is packed once and sent often. */
  static byte[] tightly(byte[] bytes) {
    return pack(bytes, Deflater.BEST_COMPRESSION);
  }

  private static byte[] pack(byte[] bytes, int level) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 32);
    try (GZIPOutputStream out = new Levelled(packed, level)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Levelled extends GZIPOutputStream {
    Levelled(ByteArrayOutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
