package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Html;
import org.lamplight.release.Cell;
import org.lamplight.release.Period;
import org.lamplight.release.UsualRange;

/** The line of an area's months with the usual range behind it; the table beside it says the same. */
final class MonthChart {

  private static final double WIDTH = 480;
  private static final double HEIGHT = 200;
  private static final double LEFT = 40;
  private static final double TOP = 10;
  private static final double BOTTOM = 172;
  private static final double VEIL = 7;

  /** A month with what is said of it, and that in words. */
  record Month(Period period, Cell cell, String says) {}

  private final List<Month> months;
  private final int most;

  MonthChart(List<Month> months) {
    this.months = List.copyOf(months);
    this.most = niceTop(months.stream().mapToInt(MonthChart::reach).max().orElse(0));
  }

  private static int reach(Month month) {
    Integer count = month.cell().count();
    UsualRange usual = month.cell().usual();
    return Math.max(count == null ? 0 : count, usual == null ? 0 : usual.high());
  }

  /** The next of 4, 10, 20, 40, 100, 200 and so on, so that a half of it is whole. */
  static int niceTop(int value) {
    int[] steps = {4, 10, 20};
    int scale = 1;
    while (true) {
      for (int step : steps) {
        if (step * scale >= value) {
          return step * scale;
        }
      }
      scale *= 10;
    }
  }

  void write(Html html, String label) {
    html.open(
        "svg",
        "class",
        "chart",
        "viewBox",
        number(0) + " 0 " + number(WIDTH) + " " + number(HEIGHT),
        "role",
        "img",
        "aria-label",
        label);
    axis(html);
    range(html);
    line(html);
    for (int i = 0; i < months.size(); i++) {
      month(html, i);
    }
    html.close("svg");
  }

  private void axis(Html html) {
    for (int part = 0; part <= 2; part++) {
      int value = most * part / 2;
      double y = y(value);
      html.open(
              "path",
              "class",
              "grid",
              "d",
              "M" + number(LEFT) + " " + number(y) + "H" + number(WIDTH))
          .close("path");
      html.element(
          "text",
          String.valueOf(value),
          "class",
          "tick-y",
          "x",
          number(LEFT - 6),
          "y",
          number(y + 4));
    }
    for (int i = 0; i < months.size(); i++) {
      Period period = months.get(i).period();
      if (period.number() == 1) {
        html.open("path", "class", "year", "d", "M" + number(x(i)) + " " + number(BOTTOM) + "v5")
            .close("path");
      }
      // A year's name stands below its middle, or below what there is of it.
      if (period.number() == 7 || (months.size() < 7 && i == 0)) {
        html.element(
            "text",
            String.valueOf(period.year()),
            "class",
            "tick-x",
            "x",
            number(x(i)),
            "y",
            number(HEIGHT - 6));
      }
    }
  }

  /** The usual range, as one shape for each run of months that have one. */
  private void range(Html html) {
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i <= months.size(); i++) {
      if (i < months.size() && months.get(i).cell().usual() != null) {
        run.add(i);
      } else if (!run.isEmpty()) {
        html.open("path", "class", "usual-band", "d", band(run)).close("path");
        run.clear();
      }
    }
  }

  private String band(List<Integer> run) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    double half = step() / 2;
    for (int i : run) {
      UsualRange usual = months.get(i).cell().usual();
      if (usual != null) {
        String from = number(x(i) - half);
        String until = number(x(i) + half);
        upper
            .append(upper.isEmpty() ? 'M' : 'L')
            .append(from)
            .append(' ')
            .append(number(y(usual.high())));
        upper.append('H').append(until);
        lower.insert(0, "L" + until + " " + number(y(usual.low())) + "H" + from);
      }
    }
    return upper.append(lower).append('z').toString();
  }

  /** The line is broken where a month is hidden. */
  private void line(Html html) {
    StringBuilder path = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < months.size(); i++) {
      Integer count = months.get(i).cell().count();
      if (count != null) {
        path.append(down ? 'L' : 'M').append(number(x(i))).append(' ').append(number(y(count)));
      }
      down = count != null;
    }
    html.open("path", "class", "line", "d", path.toString()).close("path");
  }

  private void month(Html html, int i) {
    Month month = months.get(i);
    Integer count = month.cell().count();
    double half = step() / 2;
    html.open("g", "class", "month").element("title", month.says());
    html.open(
            "rect",
            "class",
            "touch",
            "x",
            number(x(i) - half),
            "y",
            number(TOP),
            "width",
            number(step()),
            "height",
            number(BOTTOM - TOP))
        .close("rect");
    mark(html, i, count, half);
    html.close("g");
  }

  private void mark(Html html, int i, @Nullable Integer count, double half) {
    if (count == null) {
      html.open(
              "rect",
              "class",
              "veil",
              "x",
              number(x(i) - half + 0.5),
              "y",
              number(BOTTOM - VEIL),
              "width",
              number(step() - 1),
              "height",
              number(VEIL))
          .close("rect");
    } else {
      html.open("circle", "class", "dot", "cx", number(x(i)), "cy", number(y(count)), "r", "2")
          .close("circle");
    }
  }

  private double step() {
    return (WIDTH - LEFT) / months.size();
  }

  private double x(int i) {
    return LEFT + step() * (i + 0.5);
  }

  private double y(int value) {
    return BOTTOM - (BOTTOM - TOP) * value / most;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
