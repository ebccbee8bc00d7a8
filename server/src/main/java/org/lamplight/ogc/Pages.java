package org.lamplight.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lamplight.city.City;
import org.lamplight.http.Html;

/** The pages for people: plain, with a heading, a trail back, and tables; no script. */
final class Pages {

  /** A step of the trail. */
  private record Step(String title, String href) {}

  private final City city;
  private final Addresses at;

  Pages(City city, Addresses at) {
    this.city = city;
    this.at = at;
  }

  byte[] landing() {
    return page(Documents.title(city), List.of(), html -> {
      html.element(
          "p",
          "What is recorded in " + city.profile().name().en()
              + " and what is done about it, as open standards (OGC API Features).");
      html.open("ul");
      item(html, at.collections() + "?f=html", "Collections");
      item(html, at.landing() + "/processes", "Processes, as JSON");
      item(html, at.api() + "?f=html", "API");
      item(html, at.conformance() + "?f=html", "Conformance");
      item(html, at.landing() + "?f=json", "This page as JSON");
      html.close("ul");
    });
  }

  byte[] conformance() {
    return page("Conformance", trail(), html -> {
      html.open("ul");
      Documents.CONFORMANCE.forEach(each -> html.element("li", each));
      html.close("ul");
      asJson(html, at.conformance() + "?f=json");
    });
  }

  byte[] collections(List<Items> collections) {
    return page("Collections", trail(), html -> {
      html.open("ul");
      for (Items items : collections) {
        Items.Description described = items.description();
        html.open("li").link(at.collection(described.id()) + "?f=html", described.title());
        html.element("p", described.description()).close("li");
      }
      html.close("ul");
      asJson(html, at.collections() + "?f=json");
    });
  }

  byte[] collection(Items items) {
    Items.Description described = items.description();
    String id = described.id();
    return page(described.title(), toCollections(), html -> {
      html.element("p", described.description());
      html.open("p").link(at.items(id) + "?f=html", "Features").close("p");
      html.open("dl");
      items
          .extent()
          .box()
          .ifPresent(box -> pair(
              html,
              "Extent",
              box.west() + ", " + box.south() + " to " + box.east() + ", " + box.north()));
      if (items.extent().since() != null) {
        pair(html, "From", items.extent().since().toString());
      }
      if (items.extent().until() != null) {
        pair(html, "Until", items.extent().until().toString());
      }
      html.close("dl");
      properties(html, described);
      asJson(html, at.collection(id) + "?f=json");
    });
  }

  byte[] queryables(Items.Description described) {
    return page(described.title() + ": properties", toCollection(described), html -> {
      properties(html, described);
      asJson(html, at.queryables(described.id()) + "?f=json");
    });
  }

  private static void properties(Html html, Items.Description described) {
    html.open("table").element("caption", "Properties, each also a query parameter");
    heads(html, List.of("Name", "What it is"));
    html.open("tbody");
    for (Property property : described.properties()) {
      html.open("tr").element("th", property.name(), "scope", "row");
      html.element("td", property.title()).close("tr");
    }
    html.close("tbody").close("table");
  }

  /** A page of features, from the same GeoJSON that programs get. */
  byte[] items(Items.Description described, JsonNode collection) {
    String id = described.id();
    return page(described.title() + ": features", toCollection(described), html -> {
      html.element(
          "p",
          collection.path("numberReturned").asText() + " of "
              + collection.path("numberMatched").asText() + " features");
      html.open(
          "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Features");
      html.open("table");
      List<String> names = described.properties().stream().map(Property::name).toList();
      List<String> heads = new ArrayList<>(List.of("Feature"));
      heads.addAll(names);
      heads(html, heads);
      html.open("tbody");
      for (JsonNode feature : collection.path("features")) {
        String number = feature.path("id").asText();
        html.open("tr").open("th", "scope", "row");
        html.link(at.item(id, number) + "?f=html", number).close("th");
        names.forEach(
            name -> html.element("td", shown(feature.path("properties").path(name))));
        html.close("tr");
      }
      html.close("tbody").close("table").close("div");
      link(collection, "next", "text/html")
          .ifPresent(next -> html.open("p").link(next, "Next page").close("p"));
      link(collection, "alternate", "application/geo+json").ifPresent(json -> asJson(html, json));
    });
  }

  byte[] item(Items.Description described, JsonNode feature) {
    String id = feature.path("id").asText();
    List<Step> trail = new ArrayList<>(toCollection(described));
    trail.add(new Step("Features", at.items(described.id()) + "?f=html"));
    return page(described.title() + ": " + id, trail, html -> {
      html.open("table").open("tbody");
      feature.path("properties").properties().forEach(property -> {
        html.open("tr").element("th", property.getKey(), "scope", "row");
        html.element("td", shown(property.getValue())).close("tr");
      });
      html.open("tr").element("th", "geometry", "scope", "row");
      html.element("td", place(feature.path("geometry"))).close("tr");
      html.close("tbody").close("table");
      link(feature, "alternate", "application/geo+json").ifPresent(json -> asJson(html, json));
    });
  }

  byte[] api(JsonNode document) {
    return page("API", trail(), html -> {
      document.path("paths").properties().forEach(path -> {
        JsonNode get = path.getValue().path("get");
        html.element("h2", "GET " + path.getKey())
            .element("p", get.path("summary").asText());
        html.open("details").element("summary", "Parameters").open("ul");
        get.path("parameters")
            .forEach(parameter -> html.open("li")
                .element("code", parameter.path("name").asText())
                .text(" " + parameter.path("description").asText("in the path"))
                .close("li"));
        html.close("ul").close("details");
      });
      html.open("p").link(at.api() + "?f=json", "As OpenAPI 3.0").close("p");
    });
  }

  private byte[] page(String title, List<Step> trail, Consumer<Html> body) {
    Html html = new Html().doctype().open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title + " - Lamplight");
    html.open("link", "rel", "stylesheet", "href", stylesheet()).close("head");
    html.open("body").open("header").open("nav", "aria-label", "Where you are").open("ol");
    html.open("li").link(at.base() + "/", "Lamplight").close("li");
    trail.forEach(step -> html.open("li").link(step.href(), step.title()).close("li"));
    html.close("ol").close("nav").close("header").open("main").element("h1", title);
    body.accept(html);
    return html.close("main").close("body").close("html").bytes();
  }

  /** Without the host: the page may be read under another name of the server. */
  private String stylesheet() {
    return URI.create(at.base()).getPath() + "/style/ogc.css";
  }

  private List<Step> trail() {
    return List.of(new Step(city.profile().name().en(), at.landing() + "?f=html"));
  }

  private List<Step> toCollections() {
    List<Step> trail = new ArrayList<>(trail());
    trail.add(new Step("Collections", at.collections() + "?f=html"));
    return trail;
  }

  private List<Step> toCollection(Items.Description described) {
    List<Step> trail = new ArrayList<>(toCollections());
    trail.add(new Step(described.title(), at.collection(described.id()) + "?f=html"));
    return trail;
  }

  private static void heads(Html html, List<String> names) {
    html.open("thead").open("tr");
    names.forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead");
  }

  private static void item(Html html, String href, String text) {
    html.open("li").link(href, text).close("li");
  }

  private static void pair(Html html, String name, String value) {
    html.element("dt", name).element("dd", value);
  }

  private static void asJson(Html html, String href) {
    html.open("p").link(href, "As JSON").close("p");
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asText()));
      return String.join(", ", parts);
    }
    return value.getNodeType() == JsonNodeType.NULL ? "" : value.asText();
  }

  private static String place(JsonNode geometry) {
    return switch (geometry.path("type").asText()) {
      case "" -> "no place";
      case "null" -> "no place";
      case "Point" -> geometry.path("coordinates").toString();
      default -> geometry.path("type").asText();
    };
  }

  private static Optional<String> link(JsonNode document, String rel, String type) {
    for (JsonNode link : document.path("links")) {
      if (link.path("rel").asText().equals(rel) && link.path("type").asText().equals(type)) {
        return Optional.of(link.path("href").asText());
      }
    }
    return Optional.empty();
  }
}
