package org.lamplight.ingest;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Audit;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Deletion of a record that a court sealed, by the administrator of its city. */
public final class SealedRecordRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 200;
  private final Cities cities;
  private final SealedRecordStore store;
  private final Audit audit;

  public SealedRecordRoutes(Cities cities, SealedRecordStore store, Audit audit) {
    this.cities = cities;
    this.store = store;
    this.audit = audit;
  }

  public List<Route> routes() {
    return List.of(Route.post("/cities/{city}/sealed-records", Role.ADMINISTRATOR, this::seal));
  }

  private void seal(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    JsonNode body = body(ctx);
    Account account = Caller.of(ctx).account();
    SealedRecordStore.Sealing sealing = new SealedRecordStore.Sealing(
        text(body, "record"), account == null ? "" : account.name(), text(body, "reason"));
    // The trail names no record: who may read the trail must not learn the number again.
    int deleted = store.seal(
        city,
        sealing,
        incidents -> audit.write(Audit.Deed.done(
            ctx,
            "record.delete",
            Map.of("incidents", Integer.toString(incidents), "reason", sealing.reason()))));
    ctx.header("Cache-Control", Caching.NEVER);
    Body.json(ctx, Media.JSON, Map.of("deleted", deleted));
  }

  private static JsonNode body(Context ctx) {
    try {
      return JSON.readTree(ctx.bodyAsBytes());
    } catch (IOException e) {
      throw Fault.invalid("the body is not JSON that can be read");
    }
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body == null ? null : body.get(field);
    if (value == null || !value.isTextual() || value.asText().isBlank()) {
      throw Fault.invalid(field + ": a text is needed");
    }
    String text = value.asText().strip();
    require(text.length() <= LONGEST, field + ": is longer than " + LONGEST + " characters");
    return text;
  }
}
