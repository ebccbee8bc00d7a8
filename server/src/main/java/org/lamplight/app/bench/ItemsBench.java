package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.lamplight.db.Database;
import org.lamplight.fault.Fault;
import org.lamplight.geo.BBox;

/** Pages of 1,000 incidents in boxes of 2 km by four clients, against PostgreSQL building the same GeoJSON itself. */
final class ItemsBench {

  private static final int BOXES = 128;
  private static final int CLIENTS = 4;
  private static final int SECONDS = 5;
  private static final String ITEMS =
      "/cities/los-angeles/collections/incidents/items?f=json&limit=1000&bbox=";
  private static final ObjectMapper JSON = new ObjectMapper();
  /** A way to build the page in SQL, and how fast it was. */
  private record Rival(String name, boolean lean, Pgbench bench, Timings rates) {}

  private final BenchWorld world;
  private final Report report;
  private final int rounds;

  ItemsBench(BenchWorld world, Report report, int rounds) {
    this.world = world;
    this.report = report;
    this.rounds = rounds;
  }

  void run(Target server) throws Exception {
    try (Database database = world.database()) {
      BenchStore store = new BenchStore(database);
      List<BBox> boxes = store.boxes(BOXES);
      List<String> paths = boxes.stream().map(ItemsBench::path).toList();
      List<String> sets = sets(server);
      PageStatements whole = new PageStatements(true, sets);
      PageStatements lean = new PageStatements(false, sets);
      compare(server, store, whole, boxes.get(0));
      Path scripts = Files.createTempDirectory("lamplight-pgbench");
      try {
        List<Rival> rivals = List.of(
            rival(scripts, "json_build_object", false, boxes.stream().map(whole::objects)),
            rival(scripts, "joined text", false, boxes.stream().map(whole::texts)),
            rival(scripts, "lean json_build_object", true, boxes.stream().map(lean::objects)),
            rival(scripts, "lean joined text", true, boxes.stream().map(lean::texts)));
        measure(server, paths, rivals);
      } finally {
        Scraps.delete(scripts);
      }
      matched(server, store, boxes);
    }
  }

  private Rival rival(Path scripts, String name, boolean lean, Stream<String> statements)
      throws IOException {
    Path folder = scripts.resolve(name.replace(' ', '-'));
    Pgbench bench = new Pgbench(world.address(), folder, statements.toList());
    return new Rival(name, lean, bench, new Timings());
  }

  private static String path(BBox box) {
    return ITEMS + box.west() + "," + box.south() + "," + box.east() + "," + box.north();
  }

  /** A comparison of speed is worth something only where both give the same. */
  private void compare(Target server, BenchStore store, PageStatements whole, BBox box)
      throws Exception {
    JsonNode ours = JsonPage.read(server, path(box)).path("features");
    for (String sql : List.of(whole.objects(box), whole.texts(box))) {
      JsonNode theirs = JSON.readTree(store.text(sql)).path("features");
      for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
        if (!ours.path(i).equals(theirs.path(i))) {
          throw new Fault(
              Fault.Kind.CONFLICT, "the answers differ: " + ours.path(i) + "\n" + theirs.path(i));
        }
      }
    }
    report.say("  server and SQL give the same %,d features", ours.size());
  }

  private static List<String> sets(Target server) throws IOException {
    JsonNode item =
        JsonPage.read(server, "/cities/los-angeles/collections/incidents/items?f=json&limit=1");
    List<String> names = new ArrayList<>();
    item.at("/features/0/properties").fieldNames().forEachRemaining(names::add);
    return names.subList(names.indexOf("flags") + 1, names.size());
  }

  private void measure(Target server, List<String> paths, List<Rival> rivals) throws Exception {
    Timings ours = new Timings();
    pages(server, paths, 2 * SECONDS);
    for (int round = 0; round < rounds; round++) {
      ours.add(pages(server, paths, SECONDS));
      for (Rival rival : rivals) {
        rival.rates().add(rival.bench().rate(SECONDS));
      }
    }
    rivals.forEach(
        rival -> report.say("  %s: %.0f pages/s", rival.name(), rival.rates().median()));
    result(
        "page of 1,000 incidents in a 2 km box, 4 clients, with numberMatched, to the best SQL for the same GeoJSON",
        ours.median(),
        best(rivals, false),
        "at least 1.0 x");
    result(
        "the same page to the best SQL without areas and flags",
        ours.median(),
        best(rivals, true),
        "");
  }

  private static double best(List<Rival> rivals, boolean lean) {
    return rivals.stream()
        .filter(rival -> rival.lean() == lean)
        .mapToDouble(rival -> rival.rates().median())
        .max()
        .orElseThrow();
  }

  private void result(String what, double ours, double theirs, String goal) {
    report.row(
        what,
        String.format(Locale.ROOT, "%.2f x (%.0f to %.0f pages/s)", ours / theirs, ours, theirs),
        goal);
  }

  /** Pages a second by four clients. */
  private static double pages(Target server, List<String> paths, int seconds) throws Exception {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Random random = new Random(client);
        work.add(() -> {
          int pages = 0;
          try (PageClient http = new PageClient(server)) {
            for (; System.nanoTime() < until; pages++) {
              PageClient.Answer answer = http.get(paths.get(random.nextInt(paths.size())));
              Fault.require(answer.status() == 200, "the server answered " + answer.status());
            }
          }
          return pages;
        });
      }
      int sum = 0;
      for (Future<Integer> pages : clients.invokeAll(work)) {
        sum += pages.get();
      }
      return sum / (double) seconds;
    } finally {
      clients.shutdown();
    }
  }

  /** What the exact count costs: a page of one feature, to the count by the database. */
  private void matched(Target server, BenchStore store, List<BBox> boxes) throws Exception {
    Timings one = new Timings();
    Timings sql = new Timings();
    try (PageClient client = new PageClient(server)) {
      for (BBox box : boxes) {
        String path = path(box).replace("limit=1000", "limit=1");
        one.add(Timings.seconds(() -> client.get(path)) * 1_000);
        sql.add(store.countSeconds(box) * 1_000);
      }
    }
    report.row(
        "exact numberMatched: a page of one feature with it, to a second COUNT by the database alone",
        String.format(Locale.ROOT, "%.1f ms to %.1f ms", one.median(), sql.median()),
        "");
  }
}
