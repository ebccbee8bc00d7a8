package org.lamplight.study;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that answers at once, and work that answers later and is kept in the database meanwhile. */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration KEPT_FOR_ANYBODY = Duration.ofHours(1);
  private static final int LARGEST_RESULT = 60_000_000;
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final String BROKEN_OFF =
      "the server was stopped while this ran, and nothing was found; please run it again";
  private static final SecureRandom CHANCE = new SecureRandom();
  private final JobStore store;
  private final Map<String, Runner> runners = new ConcurrentHashMap<>();
  private final Map<String, ActiveJob> active = new ConcurrentHashMap<>();
  private final Function<Throwable, Optional<Fault>> faults;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Jobs::pulseThread);

  /** What is to be worked out: all outputs as one JSON object. */
  @FunctionalInterface
  public interface Task {
    byte[] run(Work work);
  }

  /**
   * What is asked for.
   *
   * @param text the execute request as JSON
   * @param stored whether it runs on a stored layer
   * @param sensitive whether it can see incidents of sensitive offences
   */
  public record Request(
      String process, String text, Job.Owner owner, boolean stored, boolean sensitive, Lane lane) {}

  /**
   * Jobs.
   *
   * @param faults what a failure of a lower layer means to the caller
   * @param lanes in which work runs
   */
  public Jobs(JobStore store, Function<Throwable, Optional<Fault>> faults, List<Lane> lanes) {
    this.store = store;
    this.faults = faults;
    lanes.forEach(lane -> runners.put(lane.name(), new Runner(lane)));
  }

  /**
   * Begins to say which jobs live here, and to end those of servers that are gone; to be called before the first job. Several
   * servers may share a database: a job is broken off only when nobody has said for half a minute that it lives.
   */
  public Jobs afterRestart() {
    failBroken();
    Future<?> unused = pulse.scheduleWithFixedDelay(
        this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void beat() {
    try {
      Map<String, ActiveJob> here = Map.copyOf(active);
      if (!here.isEmpty()) {
        Set<String> alive = store.beat(here.keySet());
        here.forEach((id, entry) -> {
          if (!alive.contains(id)) {
            entry.end();
          }
        });
      }
      failBroken();
    } catch (RuntimeException e) {
      LOG.warn("the signs of life of jobs could not be written: {}", e.getMessage());
    }
  }

  private void failBroken() {
    int broken = store.failBroken(BROKEN_OFF, SILENCE);
    if (broken > 0) {
      LOG.info("{} jobs were broken off by the end of their server", broken);
    }
  }

  private Runner runner(Lane lane) {
    Runner runner = runners.get(lane.name());
    if (runner == null) {
      throw new IllegalStateException("no lane " + lane.name());
    }
    return runner;
  }

  /** Runs it and waits for it. */
  public byte[] now(Lane lane, Task task) {
    return limited(runner(lane).now(() -> task.run(Work.UNWATCHED)));
  }

  private static byte[] limited(byte[] result) {
    if (result.length > LARGEST_RESULT) {
      throw new Fault(
          Fault.Kind.TOO_LARGE,
          "the result is larger than " + LARGEST_RESULT / 1_000_000
              + " MB; ask for fewer outputs or a coarser grid");
    }
    return result;
  }

  /** Begins it and returns at once; the job as it was then. */
  public Job begin(City city, Request request, Task task) {
    Lane lane = runner(request.lane()).lane();
    long running = active.values().stream()
        .filter(each -> each.owner.isSame(request.owner()))
        .count();
    if (running >= lane.atOnce()) {
      throw new Fault(
          Fault.Kind.BUSY, running + " of your runs are not over yet; wait for one or dismiss it");
    }
    store.purge();
    String id = newId();
    Duration kept = request.owner().account() == null ? KEPT_FOR_ANYBODY : KEPT;
    store.insert(city, new JobStore.NewJob(id, request), kept.toSeconds());
    ActiveJob entry = new ActiveJob(request.owner());
    active.put(id, entry);
    try {
      entry.future = runner(request.lane()).submit(() -> {
        run(id, entry, runner(request.lane()), task);
        return null;
      });
    } catch (Fault e) {
      active.remove(id);
      store.finish(id, failed(e));
      throw e;
    }
    return find(city, id).orElseThrow(() -> new IllegalStateException("job " + id + " is gone"));
  }

  private void run(String id, ActiveJob entry, Runner runner, Task task) {
    Thread worker = Thread.currentThread();
    AtomicBoolean late = new AtomicBoolean();
    Future<?> clock = runner.afterLongest(() -> entry.unlessOver(() -> {
      late.set(true);
      worker.interrupt();
    }));
    JobStore.End end;
    try {
      store.start(id);
      byte[] result = limited(task.run(entry::reach));
      end = new JobStore.End(
          Job.Status.SUCCESSFUL, null, null, new String(result, StandardCharsets.UTF_8));
    } catch (CancellationException e) {
      end = ended(late.get(), runner.lane());
    } catch (RuntimeException | Error e) {
      end = late.get() ? ended(true, runner.lane()) : failure(id, e);
    }
    clock.cancel(false);
    entry.over();
    // An interrupt that came late must not break the writing.
    Thread.interrupted();
    finish(id, end);
    active.remove(id);
  }

  private void finish(String id, JobStore.End end) {
    try {
      store.finish(id, end);
    } catch (RuntimeException e) {
      LOG.error("the end of job {} could not be written", id, e);
    }
  }

  private static JobStore.End ended(boolean late, Lane lane) {
    return late
        ? new JobStore.End(
            Job.Status.FAILED,
            "this took longer than " + Runner.seconds(lane.later()) + "; ask for less",
            Fault.Kind.TOO_SLOW,
            null)
        : new JobStore.End(Job.Status.FAILED, BROKEN_OFF, Fault.Kind.BUSY, null);
  }

  private JobStore.End failure(String id, Throwable e) {
    Optional<Fault> known = e instanceof Fault fault ? Optional.of(fault) : faults.apply(e);
    if (known.isEmpty()) {
      LOG.error("bug in job {}", id, e);
    }
    return known
        .map(Jobs::failed)
        .orElseGet(() -> new JobStore.End(
            Job.Status.FAILED,
            "something is wrong on our side; the job's id finds it in the log",
            null,
            null));
  }

  private static JobStore.End failed(Fault fault) {
    return new JobStore.End(Job.Status.FAILED, fault.sentence(), fault.kind(), null);
  }

  /** The job of that id, whoever asks. */
  public Optional<Job> find(City city, String id) {
    return store.find(city, id).map(this::withProgress);
  }

  private Job withProgress(Job job) {
    ActiveJob entry = active.get(job.id());
    return entry == null || job.status().isOver() ? job : job.at(entry.percent);
  }

  /** The jobs of the owner, the latest first. */
  public List<Job> list(City city, Job.Owner owner, JobSearch search) {
    return store.list(city, owner, search).stream().map(this::withProgress).toList();
  }

  /** Ends the job, where it is not over, and forgets what it found. */
  public void dismiss(Job job) {
    store.dismiss(job.id());
    ActiveJob entry = active.get(job.id());
    if (entry != null) {
      entry.end();
      if (job.status() == Job.Status.ACCEPTED) {
        // One that never began takes itself from no list.
        active.remove(job.id());
      }
    }
  }

  static String newId() {
    byte[] bits = new byte[16];
    CHANCE.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static Thread pulseThread(Runnable beats) {
    Thread thread = new Thread(beats, "study-pulse");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    pulse.shutdownNow();
    runners.values().forEach(Runner::close);
  }
}
