package org.lamplight.release;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.DatabaseFaults;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases that are being built in the background, and those that wait for an administrator's yes; one is built at a time. */
final class Previews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final int MOST = 8;
  private static final Duration KEPT = Duration.ofHours(2);

  private final Publishing publishing;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private int last;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "release-preview");
    thread.setDaemon(true);
    return thread;
  });

  Previews(Publishing publishing) {
    this.publishing = publishing;
  }

  /** How a preview stands. */
  enum State {
    RUNNING,
    READY,
    FAILED
  }

  /** One preview. */
  static final class Job {
    private final City city;
    private final long began = System.nanoTime();
    private volatile State state = State.RUNNING;
    private volatile double fraction;
    private volatile String words = "waiting";
    private volatile boolean cancelled;
    private volatile Publishing.@Nullable Ready ready;

    Job(City city) {
      this.city = city;
    }

    State state() {
      return state;
    }

    double fraction() {
      return fraction;
    }

    String words() {
      return words;
    }

    Publishing.@Nullable Ready ready() {
      return ready;
    }

    private void at(double share, String what) {
      if (cancelled) {
        throw new Fault(Fault.Kind.CONFLICT, "cancelled");
      }
      fraction = share;
      words = what;
    }

    private void fail(String why) {
      words = why;
      state = State.FAILED;
    }
  }

  /** Begins one; BUSY while too many are waiting. */
  synchronized String begin(City city) {
    forgetOld();
    if (jobs.size() >= MOST) {
      throw new Fault(Fault.Kind.BUSY, "too many previews wait: cancel one, or try later");
    }
    String id = Integer.toString(++last);
    Job job = new Job(city);
    jobs.put(id, job);
    worker.execute(() -> build(job));
    return id;
  }

  private void forgetOld() {
    Iterator<Job> each = jobs.values().iterator();
    while (each.hasNext()) {
      Job job = each.next();
      boolean old = System.nanoTime() - job.began > KEPT.toNanos();
      boolean over = job.state == State.FAILED && jobs.size() >= MOST;
      if (job.state != State.RUNNING && (old || over)) {
        each.remove();
      }
    }
  }

  private void build(Job job) {
    try {
      job.at(0, "counting");
      Optional<Publishing.Ready> built = publishing.build(job.city, job::at);
      if (built.isEmpty()) {
        job.fail(Publishing.NOTHING_NEW);
      } else {
        job.ready = built.get();
        job.fraction = 1;
        job.state = State.READY;
      }
    } catch (RuntimeException | Error e) {
      Fault fault = e instanceof Fault f ? f : DatabaseFaults.of(e).orElse(null);
      job.fail(fault == null ? "something is wrong on our side" : fault.sentence());
      if (fault == null) {
        LOG.error("preview of {} failed", job.city.slug(), e);
      }
    }
  }

  /** The preview of that city; MISSING when there is none. */
  synchronized Job get(City city, String id) {
    Job job = jobs.get(id);
    if (job == null || !job.city.slug().equals(city.slug())) {
      throw Fault.missing("there is no such preview");
    }
    return job;
  }

  /** What waits for a yes; CONFLICT while it is built, or when that failed. */
  Publishing.Ready ready(City city, String id) {
    Job job = get(city, id);
    Publishing.Ready ready = job.ready();
    if (ready == null) {
      throw new Fault(Fault.Kind.CONFLICT, "the preview is not ready: " + job.words());
    }
    return ready;
  }

  /** Ends the building of one, or throws a ready one away. */
  synchronized void cancel(City city, String id) {
    get(city, id).cancelled = true;
    jobs.remove(id);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
