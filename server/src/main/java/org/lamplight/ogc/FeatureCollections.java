package org.lamplight.ogc;

import static org.lamplight.http.JsonWriter.bytes;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Media;
import org.lamplight.http.Params;

/** Pages of features, and single ones, as GeoJSON with their links. */
final class FeatureCollections {

  private static final byte[] LINKS = bytes(",\"links\":[");

  private final Addresses at;
  private final Items items;
  private final String id;

  FeatureCollections(Addresses at, Items items) {
    this.at = at;
    this.items = items;
    this.id = items.description().id();
  }

  /** Writes a page as it is read; what is known only at its end, the next link among it, follows the features. */
  void write(ItemsRequest request, Params params, Media asked, long matched, OutputStream out) {
    JsonWriter json = new JsonWriter(out);
    json.raw(bytes("{\"type\":\"FeatureCollection\",\"timeStamp\":"))
        .instant(Instant.now().truncatedTo(ChronoUnit.SECONDS))
        .raw(bytes(",\"numberMatched\":"))
        .number(matched)
        .raw(bytes(",\"features\":[\n"));
    PageEnd end = items.write(request.page(), json);
    json.raw(bytes("\n],\"numberReturned\":")).number(end.written());
    links(json, pageLinks(params, asked, end.last()));
    json.one('}').flush();
  }

  private List<Link> pageLinks(Params params, Media asked, Optional<String> last) {
    Media other = asked.equals(Media.HTML) ? Media.GEOJSON : Media.HTML;
    List<Link> links = new ArrayList<>();
    links.add(page(params, asked, "self", "This page"));
    links.add(page(params, other, "alternate", "This page in another format"));
    last.ifPresent(feature -> {
      Params onward = params.with("cursor", Cursor.encode(feature));
      links.add(page(onward, asked, "next", "The next page"));
    });
    links.add(collection());
    return links;
  }

  private Link page(Params params, Media media, String rel, String title) {
    return new Link(
        at.items(id) + params.with("f", media.f()).query(), rel, media.linkType(), title);
  }

  private Link collection() {
    return new Link(at.collection(id), "collection", Media.JSON.type(), "The collection");
  }

  /** Writes one feature; false when there is none of that id. */
  boolean writeOne(String feature, Crs crs, Params params, Media asked, OutputStream out) {
    JsonWriter json = new JsonWriter(out);
    if (!items.writeOne(feature, crs, json)) {
      return false;
    }
    Media other = asked.equals(Media.HTML) ? Media.GEOJSON : Media.HTML;
    links(
        json,
        List.of(
            one(feature, params, asked, "self", "This feature"),
            one(feature, params, other, "alternate", "This feature in another format"),
            collection()));
    json.one('}').flush();
    return true;
  }

  private Link one(String feature, Params params, Media media, String rel, String title) {
    return new Link(
        at.item(id, feature) + params.with("f", media.f()).query(), rel, media.linkType(), title);
  }

  private static void links(JsonWriter json, List<Link> links) {
    json.raw(LINKS);
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      json.raw(bytes(i == 0 ? "{\"href\":" : ",{\"href\":"))
          .string(link.href())
          .raw(bytes(",\"rel\":"))
          .string(link.rel())
          .raw(bytes(",\"type\":"))
          .string(link.type())
          .raw(bytes(",\"title\":"))
          .string(link.title())
          .one('}');
    }
    json.one(']');
  }
}
