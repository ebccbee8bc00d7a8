package org.lamplight.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Reads a QR code from a picture, as a phone does. */
final class QrReader {

  private QrReader() {}

  static String read(byte[] png) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      int width = picture.getWidth();
      int height = picture.getHeight();
      int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
      RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
      return new MultiFormatReader()
          .decode(new BinaryBitmap(new HybridBinarizer(light)))
          .getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code in the picture", e);
    }
  }
}
