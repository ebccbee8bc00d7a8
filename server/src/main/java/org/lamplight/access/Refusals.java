package org.lamplight.access;

import org.lamplight.http.Refusal;

/** How a sign-in is turned away. */
final class Refusals {

  private Refusals() {}

  /** The same words whatever was wrong, so that they tell nobody which names exist. */
  static Refusal wrong() {
    return unauthorized("the name or the password is wrong");
  }

  /** The password was right; the code is missing or wrong. */
  static Refusal code(String sentence) {
    return unauthorized(sentence).member("secondFactor", true);
  }

  static Refusal locked(long seconds) {
    return Refusal.tooMany(
        "too many failed attempts to sign in; wait before the next one", seconds);
  }

  private static Refusal unauthorized(String sentence) {
    return new Refusal(401, sentence).header("WWW-Authenticate", "Bearer realm=\"lamplight\"");
  }
}
