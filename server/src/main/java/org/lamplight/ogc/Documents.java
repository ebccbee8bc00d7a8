package org.lamplight.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.http.Media;
import org.lamplight.ogc.process.ProcessPaths;

/** The JSON documents of OGC API Features, Part 1 (OGC 17-069r4) and Part 2 (OGC 18-058r1), with where its processes are. */
final class Documents {

  private static final List<String> FEATURES = List.of(
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
      "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");

  /** Features and Processes. */
  static final List<String> CONFORMANCE = conformanceClasses();

  static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private final City city;
  private final Addresses at;

  Documents(City city, Addresses at) {
    this.city = city;
    this.at = at;
  }

  private static List<String> conformanceClasses() {
    List<String> classes = new ArrayList<>(FEATURES);
    classes.addAll(ProcessPaths.CONFORMANCE);
    return List.copyOf(classes);
  }

  static String title(City city) {
    return city.profile().name().en() + ": incidents, areas and programs";
  }

  Map<String, Object> landing() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", title(city));
    document.put(
        "description",
        "What is recorded in " + city.profile().name().en()
            + " and what is done about it, served by Lamplight.");
    List<Link> links = new ArrayList<>(selfAndHtml(at.landing(), "This page"));
    links.add(new Link(at.api(), "service-desc", Link.OPENAPI_TYPE, "The API definition"));
    links.add(new Link(at.api() + "?f=html", "service-doc", "text/html", "The API for people"));
    links.add(json(at.conformance(), "conformance", "What this server conforms to"));
    links.add(json(at.collections(), "data", "The collections"));
    List<Map<String, Object>> all = new ArrayList<>(links(links));
    all.addAll(ProcessPaths.links(at.landing()));
    document.put("links", all);
    return document;
  }

  Map<String, Object> conformance() {
    Map<String, Object> document = new LinkedHashMap<>();
    List<String> classes = new ArrayList<>(CONFORMANCE);
    classes.addAll(TileDocuments.CONFORMANCE);
    document.put("conformsTo", classes);
    document.put("links", links(selfAndHtml(at.conformance(), "This page")));
    return document;
  }

  Map<String, Object> collections(List<Items> collections) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", links(selfAndHtml(at.collections(), "This page")));
    document.put("crs", Crs.of(city).stream().map(Crs::uri).toList());
    document.put("collections", collections.stream().map(this::collection).toList());
    return document;
  }

  Map<String, Object> collection(Items items) {
    Items.Description described = items.description();
    String id = described.id();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("title", described.title());
    document.put("description", described.description());
    List<Link> links = new ArrayList<>(selfAndHtml(at.collection(id), "This collection"));
    links.add(new Link(at.items(id), "items", Media.GEOJSON.type(), "Its features"));
    links.add(new Link(at.items(id) + "?f=html", "items", "text/html", "Its features as a page"));
    if (!id.equals(ProgramItems.ID)) {
      links.add(TileDocuments.link(at, id));
    }
    links.add(new Link(at.queryables(id), QUERYABLES, Link.SCHEMA.type(), "Its properties"));
    document.put("links", links(links));
    Map<String, Object> extent = extent(items.extent());
    if (!extent.isEmpty()) {
      document.put("extent", extent);
    }
    document.put("itemType", "feature");
    document.put("crs", Crs.of(city).stream().map(Crs::uri).toList());
    document.put("storageCrs", Crs.CRS84.uri());
    return document;
  }

  private static Map<String, Object> extent(Extent extent) {
    Map<String, Object> document = new LinkedHashMap<>();
    extent
        .box()
        .ifPresent(box -> document.put(
            "spatial",
            Map.of(
                "bbox",
                List.of(List.of(box.west(), box.south(), box.east(), box.north())),
                "crs",
                Crs.CRS84.uri())));
    if (extent.since() != null || extent.until() != null) {
      List<List<@Nullable String>> interval = List.of(Arrays.asList(
          extent.since() == null ? null : extent.since().toString(),
          extent.until() == null ? null : extent.until().toString()));
      document.put("temporal", Map.of("interval", interval, "trs", GREGORIAN));
    }
    return document;
  }

  /** The properties as a JSON Schema. */
  Map<String, Object> queryables(Items.Description collection) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("geometry", Map.of("title", "Where it is", "format", collection.geometry()));
    for (Property property : collection.properties()) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("title", property.title());
      schema.putAll(property.schema(false));
      properties.put(property.name(), schema);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", at.queryables(collection.id()));
    document.put("type", "object");
    document.put("title", collection.title());
    document.put("description", collection.description());
    document.put("properties", properties);
    document.put("additionalProperties", false);
    return document;
  }

  private static List<Link> selfAndHtml(String href, String title) {
    return List.of(
        json(href, "self", title),
        new Link(href + "?f=html", "alternate", "text/html", title + " as HTML"));
  }

  private static Link json(String href, String rel, String title) {
    return new Link(href, rel, Media.JSON.type(), title);
  }

  static List<Map<String, Object>> links(List<Link> links) {
    return links.stream().map(Link::json).toList();
  }
}
