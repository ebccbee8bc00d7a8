package org.lamplight.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 17 columns of the Atlanta police's COBRA file of 2021, with its line breaks inside quotes.
 *
 * <p>Record numbers have its form, 2-digit year, day of the year, serial of the day; 500 is added to the day, so that no number can
 * be one of the city's own.
 */
final class CobraLayout implements RowLayout {

  static final String HEADER =
      "offense_id,rpt_date,occur_date,occur_day,occur_day_num,occur_time,poss_date,poss_time,beat,"
          + "zone,location,ibr_code,UC2_Literal,neighborhood,npu,lat,long\n";

  private final List<DemoCity.Post> zones;
  private final Map<LocalDate, Integer> serials = new HashMap<>();

  CobraLayout(List<DemoCity.Post> zones) {
    this.zones = zones;
  }

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public String number(DrawnIncident incident) {
    LocalDate day = incident.reported();
    int serial = serials.merge(day, 1, Integer::sum);
    StringBuilder number = new StringBuilder(10);
    RowLayout.two(number, day.getYear() % 100).append(500 + day.getDayOfYear());
    return number.append(String.format(Locale.ROOT, "%04d", serial)).toString();
  }

  @Override
  public void append(
      StringBuilder out, String record, DrawnIncident incident, @Nullable Dirt dirt) {
    Place place = incident.place();
    LocalDateTime occurred = incident.occurred();
    out.append(record).append(',');
    date(out, incident.reported()).append(',');
    date(out, occurred.toLocalDate()).append(',');
    var weekday = occurred.getDayOfWeek();
    out.append(weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).append(',');
    out.append(weekday.getValue() % 7 + 1).append(',');
    time(out, occurred).append(',');
    if (dirt == Dirt.NOT_AVAILABLE) {
      out.append("NA,NA,");
    } else {
      date(out, incident.until().toLocalDate()).append(',');
      time(out, incident.until()).append(',');
    }
    out.append(place.beat()).append(',').append(zones.get(place.post()).code()).append(',');
    RowLayout.field(out, place.street() + "\nATLANTA, GA\nUNITED STATES");
    out.append(',').append(incident.offence().code()).append(',');
    out.append(incident.offence().text()).append(',');
    RowLayout.field(out, place.neighborhood());
    out.append(',').append(place.district()).append(',');
    RowLayout.degrees(out, place.lat());
    out.append(',');
    RowLayout.degrees(out, place.lon());
    out.append('\n');
  }

  private static StringBuilder date(StringBuilder out, LocalDate date) {
    return out.append(date.getMonthValue())
        .append('/')
        .append(date.getDayOfMonth())
        .append('/')
        .append(date.getYear());
  }

  private static StringBuilder time(StringBuilder out, LocalDateTime time) {
    out.append(time.getHour()).append(':');
    return RowLayout.two(out, time.getMinute());
  }
}
