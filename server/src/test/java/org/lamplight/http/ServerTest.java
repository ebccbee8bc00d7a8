package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;

class ServerTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final byte[] LINE = "0123456789abcdef".repeat(64).getBytes(StandardCharsets.UTF_8);
  private static final List<String> ALWAYS = List.of(
      "Content-Security-Policy",
      "X-Content-Type-Options",
      "Referrer-Policy",
      "Permissions-Policy",
      "Cross-Origin-Opener-Policy",
      "Cross-Origin-Resource-Policy",
      "Cache-Control",
      "Vary");
  private static Server server;

  @BeforeAll
  static void start() {
    List<Route> routes = List.of(
        Route.get("/hello", Role.PUBLIC, ctx -> {
          Params.of(ctx, Set.of("name"));
          Body.send(ctx, "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        }),
        Route.get("/secret", Role.ANALYST, ctx -> ctx.result("seen")),
        Route.get("/bug", Role.PUBLIC, ctx -> {
          throw new IllegalStateException("select secret from table");
        }),
        Route.get("/busy", Role.PUBLIC, ctx -> {
          throw new Fault(Fault.Kind.BUSY, "later");
        }),
        Route.get("/slow", Role.PUBLIC, ctx -> {
          throw new Fault(Fault.Kind.TOO_SLOW, "too much");
        }),
        Route.get("/lines/{count}", Role.PUBLIC, ctx -> stream(ctx.pathParam("count"), ctx)),
        Route.get("/deep", Role.PUBLIC, ctx -> ctx.result("" + deep(0))));
    server = Server.start(ServerSettings.local(e -> Optional.empty()), routes);
  }

  private static void stream(String count, io.javalin.http.Context ctx) {
    int lines = Integer.parseInt(count);
    Body.stream(ctx, "text/plain", out -> {
      for (int i = 0; i < lines; i++) {
        out.write(LINE);
      }
      if (lines % 10 == 1) {
        throw new IllegalStateException("the source broke");
      }
    });
  }

  private static int deep(int n) {
    return n == Integer.MAX_VALUE ? n : n + deep(n + 1) % 7;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://localhost:" + server.port() + path))
        .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "/hello,200",
    "/hello/,200",
    "/nothing,404",
    "/hello?nam=1,400",
    "/hello?name=1&name=2,400",
    "/hello?name=%zz,400",
    "/hello?name=%00,400",
    "/bug,500",
    "/busy,503",
    "/slow,504",
    "/deep,500"
  })
  void everyAnswerCarriesTheSecurityHeadersAndErrorsAreProblems(String path, int status)
      throws Exception {
    HttpResponse<byte[]> response = path.contains("%zz") ? null : get(path);
    if (response == null) {
      String raw = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(raw.startsWith("HTTP/1.1 400"), raw);
      assertTrue(raw.contains("nosniff") && raw.contains("problem+json"), raw);
      return;
    }
    assertEquals(status, response.statusCode());
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertEquals(
        "nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(response.headers().firstValue("Server").isEmpty());
    if (status >= 400) {
      assertEquals(
          "application/problem+json",
          response.headers().firstValue("Content-Type").orElse(""));
      assertTrue(text(response).contains("\"status\":" + status), text(response));
    }
  }

  @Test
  void bugTellsTheCallerItsReferenceAndNothingElse() throws Exception {
    String body = text(get("/bug"));
    assertTrue(body.matches("(?s).*\"reference\":\"[0-9a-f-]{36}\".*"), body);
    assertFalse(body.contains("select") || body.contains("Illegal"), body);
  }

  @Test
  void busyTellsWhenToComeAgain() throws Exception {
    assertEquals("2", get("/busy").headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void unknownParameterIsNamed() throws Exception {
    assertTrue(text(get("/hello?nam=1")).contains("nam"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /hello HTTP/1.1\r\n\r\n",
        "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "OPTIONS ?/hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "OPTIONS #x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "TRACE /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: \"\r\n\r\n",
        "GET /hello%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /hello/..;/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /%c0%ae HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /..%2f..%2fetc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      })
  void brokenRequestsGetTheHeadersToo(String request) throws Exception {
    String raw = raw(request);
    assertTrue(raw.matches("(?s)HTTP/1.1 4\\d\\d .*"), raw);
    for (String header : ALWAYS) {
      assertTrue(raw.contains("\r\n" + header + ": "), header + " lacks in " + raw);
    }
    assertTrue(raw.contains("problem+json"), raw);
    assertFalse(raw.contains("Jetty") || raw.contains("org."), raw);
  }

  @Test
  void tooLongUrlIs414AndTooLongHeadersAre431() throws Exception {
    assertEquals(414, get("/hello?name=" + "x".repeat(4_100)).statusCode());
    assertTrue(raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .startsWith("HTTP/1.1 414"));
    assertTrue(raw("GET /hello HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n")
        .startsWith("HTTP/1.1 431"));
  }

  @Test
  void whatAsksForARoleIsThereForItsHolderAlone() throws Exception {
    assertEquals(404, get("/secret").statusCode());
    List<Route> routes = List.of(Route.get("/secret", Role.ANALYST, ctx -> ctx.result("seen")));
    ServerSettings settings = ServerSettings.local(TestCallers.analyst(), e -> Optional.empty());
    try (Server analysts = Server.start(settings, routes)) {
      URI secret = URI.create("http://localhost:" + analysts.port() + "/secret");
      HttpResponse<String> seen =
          CLIENT.send(HttpRequest.newBuilder(secret).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals("seen", seen.body());
      assertTrue(seen.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }
  }

  @Test
  void pagesOfOtherSitesReadWhatAnybodySees() throws Exception {
    String raw = raw(
        "GET /hello HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a.example\r\nConnection: close\r\n\r\n");
    assertTrue(raw.contains("Access-Control-Allow-Origin: *"), raw);
  }

  @Test
  void headAnswersTheHeadersAlone() throws Exception {
    HttpResponse<byte[]> head = send("HEAD", "/hello");
    assertEquals(200, head.statusCode());
    assertEquals("5", head.headers().firstValue("Content-Length").orElse(""));
    assertEquals(0, head.body().length);
    assertEquals(405, send("DELETE", "/hello").statusCode());
  }

  @Test
  void streamedAnswerIsCompressedWhenAsked() throws Exception {
    HttpResponse<byte[]> packed = get("/lines/100", "Accept-Encoding", "gzip");
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      assertEquals(100 * LINE.length, in.readAllBytes().length);
    }
    assertTrue(get("/lines/100", "Accept-Encoding", "gzip;q=0")
        .headers()
        .firstValue("Content-Encoding")
        .isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"2001,false", "20001,true"})
  void failureAfterTheFirstByteBreaksTheConnection(String lines, boolean gzip) throws Exception {
    String url = "http://localhost:" + server.port() + "/lines/" + lines;
    assertNotEquals(0, curl(url, gzip));
    assertEquals(0, curl(url.replaceFirst("1$", "0"), gzip));
  }

  @Test
  void failureBeforeTheFirstByteIsAnOrdinaryError() throws Exception {
    HttpResponse<byte[]> response = get("/lines/1", "Accept-Encoding", "gzip");
    assertEquals(500, response.statusCode());
    assertTrue(response.headers().firstValue("Content-Encoding").isEmpty());
    assertTrue(text(response).contains("reference"));
  }

  @Test
  @SuppressWarnings(
      "NullAway") // what the compiler refuses here, reflection and other languages do not
  void routeWithoutARoleStopsTheStart() {
    assertThrows(NullPointerException.class, () -> Route.get("/x", null, ctx -> {}));
  }

  private static int curl(String url, boolean gzip) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("curl", "-s", "-o", "/dev/null", url));
    if (gzip) {
      command.add("--compressed");
    }
    return new ProcessBuilder(command).start().waitFor();
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
