package org.lamplight.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.lamplight.fault.Fault;

/** Answers of the release from memory, against a static file of about the same size by the same server. */
final class ReleaseServingBench {

  private static final int CLIENTS = 4;
  private static final long SECONDS = 4;
  private static final List<String> FILES = List.of(
      "/webjars/leaflet/1.9.4/dist/leaflet.css",
      "/webjars/leaflet/1.9.4/dist/leaflet.js",
      "/webjars/leaflet/1.9.4/dist/leaflet-src.js");

  private final Report report;
  private final int runs;

  ReleaseServingBench(Report report, int runs) {
    this.report = report;
    this.runs = runs;
  }

  void run(Target server) throws Exception {
    String answer =
        "/cities/los-angeles/release/counts?unit=neighborhoods&grain=year&group=burglary&f=json";
    long size = size(server, answer);
    String file = nearest(server, size);
    Timings released = new Timings();
    Timings still = new Timings();
    for (int i = 0; i < runs; i++) {
      released.add(rate(server, answer));
      still.add(rate(server, file));
    }
    report.row(
        "answer of the release (" + (size >> 10) + " kB) to a static file ("
            + (size(server, file) >> 10) + " kB), " + CLIENTS + " clients",
        String.format(
            Locale.ROOT,
            "%.2f x (%.0f to %.0f requests/s)",
            released.median() / still.median(),
            released.median(),
            still.median()),
        "at least 0.5 x");
  }

  private static String nearest(Target server, long size) throws IOException {
    String best = "";
    long least = Long.MAX_VALUE;
    for (String file : FILES) {
      try (PageClient client = new PageClient(server)) {
        PageClient.Answer answer = client.get(file);
        long apart = Math.abs(answer.bytes() - size);
        if (answer.status() == 200 && apart < least) {
          least = apart;
          best = file;
        }
      }
    }
    if (best.isEmpty()) {
      throw new Fault(Fault.Kind.BUSY, "no static file to compare with was found");
    }
    return best;
  }

  private static long size(Target server, String path) throws IOException {
    try (PageClient client = new PageClient(server)) {
      PageClient.Answer answer = client.get(path);
      if (answer.status() != 200) {
        throw new IOException(path + " answered " + answer.status());
      }
      return answer.bytes();
    }
  }

  /** Requests a second that the clients get answered. */
  private static double rate(Target server, String path) throws Exception {
    AtomicLong answers = new AtomicLong();
    long began = System.nanoTime();
    long until = began + SECONDS * 1_000_000_000L;
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Callable<Boolean> client = () -> ask(server, path, until, answers);
        all.add(clients.submit(client));
      }
      for (Future<Boolean> client : all) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
    return answers.get() * 1e9 / (System.nanoTime() - began);
  }

  private static boolean ask(Target server, String path, long until, AtomicLong answers) {
    try (PageClient client = new PageClient(server)) {
      while (System.nanoTime() < until) {
        PageClient.Answer answer = client.get(path);
        if (answer.status() != 200) {
          throw new IOException(path + " answered " + answer.status());
        }
        answers.incrementAndGet();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
