package org.lamplight.ogc;

import static org.lamplight.fault.Fault.require;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lamplight.fault.Fault;

/** The opaque value by which a next link goes on after a feature. */
final class Cursor {

  static final String WRONG = "cursor: is not one that a next link gave";

  private Cursor() {}

  static String encode(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  static String decode(String cursor) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      require(FeatureId.isOne(id), WRONG);
      return id;
    } catch (IllegalArgumentException e) {
      throw Fault.invalid(WRONG);
    }
  }
}
