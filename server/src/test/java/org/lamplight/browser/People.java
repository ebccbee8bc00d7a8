package org.lamplight.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.lamplight.app.TestServer;

/** People with passwords, invited as an administrator invites them, each under a name of its own. */
final class People {

  static final String PASSWORD = "four quiet lanterns drift";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger INVITED = new AtomicInteger();
  private static final String ADMINISTRATOR = TestServer.accounts().cookie("administrator");

  private People() {}

  /** A name that nobody has yet. */
  static String name(String word) {
    return word + "." + INVITED.incrementAndGet();
  }

  /** Invites somebody to the city of the tests; the one-time link. */
  static String invite(String name, String... roles) {
    Map<String, Object> asked = Map.of("name", name, "roles", List.of(roles), "sensitive", false);
    return send("POST", "/cities/" + Site.CITY + "/accounts", ADMINISTRATOR, asked, 201)
        .get("link")
        .asText();
  }

  /** Somebody who has set {@link #PASSWORD}; the name. */
  static String withPassword(String word, String... roles) {
    String name = name(word);
    String link = invite(name, roles);
    Map<String, Object> asked =
        Map.of("link", link.substring(link.indexOf('#') + 1), "password", PASSWORD);
    send("POST", "/password", "", asked, 204);
    return name;
  }

  /** Asks as whoever the cookie is of, and fails unless the answer has that status. */
  static JsonNode send(String method, String path, String cookie, Object body, int status) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Site.address() + path))
        .header("Content-Type", "application/json")
        .header("Origin", Site.address())
        .method(
            method, HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = exchange(request.build());
    if (answer.statusCode() != status) {
      throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The status of a GET with a token. */
  static int statusWithToken(String path, String token) {
    return exchange(HttpRequest.newBuilder(URI.create(Site.address() + path))
            .header("Authorization", "Bearer " + token)
            .build())
        .statusCode();
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
