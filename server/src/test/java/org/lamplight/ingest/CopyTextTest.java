package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CopyTextTest {

  @Property
  void everyCoordinateIsReadBackAsItWas(@ForAll @DoubleRange(min = -180, max = 180) double any) {
    assertTrue(any == Double.parseDouble(written(any)));
  }

  @Property
  void aCoordinateOfFewDecimalsIsWrittenAsPublished(
      @ForAll @IntRange(min = -1_800_000, max = 1_800_000) int tenThousandths) {
    double value = tenThousandths / 10_000.0;
    String text = written(value);
    assertEquals(value, Double.parseDouble(text));
    assertTrue(text.matches("-?\\d+\\.(\\d|\\d+[1-9])"), text);
  }

  @Property
  void anotherTextHasAnotherHash(@ForAll String one, @ForAll String other) {
    String left = FieldReader.tidy(one);
    String right = FieldReader.tidy(other);
    if (left.equals(right)) {
      assertEquals(hash(left), hash(right));
    } else if (!left.contains("?") && !right.contains("?") && bytesDiffer(left, right)) {
      assertNotEquals(hash(left), hash(right));
    }
  }

  private static boolean bytesDiffer(String left, String right) {
    return !new String(left.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .equals(new String(right.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static long hash(String text) {
    return new CopyText(16).text("before").text(text).hashSince(7);
  }

  private static String written(double value) {
    CopyText out = new CopyText(4).decimal(value);
    return new String(out.taken(), StandardCharsets.US_ASCII).strip();
  }
}
