package org.lamplight.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A synthetic incident before it is written in a city's layout; it holds nothing about persons.
 *
 * @param until latest local time at which it can have occurred
 */
record DrawnIncident(
    LocalDateTime occurred,
    LocalDateTime until,
    LocalDate reported,
    OffenceCode offence,
    Scene scene,
    Place place) {

  /** The circumstances that a record tells besides place and time; empty where it tells none. */
  record Scene(
      String premisesCode,
      String premises,
      String weaponCode,
      String weapon,
      String status,
      String methods) {}

  DrawnIncident with(LocalDateTime newOccurred, LocalDate newReported) {
    var shift = java.time.Duration.between(occurred, until);
    return new DrawnIncident(
        newOccurred, newOccurred.plus(shift), newReported, offence, scene, place);
  }

  DrawnIncident with(Place newPlace) {
    return new DrawnIncident(occurred, until, reported, offence, scene, newPlace);
  }

  DrawnIncident with(OffenceCode newOffence) {
    return new DrawnIncident(occurred, until, reported, newOffence, scene, place);
  }
}
