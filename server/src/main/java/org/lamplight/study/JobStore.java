package org.lamplight.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;

/** Jobs in the database. */
public final class JobStore {

  private final Database database;

  /**
   * The store.
   *
   * @param database a pool of the role of staff
   */
  public JobStore(Database database) {
    this.database = database;
  }

  /** A job to be kept. */
  record NewJob(String id, Jobs.Request request) {}

  void insert(City city, NewJob job, long keptSeconds) {
    database
        .jdbi()
        .useHandle(handle -> handle
            .createUpdate(Sql.load("study/insert_job"))
            .bind("id", job.id())
            .bind("city", city.id())
            .bindBySqlType("account", job.request().owner().account(), Types.BIGINT)
            .bindBySqlType("account_name", job.request().owner().name(), Types.VARCHAR)
            .bindBySqlType("client", job.request().owner().client(), Types.VARCHAR)
            .bind("process", job.request().process())
            .bind("request", job.request().text())
            .bind("stored", job.request().stored())
            .bind("sensitive", job.request().sensitive())
            .bind("seconds", (double) keptSeconds)
            .execute());
  }

  void start(String id) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.createUpdate(Sql.load("study/start_job")).bind("id", id).execute());
  }

  /** How a job ended. */
  record End(
      Job.Status status,
      @Nullable String message,
      Fault.@Nullable Kind fault,
      @Nullable String result) {}

  void finish(String id, End end) {
    database
        .jdbi()
        .useHandle(handle -> handle
            .createUpdate(Sql.load("study/finish_job"))
            .bind("id", id)
            .bind("status", end.status().id())
            .bindBySqlType("message", end.message(), Types.VARCHAR)
            .bindBySqlType("fault", end.fault() == null ? null : end.fault().name(), Types.VARCHAR)
            .bindBySqlType("result", end.result(), Types.VARCHAR)
            .execute());
  }

  void dismiss(String id) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.createUpdate(Sql.load("study/dismiss_job")).bind("id", id).execute());
  }

  Optional<Job> find(City city, String id) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/find_job"))
            .bind("city", city.id())
            .bind("id", id)
            .map((row, context) -> job(row))
            .findOne());
  }

  List<Job> list(City city, Job.Owner owner, JobSearch search) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/list_jobs"))
            .bind("city", city.id())
            .bindBySqlType("account", owner.account(), Types.BIGINT)
            .bindBySqlType("client", owner.client(), Types.VARCHAR)
            .bindArray("processes", String.class, search.processes())
            .bindArray("statuses", String.class, search.statuses())
            .bindBySqlType("since", utc(search.since()), Types.TIMESTAMP_WITH_TIMEZONE)
            .bindBySqlType("until", utc(search.until()), Types.TIMESTAMP_WITH_TIMEZONE)
            .bindBySqlType("least", search.leastSeconds(), Types.DOUBLE)
            .bindBySqlType("most", search.mostSeconds(), Types.DOUBLE)
            .bind("skip", search.skip())
            .bind("limit", search.limit())
            .map((row, context) -> job(row))
            .list());
  }

  /** Says that these are still alive; returns those of them that nobody has ended meanwhile. */
  Set<String> beat(Collection<String> ids) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("study/beat_jobs"))
            .bindArray("ids", String.class, ids)
            .mapTo(String.class)
            .set());
  }

  /** Ends the jobs that a server left behind, which are those not heard of for so long; returns how many. */
  int failBroken(String message, Duration silence) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createUpdate(Sql.load("study/fail_broken_jobs"))
            .bind("message", message)
            .bind("seconds", (double) silence.toSeconds())
            .execute());
  }

  void purge() {
    database
        .jdbi()
        .useHandle(handle -> handle.createUpdate(Sql.load("study/purge_jobs")).execute());
  }

  private static Job job(ResultSet row) throws SQLException {
    long account = row.getLong("account");
    Long owner = row.wasNull() ? null : account;
    String fault = row.getString("fault");
    Job.Status status = Job.Status.of(row.getString("status"));
    return new Job(
        row.getString("id"),
        row.getString("process"),
        row.getString("request"),
        status,
        status == Job.Status.SUCCESSFUL ? 100 : 0,
        row.getString("message"),
        fault == null ? null : Fault.Kind.valueOf(fault),
        new Job.Owner(owner, null, row.getString("client")),
        row.getBoolean("stored"),
        row.getBoolean("sensitive"),
        new Job.Times(
            instant(row.getObject("created_at", OffsetDateTime.class)),
            maybe(row.getObject("started_at", OffsetDateTime.class)),
            maybe(row.getObject("finished_at", OffsetDateTime.class)),
            instant(row.getObject("updated_at", OffsetDateTime.class))),
        row.getString("result"));
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static @Nullable Instant maybe(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
