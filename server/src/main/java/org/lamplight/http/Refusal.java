package org.lamplight.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of 4xx that is no {@code Fault}: with a status of its own, further headers, further members of its problem. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  public Refusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** The way to say when to come again. */
  public static Refusal tooMany(String sentence, long seconds) {
    return new Refusal(429, sentence).header("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  /** Gives whatever refusal the request may meet as plain JSON, for clients that know no other. */
  public static void asPlainJson(Context ctx) {
    ctx.attribute(Problems.TYPE_ATTRIBUTE, "application/json");
  }

  public Refusal header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** A further member of the problem document. */
  public Refusal member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }
}
