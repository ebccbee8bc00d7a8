package org.lamplight.ingest;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Import of a file of incidents from the browser, its progress, its report, and its undo. */
public final class UploadRoutes {

  /** An analyst's file. */
  private static final long LIMIT = 500_000_000L;

  /** The file of an analyst who administers the city too. */
  private static final long ADMINISTRATORS_LIMIT = 2_000_000_000L;

  private static final int LONGEST_NAME = 120;
  private final Cities cities;
  private final Uploads uploads;
  private final Audit audit;

  public UploadRoutes(Cities cities, Uploads uploads, Audit audit) {
    this.cities = cities;
    this.uploads = uploads;
    this.audit = audit;
  }

  public List<Route> routes() {
    return List.of(
        Route.upload("/cities/{city}/uploads", Role.ANALYST, this::take),
        Route.get("/cities/{city}/uploads/{id}", Role.ANALYST, this::one),
        Route.get("/cities/{city}/uploads/{id}/report", Role.ANALYST, this::report),
        Route.post("/cities/{city}/imports/{run}/undo", Role.ANALYST, this::undo));
  }

  private void take(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    String name = Params.of(ctx, List.of("name"))
        .find("name")
        .orElseThrow(() -> Fault.invalid("name: what the file is called is needed"));
    require(
        name.length() <= LONGEST_NAME && name.matches("[\\p{L}\\p{N}_()+ -][\\p{L}\\p{N}._()+ -]*"),
        "name: must be the name of a file, without a folder");
    long limit = Caller.of(ctx).may(Role.ADMINISTRATOR) ? ADMINISTRATORS_LIMIT : LIMIT;
    if (ctx.req().getContentLengthLong() > limit) {
      throw new Fault(Fault.Kind.TOO_LARGE, "the file is larger than " + limit / 1_000_000 + " MB");
    }
    audit.write(Audit.Deed.done(ctx, "import.upload", Map.of("file", name)));
    Upload upload = uploads.take(city, name, account(ctx), ctx.bodyInputStream(), limit);
    ctx.status(202);
    answer(ctx, upload.document());
  }

  private void one(Context ctx) {
    answer(ctx, find(ctx).document());
  }

  private void report(Context ctx) {
    Path file = find(ctx).reportFile();
    if (!Files.isRegularFile(file)) {
      throw Fault.missing("there is no report yet");
    }
    ctx.header("Cache-Control", Caching.NEVER);
    ctx.header("Content-Disposition", "attachment; filename=\"import-report.csv\"");
    Body.stream(ctx, "text/csv;charset=utf-8", out -> Files.copy(file, out));
  }

  private void undo(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    String run = ctx.pathParam("run");
    if (!run.matches("\\d{1,9}")) {
      throw Fault.missing("no import has the number " + run);
    }
    Importer.Undone undone = uploads.undo(city, Integer.parseInt(run), account(ctx));
    answer(ctx, Map.of("removed", undone.removed(), "restored", undone.restored()));
  }

  private Upload find(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    return uploads
        .find(city, ctx.pathParam("id"))
        .orElseThrow(() -> Fault.missing("there is no such upload"));
  }

  private static String account(Context ctx) {
    Account account = Caller.of(ctx).account();
    return account == null ? "" : account.name();
  }

  private static void answer(Context ctx, Object document) {
    ctx.header("Cache-Control", Caching.NEVER);
    Body.json(ctx, Media.JSON, document);
  }
}
