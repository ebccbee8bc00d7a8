package org.lamplight.access;

import static org.lamplight.fault.Fault.require;

import java.util.Locale;

/** How accounts are named: small letters, digits and {@code . _ - @ +}, so that two names that look alike are alike. */
final class AccountName {

  private static final String PATTERN = "[a-z0-9][a-z0-9._@+-]{1,63}";

  private AccountName() {}

  /** The name in small letters; INVALID when it cannot be one. */
  static String parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    require(
        name.matches(PATTERN),
        "name: must have 2 to 64 letters, digits and . _ - @ +, and begin with a letter or digit");
    return name;
  }
}
