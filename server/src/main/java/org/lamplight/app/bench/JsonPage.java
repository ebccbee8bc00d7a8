package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Reads JSON from the server. */
final class JsonPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonPage() {}

  static JsonNode read(URI address) throws IOException {
    try (InputStream in = address.toURL().openStream()) {
      return JSON.readTree(in);
    }
  }
}
