package org.lamplight.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** What pages may load and run: our own files, the basemap's images, and no script that stands in a page. */
final class ContentPolicy {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("^(https?://)((?:\\{s\\}\\.)?[^/{]+)");

  private ContentPolicy() {}

  /** The header's value; the import maps of our own pages are allowed by hash, as browsers take none from a file. */
  static String of(@Nullable String basemapUrl) {
    StringBuilder scripts = new StringBuilder("'self'");
    importMaps().forEach(map -> scripts.append(" 'sha256-").append(sha256(map)).append('\''));
    String images = basemapUrl == null ? "" : " " + source(basemapUrl);
    return "default-src 'self'; script-src " + scripts + "; img-src 'self' data:" + images
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  /** The part of a tile template that a content security policy names; {s} stands for any subdomain. */
  static String source(String basemapUrl) {
    Matcher matcher = HOST.matcher(basemapUrl);
    if (!matcher.find()) {
      throw Fault.invalid("BASEMAP_URL: must begin with https:// or http:// and a host");
    }
    return matcher.group(1) + matcher.group(2).replace("{s}", "*");
  }

  /** The different import maps of the web application's pages. */
  private static Set<String> importMaps() {
    URL folder = Objects.requireNonNull(ContentPolicy.class.getResource("/web/index.html"));
    try {
      URI uri = folder.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return importMaps(Objects.requireNonNull(Path.of(uri).getParent()));
      }
      // By its path, and not by its address: others in this process may have the jar open under
      // that.
      Path file = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!.*$", "")));
      try (FileSystem jar = FileSystems.newFileSystem(file)) {
        return importMaps(jar.getPath("/web"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> importMaps(Path folder) throws IOException {
    Set<String> maps = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".html")).toList()) {
        Matcher matcher = IMPORT_MAP.matcher(Files.readString(page));
        while (matcher.find()) {
          maps.add(matcher.group(1));
        }
      }
    }
    return maps;
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
