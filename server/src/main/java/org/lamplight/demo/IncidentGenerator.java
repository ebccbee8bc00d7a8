package org.lamplight.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Five years of plausible synthetic incidents of a demo city, in the city's own layout, with known faults in known shares.
 *
 * <p>Equal seeds give equal bytes. A few offences return to places nearby within two weeks, as burglaries and shootings do: S. Johnson
 * and K. Bowers, "The burglary as clue to the future", European Journal of Criminology 1:2 (2004).
 */
final class IncidentGenerator {

  static final YearMonth FIRST = YearMonth.of(2020, 1);
  static final int MONTHS = 60;

  private static final double RETURNS = 0.08;
  private static final Set<String> RETURNING = Set.of("burglary", "vehicle", "shooting");
  private static final double[] TREND = {1, 1.04, 1.1, 1.08, 1.02};

  private final DemoCity city;
  private final Dice dice;
  private final IncidentModel model;
  private final RowLayout layout;
  private final DirtMaker dirtMaker;
  private final Map<Dirt, Integer> tally = new EnumMap<>(Dirt.class);
  private final List<DrawnIncident> recent = new ArrayList<>();
  private String lastNumber = "";

  IncidentGenerator(DemoCity city, long seed) {
    this.city = city;
    this.dice = new Dice(seed);
    this.model = new IncidentModel(city, dice.split());
    this.layout = city.slug().equals(DemoCity.LOS_ANGELES)
        ? new LapdLayout(city.posts(), 5)
        : new CobraLayout(city.posts());
    this.dirtMaker = new DirtMaker(city);
  }

  /** Writes header and rows; answers how many rows have each fault. */
  Map<Dirt, Integer> write(OutputStream out, int rows) throws IOException {
    StringBuilder text = new StringBuilder(layout.header());
    int[] counts = monthly(rows);
    for (int m = 0; m < MONTHS; m++) {
      for (int i = 0; i < counts[m]; i++) {
        row(text, FIRST.plusMonths(m));
        if (text.length() > 1 << 16) {
          flush(text, out);
        }
      }
    }
    flush(text, out);
    return Collections.unmodifiableMap(tally);
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private void row(StringBuilder text, YearMonth month) {
    DrawnIncident incident = returning(month).orElseGet(() -> model.draw(month, dice));
    remember(incident);
    Optional<Dirt> dirt = dirtMaker.draw(dice);
    if (dirt.isPresent()) {
      tally.merge(dirt.get(), 1, Integer::sum);
      incident = dirtMaker.spoil(incident, dirt.get(), dice);
    }
    boolean repeated = dirt.orElse(null) == Dirt.REPEATED_RECORD && !lastNumber.isEmpty();
    if (!repeated) {
      lastNumber = layout.number(incident);
    }
    layout.append(text, lastNumber, incident, dirt.orElse(null));
  }

  private void remember(DrawnIncident incident) {
    if (RETURNING.contains(incident.offence().kind())) {
      if (recent.size() < 400) {
        recent.add(incident);
      } else {
        recent.set(dice.below(recent.size()), incident);
      }
    }
  }

  /** Sometimes an offence of this month again, within two weeks and about 200 m. */
  private Optional<DrawnIncident> returning(YearMonth month) {
    if (recent.isEmpty() || !dice.chance(RETURNS)) {
      return Optional.empty();
    }
    DrawnIncident before = dice.pick(recent);
    int days = 1 + dice.below(13);
    var occurred = before.occurred().plusDays(days).plusMinutes(15L * (dice.below(9) - 4));
    if (!YearMonth.from(occurred).equals(month)) {
      return Optional.empty();
    }
    Place place = before.place();
    Place near = place.at(
        Place.round(place.lon() + 0.0008 * dice.normal()),
        Place.round(place.lat() + 0.0007 * dice.normal()));
    return Optional.of(before
        .with(occurred, before.reported().plusDays(days + 1L))
        .with(dice.chance(0.5) || dirtMaker.isOutside(near) ? place : near));
  }

  /** Rows of each month: a slow trend, more in summer, exactly {@code rows} in all. */
  private int[] monthly(int rows) {
    double swing = city.slug().equals(DemoCity.LOS_ANGELES) ? 0.05 : 0.1;
    double[] weights = new double[MONTHS];
    for (int m = 0; m < MONTHS; m++) {
      YearMonth month = FIRST.plusMonths(m);
      double season =
          1 + swing * StrictMath.cos(2 * StrictMath.PI * (month.getMonthValue() - 8) / 12);
      weights[m] = TREND[m / 12] * season * month.lengthOfMonth();
    }
    return Shares.whole(weights, rows);
  }
}
