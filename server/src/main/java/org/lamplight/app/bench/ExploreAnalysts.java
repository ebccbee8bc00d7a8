package org.lamplight.app.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Incidents;

/** Twenty analysts who ask /explore over HTTP, each the next question as soon as the last is answered. */
final class ExploreAnalysts {

  private static final int ANALYSTS = 20;
  private static final int SECONDS = 20;
  private static final int WARM_SECONDS = 10;

  private final Incidents.Loaded data;
  private final Report report;

  ExploreAnalysts(Incidents.Loaded data, Report report) {
    this.data = data;
    this.report = report;
  }

  void run(Target server) throws Exception {
    ask(server, WARM_SECONDS, 1_000);
    List<Double> times = ask(server, SECONDS, 1);
    times.sort(null);
    report.row(
        "/explore by 20 analysts at once, over HTTP, each question new",
        String.format(
            Locale.ROOT,
            "p99 %.0f ms, median %.0f ms, %.0f answers/s",
            times.get((int) (0.99 * times.size())),
            times.get(times.size() / 2),
            times.size() / (double) SECONDS),
        "p99 at most 250 ms");
  }

  private List<Double> ask(Target server, int seconds, long seed) throws Exception {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    ExecutorService clients = Executors.newFixedThreadPool(ANALYSTS);
    try {
      List<Callable<List<Double>>> work = new ArrayList<>();
      for (int analyst = 0; analyst < ANALYSTS; analyst++) {
        ExploreMix mix = new ExploreMix(data, seed + 100L * analyst);
        work.add(() -> analyst(server, until, mix));
      }
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> each : clients.invokeAll(work)) {
        all.addAll(each.get());
      }
      return all;
    } finally {
      clients.shutdown();
    }
  }

  private static List<Double> analyst(Target server, long until, ExploreMix mix) throws Exception {
    List<Double> times = new ArrayList<>();
    try (PageClient http = new PageClient(server)) {
      while (System.nanoTime() < until) {
        String path = "/cities/los-angeles/explore?zoom=11" + query(mix.draw());
        times.add(1_000
            * Timings.seconds(() -> {
              PageClient.Answer answer = http.get(path);
              Fault.require(answer.status() == 200, "the server answered " + answer.status());
            }));
      }
    }
    return times;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each ->
            "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }
}
