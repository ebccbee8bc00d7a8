package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lamplight.explore.Explorer;
import org.lamplight.explore.Question;
import org.lamplight.explore.View;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;
import org.lamplight.geo.TileAddress;
import org.lamplight.incident.Incidents;

/** Answers of /explore to a random mix of filters, each asked once, against the same counts by SQL and by DuckDB; and tiles. */
final class ExploreBench {

  private static final int WARM = 150;
  private static final int QUESTIONS = 200;
  private static final int COMPARED = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Incidents.Loaded data;
  private final Report report;
  private final String size;
  private final Explorer explorer = new Explorer();

  ExploreBench(Incidents.Loaded data, Report report, String size) {
    this.data = data;
    this.report = report;
    this.size = size;
  }

  /** Milliseconds of a median answer, as bytes of JSON, and what was asked. */
  double answers(String goal) throws Exception {
    ExploreMix mix = new ExploreMix(data, 7);
    Random random = new Random(3);
    for (int i = 0; i < WARM; i++) {
      ask(mix, random);
    }
    Timings all = new Timings();
    for (int i = 0; i < QUESTIONS; i++) {
      all.add(ask(mix, random));
    }
    report.row(
        "/explore on " + size + " incidents, random filters and views, in the server",
        String.format(Locale.ROOT, "median %.1f ms, p90 %.1f ms", all.median(), all.at(0.9)),
        goal);
    return all.median();
  }

  private double ask(ExploreMix mix, Random random) throws Exception {
    Question question = Question.parse(mix.draw(), data.parameters());
    View view = view(random);
    return 1_000
        * Timings.seconds(() -> JSON.writeValueAsBytes(explorer.answer(data, question, view)));
  }

  /** The whole city half of the time, otherwise a part of it. */
  private View view(Random random) {
    BBox city = data.city().profile().extent();
    if (random.nextBoolean()) {
      return new View(city, 11);
    }
    int zoom = 12 + random.nextInt(4);
    double wide = 360.0 / (1 << zoom) * 5;
    double west = city.west() + random.nextDouble() * (city.east() - city.west() - wide);
    double south = city.south() + random.nextDouble() * (city.north() - city.south() - wide);
    return new View(new BBox(west, south, west + wide, south + 0.6 * wide), zoom);
  }

  /** The counts by the rival's statements: the faster of two forms for each question, after a look that the counts are the same. */
  void against(String name, ExploreRivalStore rival, ExploreDialect dialect, String goal)
      throws Exception {
    ExploreStatements statements = new ExploreStatements(tables(dialect));
    ExploreMix mix = new ExploreMix(data, 11);
    Timings ours = new Timings();
    Timings theirs = new Timings();
    Timings ratios = new Timings();
    Timings scans = new Timings();
    Timings parts = new Timings();
    View view = new View(data.city().profile().extent(), 11);
    for (int i = 0; i < COMPARED; i++) {
      Question question = Question.parse(mix.draw(), data.parameters());
      Fresh fresh = fresh(question, view);
      ExploreStatements.Filters filters = dialect.filters(question);
      rival.ownSets(question.areaSets());
      double scan =
          timed(fresh.figures(), () -> rival.groupingSets(statements.groupingSets(filters)));
      double part = timed(fresh.figures(), () -> rival.union(statements.union(filters)));
      scans.add(scan);
      parts.add(part);
      ours.add(fresh.milliseconds());
      theirs.add(Math.min(scan, part));
      ratios.add(Math.min(scan, part) / fresh.milliseconds());
    }
    report.row(
        "the same counts on " + size + " incidents by " + name
            + ", without its map (the best of two statements for each question), to /explore",
        String.format(
            Locale.ROOT,
            "%.0f x (medians %.1f ms to %.1f ms; ratio of each question %.0f x; grouping sets %.1f ms, one part for each dimension %.1f ms)",
            theirs.median() / ours.median(),
            theirs.median(),
            ours.median(),
            ratios.median(),
            scans.median(),
            parts.median()),
        goal);
  }

  /** Our own counts of a question that was never asked, and how long they took. */
  private record Fresh(ExploreFigures figures, double milliseconds) {}

  private Fresh fresh(Question question, View view) throws Exception {
    List<ExploreFigures> figures = new ArrayList<>();
    double seconds = Double.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      explorer.forget();
      seconds = Math.min(
          seconds,
          Timings.seconds(
              () -> figures.add(ExploreFigures.of(explorer.answer(data, question, view)))));
    }
    return new Fresh(figures.get(0), 1_000 * seconds);
  }

  /** A statement whose counts are taken. */
  private interface Counting {
    ExploreFigures run() throws Exception;
  }

  /** Milliseconds; the better of two runs, as caches are warm in ours too. */
  private static double timed(ExploreFigures expected, Counting counting) throws Exception {
    List<ExploreFigures> found = new ArrayList<>();
    double seconds = Double.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      seconds = Math.min(seconds, Timings.seconds(() -> found.add(counting.run())));
    }
    if (!found.get(0).equals(expected)) {
      throw new Fault(
          Fault.Kind.CONFLICT, "the counts differ: " + difference(expected, found.get(0)));
    }
    return 1_000 * seconds;
  }

  private static String difference(ExploreFigures ours, ExploreFigures theirs) {
    List<String> differing = new ArrayList<>();
    java.util.TreeSet<String> names = new java.util.TreeSet<>(ours.counts().keySet());
    names.addAll(theirs.counts().keySet());
    for (String name : names) {
      long our = ours.counts().getOrDefault(name, 0L);
      long their = theirs.counts().getOrDefault(name, 0L);
      if (our != their) {
        differing.add(name + " " + our + " to " + their);
      }
    }
    return differing.subList(0, Math.min(10, differing.size())).toString();
  }

  private ExploreStatements.Tables tables(ExploreDialect dialect) {
    String zone = data.city().profile().zone().getId();
    if (dialect == ExploreDialect.POSTGRES) {
      String local = "(i.occurred_from at time zone '" + zone + "')";
      return new ExploreStatements.Tables(
          "incident i",
          "extract(year from " + local + ") * 12 + extract(month from " + local + ") - 1",
          "i.geom is null",
          List.of());
    }
    List<String> sets = new ArrayList<>();
    for (int set = 0; set < data.index().orElseThrow().areaSets().size(); set++) {
      sets.add("i.a" + set);
    }
    return new ExploreStatements.Tables("incident i", "i.month", "not i.placed", sets);
  }

  /** Tiles of all zooms at random places, with random filters that several tiles share, as a map asks for them. */
  void tiles(String goal) throws Exception {
    ExploreMix mix = new ExploreMix(data, 5);
    Random random = new Random(9);
    Timings all = new Timings();
    var snapshot = data.index().orElseThrow();
    for (int filter = 0; filter < 40; filter++) {
      Condition condition = data.parameters().parse(mix.draw());
      for (int i = 0; i < 12; i++) {
        int row = random.nextInt(snapshot.size());
        if (snapshot.hasPlace(row)) {
          int zoom = 9 + random.nextInt(9);
          TileAddress tile = new TileAddress(
              zoom, (int) ((snapshot.mercatorY(row) + (1L << 31)) >> (32 - zoom)), (int)
                  ((snapshot.mercatorX(row) + (1L << 31)) >> (32 - zoom)));
          double took = Timings.seconds(() -> explorer.tile(data, condition, tile));
          if (filter >= 8) {
            all.add(1_000 * took);
          }
        }
      }
    }
    report.row(
        "vector tile of filtered incidents on " + size + ", zoom 9 to 17, in the server",
        String.format(Locale.ROOT, "median %.2f ms, p90 %.1f ms", all.median(), all.at(0.9)),
        goal);
  }
}
