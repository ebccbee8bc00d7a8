package org.lamplight.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who is signed in and asks of Los Angeles, as the pages do. */
record DeskClient(String host, String cookie) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<byte[]> get(String path) {
    return send(HttpRequest.newBuilder(address(path)).GET());
  }

  /** The JSON of a GET that must be 200; asked again while the incidents are being read. */
  JsonNode json(String path) {
    HttpResponse<byte[]> answer = get(path);
    for (int tenths = 0; tenths < 300 && answer.statusCode() == 503; tenths++) {
      pause();
      answer = get(path);
    }
    return json(answer, 200);
  }

  HttpResponse<byte[]> change(String method, String path, String body) {
    return send(HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/json")
        .header("Origin", host)
        .method(method, BodyPublishers.ofString(body)));
  }

  HttpResponse<byte[]> upload(String path, byte[] file) {
    return send(HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/octet-stream")
        .header("Origin", host)
        .POST(BodyPublishers.ofByteArray(file)));
  }

  static JsonNode json(HttpResponse<byte[]> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + text(answer));
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address(String path) {
    return URI.create(host + "/cities/los-angeles" + path);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    HttpRequest built = request.header("Cookie", cookie).build();
    try {
      return sent(built);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server may end a kept connection after it refused a body that it did not read; then the request goes over a new one. */
  private static HttpResponse<byte[]> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException ended) {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
  }
}
