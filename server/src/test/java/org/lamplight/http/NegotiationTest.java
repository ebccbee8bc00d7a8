package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

  private static final List<Media> OFFERED = List.of(Media.GEOJSON, Media.HTML);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null | json",
        "'' | json",
        "*/* | json",
        "text/html | html",
        "TEXT/HTML;charset=utf-8 | html",
        "application/xhtml+xml | html",
        "text/html;q=0.5, */*;q=0.4 | html",
        "text/html;q=0.4, */*;q=0.5 | json",
        "*/*, application/geo+json;q=0, application/json;q=0 | html",
        "application/*;q=0.2, text/*;q=0.9 | html",
        "application/json | json",
        "image/png | null",
        "text/html;q=0 | null",
        "text/html;q=2 | null",
        ";;;,,, | null"
      })
  void acceptIsWeighed(String accept, String expected) {
    Media best = Negotiation.best(accept, OFFERED);
    assertEquals(expected, best == null ? null : best.f());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, gzip;q=0.5", "GZIP", "gzip ; q=1"})
  void gzipIsWanted(String header) {
    assertTrue(Gzip.wanted(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip; q=0.000", "xgzip"})
  void gzipIsNotWanted(String header) {
    assertFalse(Gzip.wanted(header));
  }

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example/{z}/{x}/{y}.png,https://tiles.example",
    "https://{s}.tiles.example:8443/a/{z}.png,https://*.tiles.example:8443",
    "http://localhost:9000/{z},http://localhost:9000"
  })
  void policyNamesTheBasemapsHost(String url, String source) {
    assertEquals(source, ContentPolicy.source(url));
  }
}
