package org.lamplight.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Audit;
import org.lamplight.http.Caller;
import org.lamplight.http.Callers;
import org.lamplight.http.Route;
import org.lamplight.http.Views;

/**
 * Finds the caller by the token of the Authorization header, or else by the cookie of his session. What was found is
 * remembered for three seconds: what another process ends, ends here within them, and what this one ends, at once.
 */
final class AccessCallers implements Callers {

  private static final Duration REMEMBERED = Duration.ofSeconds(3);
  private final SessionStore sessions;
  private final TokenStore tokens;
  private final Views refusals;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Found> found =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /**
   * A proof, and the state of things that it was read in.
   *
   * @param changes how many changes had been made when the reading began
   */
  private record Found(long changes, Proof proof) {}

  AccessCallers(SessionStore sessions, TokenStore tokens, Audit audit) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.refusals = new Views(audit);
  }

  @Override
  public Caller identify(Context ctx) {
    String authorization = ctx.header("Authorization");
    Proof proof = Tokens.offered(authorization)
        ? byToken(Tokens.of(authorization))
        : bySession(SessionCookie.of(ctx));
    if (proof == null) {
      return Caller.ANYBODY;
    }
    ctx.attribute(Proof.ATTRIBUTE, proof);
    ctx.attribute(Views.PURPOSE, proof.purpose());
    return new Caller(proof.account(), null);
  }

  private @Nullable Proof byToken(@Nullable String token) {
    return token == null ? null : remembered(token, true);
  }

  private @Nullable Proof bySession(@Nullable String cookie) {
    return cookie == null ? null : remembered(cookie, false);
  }

  private @Nullable Proof remembered(String secret, boolean token) {
    String key = new String(Secret.hash(secret), StandardCharsets.ISO_8859_1);
    Found known = found.getIfPresent(key);
    if (known != null && known.changes() == changes.get()) {
      return known.proof();
    }
    // Read before the database is: a change that is made meanwhile makes the answer old.
    long before = changes.get();
    Optional<Proof> read =
        token ? tokens.find(Secret.hash(secret)) : sessions.find(Secret.hash(secret));
    if (read.isEmpty()) {
      return null;
    }
    if (read.get().stale()) {
      touch(read.get(), token);
    }
    found.put(key, new Found(before, read.get()));
    return read.get();
  }

  private void touch(Proof proof, boolean token) {
    if (token) {
      tokens.touch(proof.id());
    } else {
      sessions.touch(proof.id());
    }
  }

  /** A session, token, account or role was changed: nothing that was found before counts. */
  void changed() {
    changes.incrementAndGet();
  }

  @Override
  public void refused(Context ctx, Route route) {
    refusals.refused(ctx, route.method() + " " + route.path());
  }
}
