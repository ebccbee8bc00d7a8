package org.lamplight.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * How many incidents Los Angeles has in each month, division and category.
 *
 * @param months cells of each month, in the order of time
 */
record MonthlyCounts(SortedMap<YearMonth, List<Cell>> months) {

  private static final String FILE = "lapd_monthly_counts_2020_2024.csv.gz";

  /** The incidents of one division and category in a month. */
  record Cell(int post, String category, int count) {}

  long total() {
    return months.values().stream().flatMap(List::stream).mapToLong(Cell::count).sum();
  }

  /** The published counts of 2020 to 2024 from the shared folder. */
  static MonthlyCounts published(Path shared, List<DemoCity.Post> posts) throws IOException {
    Map<String, Integer> postByName = new HashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      postByName.put(posts.get(i).name().toLowerCase(Locale.ROOT), i);
    }
    SortedMap<YearMonth, List<Cell>> months = new TreeMap<>();
    try (var in = new GZIPInputStream(Files.newInputStream(shared.resolve(FILE)));
        CsvReader<NamedCsvRecord> rows = CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        Integer post = postByName.get(row.getField("area").toLowerCase(Locale.ROOT));
        if (post == null) {
          throw new IOException(FILE + ": no division " + row.getField("area"));
        }
        months
            .computeIfAbsent(YearMonth.parse(row.getField("period")), m -> new ArrayList<>())
            .add(
                new Cell(post, row.getField("category"), Integer.parseInt(row.getField("crimes"))));
      }
    }
    return new MonthlyCounts(months);
  }

  /** Round yearly totals, split by round shares of months, divisions and categories. */
  static MonthlyCounts rounded(List<DemoCity.Post> posts) {
    List<NamedCsvRecord> facts = Facts.rows(DemoCity.LOS_ANGELES + "/totals.csv");
    double[] ofMonth = values(facts, row -> row.getField("of").equals("month"));
    double[] ofPost = new double[posts.size()];
    for (int i = 0; i < ofPost.length; i++) {
      String name = posts.get(i).name();
      ofPost[i] = values(
          facts, r -> r.getField("of").equals("division") && r.getField("name").equals(name))[0];
    }
    List<String> categories = facts.stream()
        .filter(row -> row.getField("of").equals("category"))
        .map(row -> row.getField("name"))
        .toList();
    double[] ofCategory = values(facts, row -> row.getField("of").equals("category"));
    SortedMap<YearMonth, List<Cell>> months = new TreeMap<>();
    for (NamedCsvRecord row : facts) {
      if (row.getField("of").equals("year")) {
        int year = Integer.parseInt(row.getField("name"));
        int[] monthly = Shares.whole(ofMonth, (int) Facts.number(row, "value"));
        for (int m = 0; m < monthly.length; m++) {
          months.put(YearMonth.of(year, m + 1), split(monthly[m], ofPost, categories, ofCategory));
        }
      }
    }
    return new MonthlyCounts(months);
  }

  private static List<Cell> split(
      int count, double[] ofPost, List<String> categories, double[] ofCategory) {
    double[] weights = new double[ofPost.length * ofCategory.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = ofPost[i / ofCategory.length] * ofCategory[i % ofCategory.length];
    }
    int[] counts = Shares.whole(weights, count);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        cells.add(
            new Cell(i / ofCategory.length, categories.get(i % ofCategory.length), counts[i]));
      }
    }
    return cells;
  }

  private static double[] values(List<NamedCsvRecord> facts, Predicate<NamedCsvRecord> which) {
    return facts.stream()
        .filter(which)
        .mapToDouble(row -> Facts.number(row, "value"))
        .toArray();
  }
}
