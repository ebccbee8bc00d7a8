package org.lamplight.release;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lamplight.disclosure.CellSuppression;
import org.lamplight.disclosure.CountTable;
import org.lamplight.disclosure.DisclosureAudit;
import org.lamplight.disclosure.Progress;
import org.lamplight.disclosure.SmallCells;
import org.lamplight.disclosure.Suppression;
import org.lamplight.fault.Fault;

/** Hides what must be hidden, group by group, and proves it; two groups at a time, with the same result as one after the other. */
final class Protection {

  private static final int THREADS = 2;
  private static final double SHARE_OF_CHOICE = 0.5;

  /** A group's table and what of it is hidden. */
  record Protected(PublicGroup group, CountTable table, Suppression suppression) {}

  /** A group that is still to be protected. */
  record Task(PublicGroup group, CountTable table) {}

  private final List<Task> tasks;
  private final Progress progress;
  private final double[] done;

  private Protection(List<Task> tasks, Progress progress) {
    this.tasks = tasks;
    this.progress = progress;
    this.done = new double[tasks.size()];
  }

  /** All groups protected; CONFLICT when an audit fails, and then nothing may be published. */
  static List<Protected> of(List<Task> tasks, Progress progress) {
    return new Protection(tasks, progress).run();
  }

  private List<Protected> run() {
    ExecutorService workers = Executors.newFixedThreadPool(THREADS, task -> {
      Thread thread = new Thread(task, "release-audit");
      thread.setDaemon(true);
      return thread;
    });
    try {
      List<Future<Protected>> futures = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        int place = i;
        Callable<Protected> work = () -> protect(place);
        futures.add(workers.submit(work));
      }
      List<Protected> all = new ArrayList<>();
      for (Future<Protected> future : futures) {
        all.add(await(future));
      }
      return all;
    } finally {
      workers.shutdownNow();
    }
  }

  private static Protected await(Future<Protected> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.BUSY, "the release was not built to its end", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Protected protect(int place) {
    Task task = tasks.get(place);
    CountTable table = task.table();
    if (task.group().exact()) {
      tell(place, 1, task.group());
      return new Protected(
          task.group(),
          table,
          new Suppression(GroupTable.nothing(table), GroupTable.nothing(table), List.of()));
    }
    SmallCells rule = new SmallCells(Facts.Rules.PRESENT.k());
    Suppression chosen = CellSuppression.choose(
        table, rule, (share, words) -> tell(place, SHARE_OF_CHOICE * share, task.group()));
    DisclosureAudit audit = DisclosureAudit.of(
        table,
        chosen.hidden(),
        rule,
        (share, words) ->
            tell(place, SHARE_OF_CHOICE + (1 - SHARE_OF_CHOICE) * share, task.group()));
    if (!audit.passes()) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "the audit failed: " + audit.failing().length + " small counts of the group "
              + task.group().id() + " could be worked out; nothing was published");
    }
    return new Protected(task.group(), table, chosen);
  }

  private void tell(int place, double share, PublicGroup group) {
    double sum = 0;
    synchronized (done) {
      if (Thread.currentThread().isInterrupted()) {
        throw new Fault(Fault.Kind.BUSY, "the release was not built to its end");
      }
      done[place] = Math.max(done[place], share);
      for (double part : done) {
        sum += part;
      }
      progress.at(sum / done.length, "hiding and auditing " + group.id());
    }
  }
}
