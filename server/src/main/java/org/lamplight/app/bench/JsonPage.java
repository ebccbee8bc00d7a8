package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;

/** Reads JSON from the server. */
final class JsonPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonPage() {}

  static JsonNode read(Target server, String path) throws IOException {
    URLConnection connection = server.address().resolve(path).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + server.token());
    // Java asks for HTML unless told otherwise.
    connection.setRequestProperty("Accept", "application/geo+json, application/json");
    try (InputStream in = connection.getInputStream()) {
      return JSON.readTree(in);
    }
  }
}
