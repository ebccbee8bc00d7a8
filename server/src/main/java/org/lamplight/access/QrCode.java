package org.lamplight.access;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.IntStream;

/** A text as the modules of a QR code (ISO/IEC 18004), for a page to draw; the secret in it goes to no other service. */
final class QrCode {

  private QrCode() {}

  /** One text of 0 and 1 for each row of modules, without the light border that readers need around them. */
  static List<String> rows(String text) {
    try {
      ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      return IntStream.range(0, matrix.getHeight())
          .mapToObj(y -> row(matrix, y))
          .toList();
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String row(ByteMatrix matrix, int y) {
    StringBuilder row = new StringBuilder();
    for (int x = 0; x < matrix.getWidth(); x++) {
      row.append(matrix.get(x, y) == 1 ? '1' : '0');
    }
    return row.toString();
  }
}
