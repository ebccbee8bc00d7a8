package org.lamplight.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.ogc.process.ProcessPaths;

/**
 * The API definition (OpenAPI 3.0). Every collection has literal paths of its own and nothing is a reference, because clients
 * and test suites look there for the parameters that a collection has.
 */
final class OpenApi {

  private final City city;
  private final Addresses at;
  private final Map<String, Object> paths = new LinkedHashMap<>();

  private OpenApi(City city, Addresses at) {
    this.city = city;
    this.at = at;
  }

  static Map<String, Object> document(City city, Addresses at, List<Items> collections) {
    return new OpenApi(city, at).document(collections);
  }

  private Map<String, Object> document(List<Items> collections) {
    Map<String, Object> f = parameter("f", "Format", format("json", "html"));
    add("/", "getLandingPage", "Landing page", "application/json", List.of(f));
    add("/conformance", "getConformance", "Conformance", "application/json", List.of(f));
    add("/api", "getApiDefinition", "This definition", Link.OPENAPI_TYPE, List.of(f));
    add("/collections", "getCollections", "The collections", "application/json", List.of(f));
    collections.forEach(items -> addCollection(items.description(), f));
    paths.putAll(ProcessPaths.paths());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", Documents.title(city), "version", "1.0"));
    document.put("servers", List.of(Map.of("url", at.landing())));
    document.put("paths", paths);
    return document;
  }

  private void addCollection(Items.Description collection, Map<String, Object> f) {
    String id = collection.id();
    String path = "/collections/" + id;
    String title = collection.title();
    add(path, "get." + id, title, "application/json", List.of(f));
    add(
        path + "/queryables",
        "getQueryables." + id,
        title + ": properties",
        Link.SCHEMA.type(),
        List.of(f));
    add(
        path + "/items",
        "getItems." + id,
        title + ": features",
        "application/geo+json",
        items(collection));
    Map<String, Object> featureId = new LinkedHashMap<>();
    featureId.put("name", "featureId");
    featureId.put("in", "path");
    featureId.put("required", true);
    featureId.put("schema", Map.of("type", "string"));
    add(
        path + "/items/{featureId}",
        "getItem." + id,
        title + ": one feature",
        "application/geo+json",
        List.of(featureId, f, crs("crs", "CRS of the coordinates")));
    if (!id.equals(ProgramItems.ID)) {
      addTiles(collection);
    }
  }

  private void addTiles(Items.Description collection) {
    String id = collection.id();
    String path = "/collections/" + id + "/tiles";
    String title = collection.title();
    Map<String, Object> f = parameter("f", "Format", format("json"));
    add(path, id + ".getTileSetsList", title + ": tilesets", "application/json", List.of(f));
    add(
        path + "/" + TileDocuments.SCHEME,
        id + ".getTileSet",
        title + ": tileset",
        "application/json",
        List.of(f));
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (String name : List.of("tileMatrix", "tileRow", "tileCol")) {
      Map<String, Object> number = new LinkedHashMap<>();
      number.put("name", name);
      number.put("in", "path");
      number.put("required", true);
      number.put("schema", Map.of("type", "string"));
      parameters.add(number);
    }
    parameters.add(parameter("f", "Format", format("mvt")));
    if (id.equals(IncidentItems.ID)) {
      parameters.add(parameter(
          "datetime",
          "Instant, date, or interval of two with a slash between; .. is an open end",
          Map.of("type", "string")));
      collection.properties().forEach(property -> parameters.add(filter(property)));
      collection.parameters().forEach(property -> parameters.add(filter(property)));
    }
    add(
        path + "/" + TileDocuments.SCHEME + "/{tileMatrix}/{tileRow}/{tileCol}",
        id + ".getTile",
        title + ": a vector tile",
        TileDocuments.TILE_TYPE,
        parameters);
  }

  private List<Map<String, Object>> items(Items.Description collection) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    parameters.add(parameter("f", "Format", format("json", "html")));
    parameters.add(parameter("limit", "How many features at most", limit()));
    parameters.add(parameter("bbox", "Box that the features meet", box()));
    parameters.add(crs("bbox-crs", "CRS of the box"));
    parameters.add(crs("crs", "CRS of the coordinates"));
    parameters.add(parameter(
        "datetime",
        "Instant, date, or interval of two with a slash between; .. is an open end",
        Map.of("type", "string")));
    parameters.add(
        parameter("cursor", "Where to go on, as next links say", Map.of("type", "string")));
    collection.properties().forEach(property -> parameters.add(filter(property)));
    collection.parameters().forEach(property -> parameters.add(filter(property)));
    return parameters;
  }

  private static Map<String, Object> filter(Property property) {
    return parameter(property.name(), property.title(), property.schema(true));
  }

  private static Map<String, Object> limit() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", 1);
    schema.put("maximum", ItemsRequest.MOST);
    schema.put("default", ItemsRequest.DEFAULT_LIMIT);
    return schema;
  }

  private static Map<String, Object> box() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("minItems", 4);
    schema.put("maxItems", 6);
    schema.put("items", Map.of("type", "number"));
    return schema;
  }

  private Map<String, Object> crs(String name, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("format", "uri");
    schema.put("default", Crs.CRS84.uri());
    schema.put("enum", Crs.of(city).stream().map(Crs::uri).toList());
    return parameter(name, description, schema);
  }

  private static Map<String, Object> format(String... values) {
    return Map.of("type", "string", "enum", List.of(values));
  }

  private static Map<String, Object> parameter(
      String name, String description, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("required", false);
    parameter.put("style", "form");
    parameter.put("explode", false);
    parameter.put("schema", schema);
    return parameter;
  }

  private void add(
      String path,
      String operation,
      String summary,
      String type,
      List<Map<String, Object>> parameters) {
    Map<String, Object> ok = new LinkedHashMap<>();
    ok.put("description", summary);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(type, Map.of("schema", Map.of("type", "object")));
    content.put("text/html", Map.of("schema", Map.of("type", "string")));
    ok.put("content", content);
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", ok);
    responses.put("400", problem("A parameter is wrong; the detail names it"));
    responses.put("404", problem("There is no such thing"));
    responses.put("406", problem("None of the formats is acceptable"));
    responses.put("500", problem("Something is wrong on the server's side"));
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", operation);
    get.put("summary", summary);
    get.put("parameters", parameters);
    get.put("responses", responses);
    paths.put(path, Map.of("get", get));
  }

  private static Map<String, Object> problem(String description) {
    return Map.of(
        "description",
        description,
        "content",
        Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))));
  }
}
