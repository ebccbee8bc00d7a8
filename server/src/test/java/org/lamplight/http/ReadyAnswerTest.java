package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyAnswerTest {

  private static final byte[] LARGE = "{\"count\":12}".repeat(500).getBytes(StandardCharsets.UTF_8);
  private static final byte[] SMALL = "{}".getBytes(StandardCharsets.UTF_8);
  private static Server server;

  @BeforeAll
  static void start() {
    ReadyAnswer large = ReadyAnswer.of("application/json", LARGE);
    ReadyAnswer small = ReadyAnswer.of("application/json", SMALL);
    String lifetime = Caching.keptFor(Duration.ofMinutes(5));
    server = Server.start(
        ServerSettings.local(e -> Optional.empty()),
        List.of(
            Route.get("/large", Role.PUBLIC, ctx -> large.send(ctx, lifetime)),
            Route.get("/small", Role.PUBLIC, ctx -> small.send(ctx, lifetime))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Raw get(String path, String... headers) {
    return Raw.get(server.port(), path, headers);
  }

  @Test
  void eachFormHasItsOwnStrongValidator() throws IOException {
    Raw plain = get("/large");
    Raw packed = get("/large", "Accept-Encoding: gzip");
    assertArrayEquals(LARGE, plain.body());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertArrayEquals(LARGE, in.readAllBytes());
    }
    assertTrue(plain.header("ETag").matches("\"[0-9a-f]{24}\""), plain.header("ETag"));
    assertEquals(plain.header("ETag").replaceFirst("\"$", "-gzip\""), packed.header("ETag"));
    assertNotEquals(get("/small").header("ETag"), plain.header("ETag"));
  }

  @Test
  void cachesMayKeepItAndMustKeepTheFormsApart() {
    Raw answer = get("/large");
    assertEquals("public, max-age=300", answer.header("Cache-Control"));
    assertEquals(List.of("Accept-Encoding"), answer.all("Vary"));
    assertEquals(List.of("Accept-Encoding"), get("/small").all("Vary"));
  }

  @Test
  void whatIsTooSmallIsNeverCompressed() {
    Raw answer = get("/small", "Accept-Encoding: gzip");
    assertArrayEquals(SMALL, answer.body());
    assertTrue(answer.find("Content-Encoding").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"other\",W/%s", "*"})
  void theClientThatHoldsItGetsNothingAgain(String held) {
    String etag = get("/large", "Accept-Encoding: gzip").header("ETag");
    Raw answer = get("/large", "Accept-Encoding: gzip", "If-None-Match: " + held.formatted(etag));
    assertEquals(304, answer.status());
    assertEquals(0, answer.body().length);
    assertEquals(etag, answer.header("ETag"));
    assertEquals("public, max-age=300", answer.header("Cache-Control"));
    assertEquals("Accept-Encoding", answer.header("Vary"));
  }

  @Test
  void theClientThatHoldsTheOtherFormGetsThisOne() {
    String plain = get("/large").header("ETag");
    Raw answer = get("/large", "Accept-Encoding: gzip", "If-None-Match: " + plain);
    assertEquals(200, answer.status());
  }

  @Test
  void headHasTheLengthOfTheFormThatGetWouldSend() {
    Raw get = get("/large", "Accept-Encoding: gzip");
    Raw head = Raw.ask(server.port(), "HEAD", "/large", "Accept-Encoding: gzip");
    assertEquals(0, head.body().length);
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    assertEquals(Integer.toString(get.body().length), head.header("Content-Length"));
  }
}
