package org.lamplight.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.lamplight.app.TestServer;

/** The server under test, and what it answers without a browser, to compare the screen with. */
final class Site {

  static final String CITY = "los-angeles";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String SESSION = TestServer.accounts().session("analyst");

  private Site() {}

  /** A running server with the demo's data. */
  static String address() {
    return TestServer.baseUrl();
  }

  /** What the browser's cookie {@code lamplight} holds when an analyst is signed in. */
  static String session() {
    return SESSION;
  }

  /** The same of a new session of somebody else. */
  static String session(String name) {
    return TestServer.accounts().session(name);
  }

  private static String cookie() {
    return "lamplight=" + SESSION;
  }

  static JsonNode profile() {
    return get("/cities/" + CITY + "/profile");
  }

  /** The answer that the map gets for a view and a filter. */
  static JsonNode explore(String query) {
    return get("/cities/" + CITY + "/explore?" + query);
  }

  static JsonNode get(String path) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(
          HttpRequest.newBuilder(URI.create(address() + path))
              .header("Cookie", cookie())
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
