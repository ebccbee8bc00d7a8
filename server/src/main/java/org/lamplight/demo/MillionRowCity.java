package org.lamplight.demo;

import static org.lamplight.fault.Fault.require;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Los Angeles 2020 to 2024 for benchmarks: synthetic rows in the real number of each month, division and category.
 *
 * <p>With the shared data folder there are 1,004,894 rows at scale 1, in the proportions and near the points of the LAPD's sample
 * files; without it, round totals and modelled places. Memory is bounded: one month's order is held, no rows.
 */
public final class MillionRowCity {

  /** Share of the rows of 2020 whose dates have the second form, and of those in one date column only, as in the sample file. */
  private static final double SECOND_FORM = 0.41;

  private static final int SERIAL_DIGITS = 5;

  private final LapdLayout layout;
  private final MonthlyCounts counts;
  private final IncidentSource source;
  private final int scale;

  /** Rows in those counts times {@code scale}, drawn from {@code source}. */
  MillionRowCity(MonthlyCounts counts, IncidentSource source, int scale) {
    require(scale >= 1 && scale <= 100, "scale must lie in 1 to 100");
    this.layout = new LapdLayout(
        DemoCity.of(DemoCity.LOS_ANGELES).posts(), SERIAL_DIGITS + (scale > 1 ? 2 : 0));
    this.counts = counts;
    this.source = source;
    this.scale = scale;
  }

  /**
   * Writes the rows, compressed when the name ends in {@code .gz}; answers how many.
   *
   * @param shared folder of the published LAPD files, if there is one
   * @param scale how many times the real number of incidents
   */
  public static long write(Path file, Optional<Path> shared, long seed, int scale)
      throws IOException {
    try (OutputStream out = open(file)) {
      return write(out, shared, seed, scale);
    }
  }

  /** Writes the rows to a stream that stays open; answers how many. */
  public static long write(OutputStream out, Optional<Path> shared, long seed, int scale)
      throws IOException {
    Dice dice = new Dice(seed);
    MillionRowCity city = of(shared.orElse(null), dice.split(), scale);
    city.write(out, dice);
    return city.counts.total() * scale;
  }

  private static MillionRowCity of(@Nullable Path shared, Dice dice, int scale) throws IOException {
    DemoCity city = DemoCity.of(DemoCity.LOS_ANGELES);
    List<DemoCity.Post> posts = city.posts();
    if (shared == null) {
      return new MillionRowCity(MonthlyCounts.rounded(posts), new IncidentModel(city, dice), scale);
    }
    LapdSamples samples = LapdSamples.read(shared, posts.size());
    return new MillionRowCity(
        MonthlyCounts.published(shared, posts), new SampledIncidents(samples), scale);
  }

  /** A file that is compressed when its name ends in {@code .gz}. */
  static OutputStream open(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new FastGzip(out) : out;
  }

  void write(OutputStream out, Dice dice) throws IOException {
    StringBuilder text = new StringBuilder(layout.header());
    for (var month : counts.months().entrySet()) {
      List<MonthlyCounts.Cell> cells = month.getValue();
      for (int cell : order(cells, dice)) {
        row(text, month.getKey(), cells.get(cell), dice);
        if (text.length() > 1 << 16) {
          flush(text, out);
        }
      }
    }
    flush(text, out);
  }

  /** The cell of each row of a month, shuffled: an export is not sorted by place or offence. */
  private int[] order(List<MonthlyCounts.Cell> cells, Dice dice) {
    int rows = cells.stream().mapToInt(MonthlyCounts.Cell::count).sum() * scale;
    int[] order = new int[rows];
    int next = 0;
    for (int i = 0; i < cells.size(); i++) {
      for (int k = 0; k < cells.get(i).count() * scale; k++) {
        order[next++] = i;
      }
    }
    dice.shuffle(order);
    return order;
  }

  private void row(StringBuilder text, YearMonth month, MonthlyCounts.Cell cell, Dice dice) {
    DrawnIncident incident = source.draw(month, cell.post(), cell.category(), dice);
    boolean second = month.getYear() == 2020 && dice.chance(SECOND_FORM);
    layout.append(text, layout.number(incident), incident, second ? Dirt.SECOND_DATE_FORM : null);
  }

  /** Compresses at the fastest level: the file is read once. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
