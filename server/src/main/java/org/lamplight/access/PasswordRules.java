package org.lamplight.access;

import static org.lamplight.fault.Fault.require;

import java.util.Locale;
import java.util.Set;

/** What a password must be: long, and not the first that comes to mind (NIST SP 800-63B). Nothing is asked of its letters. */
final class PasswordRules {

  private static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** The commonest of twelve characters and more, and those that this program's name invites. */
  private static final Set<String> COMMON = Set.of(
      "password",
      "passw0rd",
      "p@ssword",
      "p@ssw0rd",
      "passwort",
      "contraseña",
      "contrasena",
      "letmein",
      "welcome",
      "administrator",
      "adminadmin",
      "lamplight",
      "changeme",
      "iloveyou",
      "qwertyuiop",
      "qwertyuiopasdfghjkl",
      "qwertyuiopasdfghjklzxcvbnm",
      "asdfghjkl",
      "qazwsxedc",
      "qazwsxedcrfv",
      "1qaz2wsx3edc",
      "1q2w3e4r5t6y",
      "qwerty",
      "abcdefghijkl",
      "sunshine",
      "princess",
      "football",
      "baseball",
      "superman",
      "trustno1",
      "losangeles",
      "atlanta");

  private PasswordRules() {}

  /** INVALID unless it may be the password of the account. */
  static void check(String password, String account) {
    require(
        password.codePointCount(0, password.length()) >= SHORTEST,
        "password: must have at least " + SHORTEST + " characters");
    require(password.length() <= LONGEST, "password: must have at most " + LONGEST + " characters");
    String plain = password.toLowerCase(Locale.ROOT);
    require(
        bare(plain).replace(bare(account), "").length() > 4,
        "password: must be more than the account's name");
    require(plain.chars().distinct().count() >= 5, "password: repeats too few characters");
    require(!isCommon(plain), "password: is one of the commonest, which are tried first");
  }

  /** A common word once, or over and over, with digits and signs around it. */
  private static boolean isCommon(String password) {
    String digits = "01234567890123456789012345678909876543210";
    String core = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return COMMON.contains(password)
        || COMMON.contains(core)
        || digits.contains(password)
        || COMMON.stream().anyMatch(word -> password.replace(word, "").length() <= 4);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
