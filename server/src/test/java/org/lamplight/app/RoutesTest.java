package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ANALYST = TestServer.accounts().cookie("analyst");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/cities",
        "/cities/los-angeles",
        "/cities/los-angeles/profile",
        "/cities/los-angeles/collections",
        "/cities/los-angeles/collections/incidents/items?limit=1",
        "/cities/atlanta/collections/sites/items",
        "/health/live",
        "/health/ready"
      })
  void whatTheContractNamesIsServed(String path) throws Exception {
    assertEquals(200, ask(path).statusCode(), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/cities/nowhere", "/no/such/page", "/cities/los-angeles/collections/nothing"})
  void whatIsNotThereIsAProblem(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertEquals(404, answer.statusCode(), path);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void healthSaysNoDetail() throws Exception {
    assertTrue(ask("/health/ready").body().length() < 40);
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(TestServer.baseUrl() + path))
            .header("Cookie", ANALYST)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
