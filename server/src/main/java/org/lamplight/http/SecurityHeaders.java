package org.lamplight.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries, errors included: what a page may load, and that types are not guessed. */
final class SecurityHeaders {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("^(https?://)((?:\\{s\\}\\.)?[^/{]+)");
  private final Map<String, String> values;

  /** The inline import map of the web application is allowed by its hash: browsers take no import map from a file. */
  SecurityHeaders(@Nullable String basemapUrl) {
    String images = basemapUrl == null ? "" : " " + source(basemapUrl);
    this.values = Map.of(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self'" + importMapHash() + "; img-src 'self' data:"
            + images + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "strict-origin-when-cross-origin");
  }

  void apply(BiConsumer<String, String> set) {
    values.forEach(set);
  }

  /** The part of a tile template that a content security policy names; {s} stands for any subdomain. */
  static String source(String basemapUrl) {
    Matcher matcher = HOST.matcher(basemapUrl);
    if (!matcher.find()) {
      throw org.lamplight.fault.Fault.invalid(
          "BASEMAP_URL: must begin with https:// or http:// and a host");
    }
    return matcher.group(1) + matcher.group(2).replace("{s}", "*");
  }

  private static String importMapHash() {
    try (InputStream in = SecurityHeaders.class.getResourceAsStream("/web/index.html")) {
      if (in == null) {
        return "";
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = IMPORT_MAP.matcher(page);
      return matcher.find() ? " 'sha256-" + sha256(matcher.group(1)) + "'" : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
