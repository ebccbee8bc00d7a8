package org.lamplight.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Audit;
import org.lamplight.http.Body;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The audit trail for the administrators of a city, and for each account what it did itself. */
final class AuditRoutes {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Media CSV = new Media("csv", "text/csv;charset=utf-8", List.of());
  private static final Set<String> KNOWN =
      Set.of("limit", "before", "actor", "action", "outcome", "f");
  private static final List<String> COLUMNS =
      List.of("id", "at", "action", "outcome", "actor", "from", "city", "details");
  private final AuditReadStore entries;
  private final Audit audit;
  private final Set<String> cities;

  AuditRoutes(AuditReadStore entries, Audit audit, Set<String> cities) {
    this.entries = entries;
    this.audit = audit;
    this.cities = cities;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/cities/{city}/audit", Role.ADMINISTRATOR, Answers.of(this::list)),
        Route.get("/account/audit", Role.SIGNED_IN, Answers.of(this::own)));
  }

  private void own(Context ctx) {
    Params params = Params.of(ctx, Set.of("limit", "before"));
    int limit = params.atMost("limit", 100, 1, 1_000);
    List<AuditEntry> found =
        entries.own(Answers.proof(ctx).account().name(), before(params), limit);
    answer(ctx, found, found.size() < limit ? null : next("/account/audit", params, found));
  }

  private static void answer(Context ctx, List<AuditEntry> found, @Nullable String next) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("entries", found.stream().map(AuditRoutes::document).toList());
    document.put("next", next);
    Answers.json(ctx, 200, document);
  }

  private void list(Context ctx) {
    String city = Answers.city(ctx, cities);
    Params params = Params.of(ctx, KNOWN);
    Media media = Negotiation.choose(ctx, params, List.of(Media.JSON, CSV));
    AuditReadStore.Search search = search(ctx, city, params);
    List<AuditEntry> found = entries.search(search);
    if (media.equals(CSV)) {
      audit.write(Audit.Deed.done(ctx, "audit.export", Map.of("entries", found.size() + "")));
      Body.send(ctx, CSV.type(), csv(found).getBytes(StandardCharsets.UTF_8));
      return;
    }
    answer(
        ctx,
        found,
        found.size() < search.limit() ? null : next("/cities/" + city + "/audit", params, found));
  }

  private static AuditReadStore.Search search(Context ctx, String city, Params params) {
    String outcome = params.find("outcome").orElse(null);
    Fault.require(
        outcome == null || Set.of("done", "refused", "failed").contains(outcome),
        "outcome: must be done, refused or failed");
    return new AuditReadStore.Search(
        city,
        Answers.proof(ctx)
            .account()
            .roles()
            .getOrDefault(Account.EVERY_CITY, Set.of())
            .contains(Role.ADMINISTRATOR),
        before(params),
        params.find("actor").orElse(null),
        params.find("action").orElse(null),
        outcome,
        params.atMost("limit", 100, 1, 10_000));
  }

  private static long before(Params params) {
    String before = params.find("before").orElse(Long.toString(Long.MAX_VALUE));
    Fault.require(
        before.matches("[1-9]\\d{0,18}"), "before: must be the number of an entry, from 1");
    try {
      return Long.parseLong(before);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static String next(String path, Params params, List<AuditEntry> found) {
    String last = Long.toString(found.get(found.size() - 1).id());
    return path + params.with("before", last).query();
  }

  private static Map<String, @Nullable Object> document(AuditEntry entry) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", entry.id());
    document.put("at", entry.at().toString());
    document.put("action", entry.action());
    document.put("outcome", entry.outcome());
    document.put("actor", entry.actor());
    document.put("from", entry.from());
    document.put("city", entry.city());
    try {
      document.put("details", JSON.readTree(entry.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return document;
  }

  static String csv(List<AuditEntry> entries) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(COLUMNS);
      for (AuditEntry entry : entries) {
        writer.writeRecord(Stream.of(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.action(),
                entry.outcome(),
                entry.actor(),
                entry.from(),
                entry.city(),
                entry.details())
            .map(AuditRoutes::cell)
            .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A cell that a spreadsheet would take for a formula gets an apostrophe. */
  private static String cell(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
