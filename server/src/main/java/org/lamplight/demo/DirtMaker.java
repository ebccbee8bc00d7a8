package org.lamplight.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/** Spoils synthetic incidents in known shares. */
final class DirtMaker {

  private final DemoCity city;
  private final Weighted<Optional<Dirt>> choice;

  DirtMaker(DemoCity city) {
    this.city = city;
    double dirty =
        Arrays.stream(Dirt.values()).mapToDouble(d -> d.share(city.slug())).sum();
    List<Optional<Dirt>> choices = new ArrayList<>();
    choices.add(Optional.empty());
    for (Dirt dirt : Dirt.values()) {
      choices.add(Optional.of(dirt));
    }
    this.choice = new Weighted<>(choices, c -> c.map(d -> d.share(city.slug())).orElse(1 - dirty));
  }

  Optional<Dirt> draw(Dice dice) {
    return choice.draw(dice);
  }

  /** The incident with that fault; faults of the written row alone (date form, record number) leave it as it is. */
  DrawnIncident spoil(DrawnIncident incident, Dirt dirt, Dice dice) {
    Place place = incident.place();
    return switch (dirt) {
      case NO_LOCATION -> incident.with(place.at(0, 0));
      case DEFAULT_PILE -> incident.with(place.at(pile().x, pile().y));
      case OUTSIDE_CITY -> incident.with(outside(place, dice));
      case MIDNIGHT -> at(incident, LocalTime.of(0, losAngeles() ? 1 : 0));
      case NOON -> at(incident, LocalTime.NOON);
      case REPORTED_LATE ->
        incident.with(incident.occurred(), incident.reported().plusDays(367 + dice.below(500)));
      case REPORTED_BEFORE ->
        incident.with(
            incident.occurred(), incident.occurred().toLocalDate().minusDays(1 + dice.below(30)));
      case CLOCK_GAP -> atClockChange(incident, true, dice);
      case CLOCK_OVERLAP -> atClockChange(incident, false, dice);
      case UNKNOWN_CODE -> incident.with(unknown(incident.offence()));
      case SECOND_DATE_FORM, REPEATED_RECORD, NOT_AVAILABLE -> incident;
    };
  }

  private boolean losAngeles() {
    return city.slug().equals(DemoCity.LOS_ANGELES);
  }

  /** The point of the default pile: the middle of the city to two decimals. */
  private Coordinate pile() {
    return losAngeles() ? new Coordinate(-118.2437, 34.0522) : new Coordinate(-84.388, 33.749);
  }

  private Place outside(Place place, Dice dice) {
    Envelope box = new Envelope(city.outline().getEnvelopeInternal());
    box.expandBy(0.05);
    Coordinate c = new Coordinate();
    do {
      c.x = Place.round(box.getMinX() + dice.uniform() * box.getWidth());
      c.y = Place.round(box.getMinY() + dice.uniform() * box.getHeight());
    } while (holds(c));
    return place.at(c.x, c.y);
  }

  boolean isOutside(Place place) {
    return !holds(new Coordinate(place.lon(), place.lat()));
  }

  private boolean holds(Coordinate c) {
    return SimplePointInAreaLocator.locate(c, city.outline()) != Location.EXTERIOR
        || SimplePointInAreaLocator.locate(c, city.exclave()) != Location.EXTERIOR;
  }

  private static DrawnIncident at(DrawnIncident incident, LocalTime time) {
    return incident.with(incident.occurred().with(time), incident.reported());
  }

  private DrawnIncident atClockChange(DrawnIncident incident, boolean gap, Dice dice) {
    ZoneRules rules = city.zone().getRules();
    LocalDate newYear = LocalDate.of(incident.occurred().getYear(), 1, 1);
    ZoneOffsetTransition change =
        rules.nextTransition(newYear.atStartOfDay().toInstant(ZoneOffset.UTC));
    while (change.isGap() != gap) {
      change = rules.nextTransition(change.getInstant());
    }
    LocalDateTime start = gap ? change.getDateTimeBefore() : change.getDateTimeAfter();
    LocalDateTime occurred = start.plusMinutes(dice.below(60));
    return incident.with(occurred, occurred.toLocalDate());
  }

  private static OffenceCode unknown(OffenceCode offence) {
    return new OffenceCode(
        offence.code().length() == 3 && Character.isDigit(offence.code().charAt(2)) ? "999" : "99Z",
        "SYNTHETIC CODE THAT NO PROFILE KNOWS",
        "2",
        offence.category(),
        0,
        offence.kind());
  }
}
