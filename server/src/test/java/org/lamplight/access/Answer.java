package org.lamplight.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** An answer of the server under test. */
record Answer(int status, String body, HttpResponse<String> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response);
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The cookie that was set, as the browser sends it back. */
  String cookie() {
    return header("Set-Cookie").replaceFirst(";.*", "");
  }
}
