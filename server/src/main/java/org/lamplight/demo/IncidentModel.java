package org.lamplight.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws plausible incidents from round public facts: hot blocks, rhythms of the week, shares of offences, delays of reports. */
final class IncidentModel implements IncidentSource {

  /** Kinds that are found out late, so that the record gives a span of time. */
  private static final Set<String> FOUND_LATER = Set.of("burglary", "vehicle", "vandalism");

  private final HotPlaces places;
  private final Map<String, Rhythm> rhythms = Rhythm.all();
  private final SceneTables scenes;
  private final Weighted<OffenceCode> offences;
  private final Map<String, Weighted<OffenceCode>> byCategory = new HashMap<>();

  IncidentModel(DemoCity city, Dice dice) {
    this.places = new HotPlaces(city, DemoAreas.draw(city), dice);
    this.scenes = new SceneTables(city.slug());
    List<OffenceCode> codes = OffenceCode.of(city.slug());
    this.offences = new Weighted<>(codes, OffenceCode::per10000);
    for (OffenceCode code : codes) {
      byCategory.computeIfAbsent(
          code.category(),
          category -> new Weighted<>(
              codes.stream().filter(c -> c.category().equals(category)).toList(),
              OffenceCode::per10000));
    }
  }

  /** An incident of any offence at any place. */
  DrawnIncident draw(YearMonth month, Dice dice) {
    return draw(month, offences.draw(dice), places.draw(dice), dice);
  }

  @Override
  public DrawnIncident draw(YearMonth month, int post, String category, Dice dice) {
    Weighted<OffenceCode> codes = byCategory.get(category);
    if (codes == null) {
      throw new IllegalArgumentException("no offence code of category " + category);
    }
    return draw(month, codes.draw(dice), places.drawIn(post, dice), dice);
  }

  private DrawnIncident draw(YearMonth month, OffenceCode offence, Place place, Dice dice) {
    LocalDateTime occurred = rhythm(offence).draw(month, dice);
    LocalDateTime until = occurred.plusMinutes(
        FOUND_LATER.contains(offence.kind())
            ? 30 + (int) (900 * dice.uniform() * dice.uniform())
            : 5 + dice.below(20));
    LocalDate reported = until.toLocalDate().plusDays(delay(offence, dice));
    return new DrawnIncident(
        occurred, until, reported, offence, scenes.draw(offence.kind(), dice), place);
  }

  private Rhythm rhythm(OffenceCode offence) {
    Rhythm rhythm = rhythms.get(offence.kind());
    if (rhythm == null) {
      throw new IllegalArgumentException("no rhythm of kind " + offence.kind());
    }
    return rhythm;
  }

  /** Half are reported on the day, a quarter on the next, the rest with a tail; frauds later. */
  private static int delay(OffenceCode offence, Dice dice) {
    double u = dice.uniform();
    if (offence.kind().equals("fraud")) {
      return u < 0.25 ? 0 : Math.min(300, dice.geometricDays(40));
    }
    return u < 0.5 ? 0 : u < 0.75 ? 1 : Math.min(300, 2 + dice.geometricDays(5));
  }
}
