package org.lamplight.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.http.Body;
import org.lamplight.http.Media;

/** A sign-in that is turned away: 401, or 429 with the time until it may be tried again. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Media PROBLEM = new Media("problem", "application/problem+json", List.of());
  private final int status;
  private final boolean secondFactor;
  private final long retryAfterSeconds;

  private Refusal(int status, String sentence, boolean secondFactor, long retryAfterSeconds) {
    super(sentence);
    this.status = status;
    this.secondFactor = secondFactor;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The same words whatever was wrong, so that they tell nobody which names exist. */
  static Refusal wrong() {
    return new Refusal(401, "the name or the password is wrong", false, 0);
  }

  /** The password was right, or a code was wrong. */
  static Refusal code(String sentence) {
    return new Refusal(401, sentence, true, 0);
  }

  static Refusal locked(long seconds) {
    return new Refusal(
        429, "too many failed attempts to sign in; wait before the next one", false, seconds);
  }

  void answer(Context ctx) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status == 401 ? "Unauthorized" : "Too Many Requests");
    problem.put("status", status);
    problem.put("detail", String.valueOf(getMessage()));
    if (secondFactor) {
      problem.put("secondFactor", true);
    }
    ctx.status(status);
    if (status == 401) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"lamplight\"");
    } else {
      ctx.header("Retry-After", Long.toString(Math.max(1, retryAfterSeconds)));
    }
    Body.json(ctx, PROBLEM, problem);
  }
}
