package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document, read by another implementation and compared with what the server does. */
class ApiDefinitionTest {

  private static TestServer server;
  private static String text;
  private static OpenAPI api;

  @BeforeAll
  static void start() {
    server = new TestServer();
    text = server.get("/api").body();
    ParseOptions strict = new ParseOptions();
    strict.setValidateInternalRefs(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, strict);
    assertEquals(List.of(), result.getMessages());
    api = result.getOpenAPI();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void documentIsOpenApi30OfItsExactTypeWithoutReferences() {
    HttpResponse<String> response = server.get("/api");
    assertEquals(
        "application/vnd.oai.openapi+json;version=3.0",
        response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(api.getOpenapi().startsWith("3.0."));
    assertFalse(text.contains("$ref"));
    assertEquals(server.url(), api.getServers().get(0).getUrl());
  }

  @Test
  void everyOperationHasItsOwnNameAndAnswers200() {
    List<String> names = new ArrayList<>();
    api.getPaths().forEach((path, item) -> {
      item.readOperations().forEach(operation -> {
        names.add(operation.getOperationId());
        assertTrue(operation.getResponses().containsKey("200"), path);
      });
      if (item.getGet() != null && !path.contains("{")) {
        assertEquals(200, server.get(server.url() + path).statusCode(), path);
      }
    });
    assertEquals(new HashSet<>(names).size(), names.size());
  }

  @Test
  void itemsDeclareLimitBoxAndDatetimeAsClientsNeedThem() {
    JsonNode parameters =
        TestServer.parse(text).path("paths").path("/collections/sites/items").at("/get/parameters");
    for (JsonNode parameter : parameters) {
      assertEquals("query", parameter.path("in").asText());
      assertFalse(parameter.path("required").asBoolean(true));
      assertEquals("form", parameter.path("style").asText());
      assertTrue(parameter.has("explode") && !parameter.path("explode").asBoolean());
    }
    JsonNode limit = schema(parameters, "limit");
    assertEquals("integer", limit.path("type").asText());
    assertEquals(1, limit.path("minimum").asInt());
    assertEquals(10_000, limit.path("maximum").asInt());
    assertEquals(10, limit.path("default").asInt());
    JsonNode box = schema(parameters, "bbox");
    assertEquals("array", box.path("type").asText());
    assertEquals(4, box.path("minItems").asInt());
    assertEquals(6, box.path("maxItems").asInt());
    assertEquals("number", box.at("/items/type").asText());
    assertEquals("string", schema(parameters, "datetime").path("type").asText());
  }

  private static JsonNode schema(JsonNode parameters, String name) {
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter.path("schema");
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  @Test
  void everyPropertyOfAFeatureIsAParameterAndAQueryable() {
    for (String id : List.of("incidents", "neighborhoods", "programs", "sites")) {
      Operation items = Objects.requireNonNull(api.getPaths().get("/collections/" + id + "/items"))
          .getGet();
      Set<String> declared = new HashSet<>();
      items.getParameters().forEach(parameter -> declared.add(parameter.getName()));
      JsonNode feature = server.json("/collections/" + id + "/items?limit=1").at("/features/0");
      JsonNode queryables = server.json("/collections/" + id + "/queryables").path("properties");
      feature.path("properties").fieldNames().forEachRemaining(name -> {
        assertTrue(declared.contains(name), id + " " + name);
        assertTrue(queryables.has(name), id + " " + name);
      });
      assertEquals(feature.path("properties").size() + 1, queryables.size());
    }
  }

  @Test
  void everyDeclaredPropertyFiltersToTheFeatureThatHasItsValue() {
    for (String id : List.of("incidents", "neighborhoods", "programs", "sites")) {
      JsonNode feature = server.json("/collections/" + id + "/items?limit=1").at("/features/0");
      feature.path("properties").properties().forEach(property -> {
        JsonNode value = property.getValue();
        JsonNode wanted = value.isArray() ? value.path(0) : value;
        if (!wanted.isNull() && !wanted.isMissingNode()) {
          String query =
              java.net.URLEncoder.encode(wanted.asText(), java.nio.charset.StandardCharsets.UTF_8);
          JsonNode found = server.json(
              "/collections/" + id + "/items?limit=10000&" + property.getKey() + "=" + query);
          List<String> ids = found.path("features").findValuesAsText("id");
          assertTrue(
              ids.contains(feature.path("id").asText()), id + " " + property + " " + ids.size());
        }
      });
    }
  }
}
