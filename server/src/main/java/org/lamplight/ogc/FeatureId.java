package org.lamplight.ogc;

import java.util.regex.Pattern;

/** What ids of features look like, so that nothing else reaches the database. */
final class FeatureId {

  private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}._:-]{1,200}");

  private FeatureId() {}

  static boolean isOne(String text) {
    return PATTERN.matcher(text).matches();
  }
}
