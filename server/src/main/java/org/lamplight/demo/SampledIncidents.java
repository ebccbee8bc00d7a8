package org.lamplight.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.demo.LapdSamples.Point;
import org.lamplight.demo.LapdSamples.Sample;

/**
 * Draws incidents in the real proportions of the sample files, near their points; addresses and record numbers are made up.
 *
 * <p>Most incidents keep the block of a sampled point, so that hot blocks stay hot; the others move to one of a few blocks within about
 * 300 m of it.
 */
final class SampledIncidents implements IncidentSource {

  private static final double SAME_BLOCK = 0.6;
  private static final double SAME_CATEGORY = 0.6;
  private static final int ENOUGH_POINTS = 20;

  private record PostCategory(int post, String category) {}

  private final LapdSamples samples;
  private final Streets streets = new Streets();
  private final Map<String, double[]> weekdays = new HashMap<>();
  private final Map<String, Double> firstDays = new HashMap<>();
  private final Map<PostCategory, List<Point>> points = new HashMap<>();

  SampledIncidents(LapdSamples samples) {
    this.samples = samples;
  }

  @Override
  public DrawnIncident draw(YearMonth month, int post, String category, Dice dice) {
    Sample sample = dice.pick(samples.of(category));
    LocalDateTime occurred = day(month, category, dice).atTime(sample.time());
    return new DrawnIncident(
        occurred,
        occurred,
        occurred.toLocalDate().plusDays(sample.delayDays()),
        sample.offence(),
        sample.scene(),
        place(post, category, sample.crossing(), dice));
  }

  /** A day in the category's own rhythm: its weekdays, and the first of the month, which stands for "some day of the month". */
  private LocalDate day(YearMonth month, String category, Dice dice) {
    if (dice.chance(firstDays.computeIfAbsent(category, this::excessOfFirstDays))) {
      return month.atDay(1);
    }
    double[] weights = weekdays.computeIfAbsent(category, this::weekdayWeights);
    while (true) {
      LocalDate day = month.atDay(1 + dice.below(month.lengthOfMonth()));
      if (dice.chance(weights[day.getDayOfWeek().getValue() - 1])) {
        return day;
      }
    }
  }

  /** Chance that the day is 1 for no other reason than that the day is not known. */
  private double excessOfFirstDays(String category) {
    List<Sample> all = samples.of(category);
    double share =
        (double) all.stream().filter(s -> s.day().getDayOfMonth() == 1).count() / all.size();
    return Math.max(0, share - 12 / 365.25);
  }

  /** Weights of Monday to Sunday, the largest 1. */
  private double[] weekdayWeights(String category) {
    double[] weights = new double[7];
    double most = 1;
    for (DayOfWeek day : DayOfWeek.values()) {
      double count = samples.of(category).stream()
          .filter(s -> s.day().getDayOfMonth() > 1 && s.day().getDayOfWeek() == day)
          .count();
      weights[day.getValue() - 1] = count + 1;
      most = Math.max(most, count + 1);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= most;
    }
    return weights;
  }

  private Place place(int post, String category, boolean crossing, Dice dice) {
    List<Point> own =
        points.computeIfAbsent(new PostCategory(post, category), this::pointsOfCategory);
    boolean enough = own.size() >= ENOUGH_POINTS && dice.chance(SAME_CATEGORY);
    Point base = dice.pick(enough ? own : samples.points(post));
    if (!base.known() || dice.chance(SAME_BLOCK)) {
      return place(base.lon(), base.lat(), base, post, crossing);
    }
    return beside(base, post, crossing, dice.below(6));
  }

  private List<Point> pointsOfCategory(PostCategory key) {
    return new ArrayList<>(samples.points(key.post()).stream()
        .filter(point -> point.category().equals(key.category()))
        .toList());
  }

  /** One of six fixed blocks around a point, so that they too repeat. */
  private Place beside(Point base, int post, boolean crossing, int which) {
    Dice fixed = new Dice(Double.hashCode(base.lon()) * 31L + Double.hashCode(base.lat()) + which);
    double reach = 0.0012 + 0.0008 * which / 6;
    double lon = Place.round(base.lon() + reach * (2 * fixed.uniform() - 1));
    double lat = Place.round(base.lat() + reach * (2 * fixed.uniform() - 1));
    return place(lon, lat, base, post, crossing);
  }

  private Place place(double lon, double lat, Point base, int post, boolean crossing) {
    long column = Math.round(base.lon() * 280);
    long row = Math.round(base.lat() * 280);
    int hundred =
        100 * (1 + (int) Math.floorMod(Math.round(lon * 900) + Math.round(lat * 900), 220L));
    return new Place(
        lon,
        lat,
        streets.padded(crossing ? 0 : hundred, lat < 34.05 ? "S" : "N", row),
        crossing ? streets.name(column) : "",
        post,
        base.beat(),
        "",
        "");
  }
}
