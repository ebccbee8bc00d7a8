package org.lamplight.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges whether an answer tells what it must not, or lacks what each must have. */
final class Leaks {

  /** Nothing that is sent on purpose looks like this. */
  private static final Pattern ANYWHERE = Pattern.compile(
      "(?i)org\\.(lamplight|postgresql|jdbi|eclipse|geotools)|io\\.javalin|com\\.fasterxml|java\\.(lang|util|sql|io)\\."
          + "|\\.java:\\d+|\\n\\s*at [a-z]+\\.|PSQLException|SQLSTATE|sun\\.reflect|kotlin\\.");

  /** What an error's sentence may not hold; none of the requests says it. */
  private static final Pattern IN_ERRORS = Pattern.compile(
      "(?i)\\w(Exception|Error)\\b|jetty|javalin|hikari|postgres|lamplight_(public|staff|import|auth)|relation \""
          + "|syntax error at|pg_catalog|st_\\w+\\(|/var/|/work/|/usr/|/tmp/|\\bfrom (city|incident|area)\\b");

  private static final List<String> ALWAYS = List.of(
      "content-security-policy: default-src 'self'",
      "x-content-type-options: nosniff",
      "referrer-policy: ",
      "permissions-policy: ",
      "cross-origin-opener-policy: same-origin",
      "cross-origin-resource-policy: ",
      "cache-control: ");

  private Leaks() {}

  /** What is wrong with the answer. */
  static Optional<String> of(HostileClient.Answer answer) {
    if (answer.head().isEmpty()) {
      return Optional.empty();
    }
    int status = answer.status();
    String head = answer.head().toLowerCase(Locale.ROOT);
    return Stream.of(
            unless(status < 500 || status == 503 || status == 504, "status " + status),
            found(ANYWHERE, answer.head() + "\n" + answer.body()),
            found(IN_ERRORS, status < 400 ? "" : answer.body()),
            unless(!head.contains("\nserver:") && !head.contains("\nx-powered-by:"), "a version"),
            ALWAYS.stream()
                .filter(line -> !head.contains("\n" + line))
                .findFirst()
                .map(l -> "lacks " + l),
            unless(
                status < 400 || head.contains("content-type: application/problem+json"),
                "no problem"),
            unless(!head.contains("\nset-cookie: a=b"), "a header of the client's"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> unless(boolean good, String words) {
    return good ? Optional.empty() : Optional.of(words);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of("tells \"" + matcher.group() + "\"") : Optional.empty();
  }
}
