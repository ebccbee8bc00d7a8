package org.lamplight.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries, errors included. */
final class SecurityHeaders {

  private static final String HTTPS_ONLY = "Strict-Transport-Security";
  private static final String FOR_A_YEAR = "max-age=31536000";
  private final Map<String, String> values;

  SecurityHeaders(@Nullable String basemapUrl) {
    this.values = Map.of(
        "Content-Security-Policy",
        ContentPolicy.of(basemapUrl),
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "strict-origin-when-cross-origin",
        "Permissions-Policy",
        "geolocation=(self), camera=(), microphone=(), display-capture=(), payment=(), usb=(),"
            + " serial=(), bluetooth=(), midi=(), magnetometer=(), gyroscope=(), accelerometer=()",
        "Cross-Origin-Opener-Policy",
        "same-origin");
  }

  void apply(Context ctx) {
    apply(ctx.res()::setHeader, BaseUrl.of(ctx));
  }

  /** Sets all of them; that the site is https alone is said only over https. */
  void apply(BiConsumer<String, String> set, @Nullable String base) {
    values.forEach(set);
    if (base != null && base.startsWith("https://")) {
      set.accept(HTTPS_ONLY, FOR_A_YEAR);
    }
  }
}
