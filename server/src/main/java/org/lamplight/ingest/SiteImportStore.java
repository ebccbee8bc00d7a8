package org.lamplight.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lamplight.city.City;
import org.lamplight.db.Sql;

/** Writes programs and sites, and says what changed. */
final class SiteImportStore {

  private final Handle handle;
  private final City city;

  SiteImportStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  /** How one row came in. */
  enum Outcome {
    INSERTED,
    UPDATED,
    UNCHANGED
  }

  Set<String> programs() {
    return handle
        .createQuery("select slug from program where city = :city")
        .bind("city", city.id())
        .mapTo(String.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /** A program of the profile, unless one of that name is there already. */
  void addProgram(ProgramRow program) {
    bound(handle.createUpdate(Sql.load("ingest/add_program")), program).execute();
  }

  Outcome storeProgram(ProgramRow program, int run) {
    return outcome(
        bound(handle.createQuery(Sql.load("ingest/upsert_program")), program).bind("run", run));
  }

  private <S extends SqlStatement<S>> S bound(S statement, ProgramRow program) {
    return statement
        .bind("city", city.id())
        .bind("slug", program.slug())
        .bind("name", program.name())
        .bind("name_es", program.nameEs())
        .bind("operator", program.operator())
        .bind("description", program.description())
        .bind("sign", program.sign())
        .bind("source", program.source());
  }

  Outcome storeSite(SiteRow site, List<String> flags, int run) {
    SiteRow.Facts facts = site.facts();
    SiteRow.Schedule schedule = site.schedule();
    return outcome(handle
        .createQuery(Sql.load("ingest/upsert_site"))
        .bind("city", city.id())
        .bind("srid", city.profile().metricSrid())
        .bind("run", run)
        .bind("program", site.program())
        .bind("slug", site.slug())
        .bind("name", site.name())
        .bind("site_type", facts.siteType())
        .bind("address", facts.address())
        .bind("status", facts.status())
        .bind("opened_on", facts.openedOn())
        .bind("opened_precision", facts.openedPrecision())
        .bind("closed_on", facts.closedOn())
        .bindArray("listed_years", Short.class, facts.listedYears())
        .bind("season_from", schedule.seasonFrom())
        .bind("season_until", schedule.seasonUntil())
        .bindArray("weekdays", Short.class, schedule.weekdays())
        .bind("hours_from", schedule.hoursFrom())
        .bind("hours_until", schedule.hoursUntil())
        .bind("schedule_note", schedule.note())
        .bind("place_precision", facts.placePrecision())
        .bind("place_source", facts.placeSource())
        .bind("note", facts.note())
        .bind("source", facts.source())
        .bind("wkb", site.wkb())
        .bindArray("flags", String.class, flags));
  }

  /** The statement answers nothing for a row that is as it was. */
  private static Outcome outcome(Query query) {
    return query
        .mapTo(Boolean.class)
        .findOne()
        .map(inserted -> inserted ? Outcome.INSERTED : Outcome.UPDATED)
        .orElse(Outcome.UNCHANGED);
  }

  /** Sites that a run saw again. */
  void seen(List<String> slugs, int run) {
    handle
        .createUpdate("update site set last_run = :run where city = :city and slug = any (:slugs)")
        .bind("city", city.id())
        .bind("run", run)
        .bindArray("slugs", String.class, slugs)
        .execute();
  }

  /** Whether the place lies in the city; true as long as the city's areas are not loaded. */
  boolean inCity(byte[] wkb) {
    return handle
        .createQuery(Sql.load("ingest/site_in_city"))
        .bind("city", city.id())
        .bind("set", city.profile().cityAreas())
        .bind("wkb", wkb)
        .mapTo(Boolean.class)
        .one();
  }
}
