package org.lamplight.study;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lamplight.fault.Fault;

/** Runs the work of a lane: so many at once, so many waiting, each for so long. */
final class Runner implements AutoCloseable {

  private final Lane lane;
  private final ThreadPoolExecutor pool;
  private final ScheduledExecutorService clock;

  Runner(Lane lane) {
    this.lane = lane;
    this.pool = new ThreadPoolExecutor(
        lane.threads(),
        lane.threads(),
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(lane.waiting()),
        task -> daemon(task, "study-" + lane.name()));
    ScheduledThreadPoolExecutor timers =
        new ScheduledThreadPoolExecutor(1, task -> daemon(task, "study-clock-" + lane.name()));
    timers.setRemoveOnCancelPolicy(true);
    this.clock = timers;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  Lane lane() {
    return lane;
  }

  /** Runs it as soon as a thread is free; BUSY where too much waits already. */
  <T> Future<T> submit(Callable<T> work) {
    try {
      return pool.submit(work);
    } catch (RejectedExecutionException e) {
      throw new Fault(Fault.Kind.BUSY, "too many runs wait already; try again shortly", e);
    }
  }

  /** Runs it and waits; TOO_SLOW, and it ends, where it takes longer than a request may. */
  <T> T now(Callable<T> work) {
    Future<T> future = submit(work);
    try {
      return future.get(lane.now().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Fault(
          Fault.Kind.TOO_SLOW,
          "this takes longer than " + seconds(lane.now())
              + "; ask for it with the header 'Prefer: respond-async', or ask for less",
          e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "the server is stopping", e);
    } finally {
      future.cancel(true);
    }
  }

  /** Has it done after the lane's longest time, unless that is called off. */
  Future<?> afterLongest(Runnable end) {
    return clock.schedule(end, lane.later().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof CancellationException) {
      return new Fault(Fault.Kind.BUSY, "the run was ended", cause);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  @Override
  public void close() {
    pool.shutdownNow();
    clock.shutdownNow();
    try {
      // So that those that were broken off can say so in the database.
      if (!pool.awaitTermination(2, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
