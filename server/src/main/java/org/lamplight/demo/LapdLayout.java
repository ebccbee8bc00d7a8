package org.lamplight.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 28 columns of the Los Angeles open-data portal. Victim columns stay blank: Lamplight holds no data about persons.
 *
 * <p>Record numbers have the portal's form, 2-digit year, 2-digit division, serial; serials begin at half of their range, which the
 * LAPD does not reach in a year.
 */
final class LapdLayout implements RowLayout {

  static final String HEADER =
      "DR_NO,Date Rptd,DATE OCC,TIME OCC,AREA,AREA NAME,Rpt Dist No,Part 1-2,Crm Cd,Crm Cd Desc,"
          + "Mocodes,Vict Age,Vict Sex,Vict Descent,Premis Cd,Premis Desc,Weapon Used Cd,Weapon Desc,"
          + "Status,Status Desc,Crm Cd 1,Crm Cd 2,Crm Cd 3,Crm Cd 4,LOCATION,Cross Street,LAT,LON\n";

  private static final Map<String, String> STATUS = Map.of(
      "IC",
      "Invest Cont",
      "AO",
      "Adult Other",
      "AA",
      "Adult Arrest",
      "JA",
      "Juv Arrest",
      "JO",
      "Juv Other",
      "CC",
      "UNK");

  private final List<DemoCity.Post> divisions;
  private final int firstSerial;
  private final Map<Integer, Integer> serials = new HashMap<>();

  /** The serial has 5 digits as published, more for a city many times as large. */
  LapdLayout(List<DemoCity.Post> divisions, int digits) {
    this.divisions = divisions;
    this.firstSerial = (int) Math.round(5 * StrictMath.pow(10, digits - 1));
  }

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public String number(DrawnIncident incident) {
    int year = incident.reported().getYear();
    int post = incident.place().post();
    int serial = serials.merge(year * 100 + post, 1, Integer::sum);
    StringBuilder number = new StringBuilder(12);
    RowLayout.two(number, year % 100).append(divisions.get(post).code());
    return number.append(firstSerial + serial).toString();
  }

  @Override
  public void append(
      StringBuilder out, String record, DrawnIncident incident, @Nullable Dirt dirt) {
    boolean second = dirt == Dirt.SECOND_DATE_FORM;
    Place place = incident.place();
    DemoCity.Post division = divisions.get(place.post());
    out.append(record).append(',');
    date(out, incident.reported(), second).append(',');
    date(out, incident.occurred().toLocalDate(), second).append(',');
    RowLayout.two(out, incident.occurred().getHour());
    RowLayout.two(out, incident.occurred().getMinute()).append(',');
    out.append(division.code()).append(',').append(division.name()).append(',');
    out.append(place.beat()).append(',');
    offence(out, incident);
    scene(out, incident);
    RowLayout.field(out, place.street());
    out.append(',').append(place.cross()).append(',');
    RowLayout.degrees(out, place.lat());
    out.append(',');
    RowLayout.degrees(out, place.lon());
    out.append('\n');
  }

  private static void offence(StringBuilder out, DrawnIncident incident) {
    OffenceCode offence = incident.offence();
    out.append(offence.part()).append(',').append(offence.code()).append(',');
    RowLayout.field(out, offence.text());
    out.append(',').append(incident.scene().methods()).append(",,,,");
  }

  private static void scene(StringBuilder out, DrawnIncident incident) {
    DrawnIncident.Scene scene = incident.scene();
    out.append(scene.premisesCode()).append(',');
    RowLayout.field(out, scene.premises());
    out.append(',').append(scene.weaponCode()).append(',');
    RowLayout.field(out, scene.weapon());
    out.append(',').append(scene.status()).append(',');
    out.append(STATUS.getOrDefault(scene.status(), "UNK")).append(',');
    out.append(incident.offence().code()).append(",,,,");
  }

  private static StringBuilder date(StringBuilder out, LocalDate date, boolean second) {
    RowLayout.two(out, date.getMonthValue()).append('/');
    RowLayout.two(out, date.getDayOfMonth()).append('/').append(date.getYear());
    return out.append(second ? " 00:00" : " 12:00:00 AM");
  }
}
