package org.lamplight.ingest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.CityClock;
import org.lamplight.city.CityClock.Resolved;
import org.lamplight.city.CityClock.Shown;
import org.lamplight.city.IncidentFormat;
import org.lamplight.city.IncidentFormat.LonLat;
import org.lamplight.city.IncidentFormat.Moment;
import org.lamplight.incident.Flag;
import org.lamplight.ingest.MomentReader.Reading;

/** Checks a row, reads it as the profile says, and writes it as a line of the staging table. */
final class IncidentMapper {

  private static final int LONGEST_KEY = 200;
  private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
  private final Header header;
  private final CodeBook codes;
  private final LocalDate latest;
  private final CityClock clock;
  private final FieldReader record;
  private final FieldReader code;
  private final FieldReader label;
  private final MomentReader from;
  private final @Nullable MomentReader to;
  private final @Nullable MomentReader reported;
  private final PlaceReader place;
  private final FieldReader[] words;
  private final List<Match> firearm;

  private record Match(FieldReader field, Set<String> values) {}

  /**
   * A mapper of one file.
   *
   * @param today the day of the import in the city
   */
  IncidentMapper(City city, IncidentFormat format, Header header, CodeBook codes, LocalDate today) {
    this.header = header;
    this.codes = codes;
    this.latest = today.plusDays(1);
    this.clock = new CityClock(city.profile().zone());
    this.record = field(format, format.record());
    this.code = field(format, format.code());
    this.label = field(format, format.label());
    this.from = new MomentReader(
        format.occurredFrom(), header, format.missing(), city.profile().zone());
    this.to = moment(city, format, format.occurredTo());
    this.reported = moment(city, format, format.reportedOn());
    this.place = new PlaceReader(format.place(), header, format.missing());
    this.words = new FieldReader[] {
      field(format, format.address()),
      field(format, format.premises()),
      field(format, format.weapon()),
      field(format, format.status()),
      field(format, format.beat())
    };
    this.firearm = format.firearm().stream()
        .map(rule -> new Match(field(format, rule.column()), Set.copyOf(rule.values())))
        .toList();
  }

  private FieldReader field(IncidentFormat format, IncidentFormat.@Nullable Column column) {
    return FieldReader.of(column, header, format.missing());
  }

  private @Nullable MomentReader moment(City city, IncidentFormat format, @Nullable Moment moment) {
    return MomentReader.of(moment, header, format.missing(), city.profile().zone());
  }

  /** Writes the row; null when it went well, otherwise why it cannot be loaded (and nothing was written). */
  @Nullable
  Rejection map(Row row, CopyText out) {
    if (row.width() != header.width()) {
      return new Rejection(
          row.line(),
          row.width() > 0 ? row.field(0) : null,
          "ragged_row",
          row.width() + " fields, the header has " + header.width());
    }
    String number = record.read(row);
    String codeText = code.read(row);
    if (number == null || codeText == null) {
      return new Rejection(
          row.line(), number, number == null ? "missing_record" : "missing_code", null);
    }
    if (number.length() > LONGEST_KEY || codeText.length() > LONGEST_KEY) {
      return new Rejection(row.line(), number.substring(0, 20), "overlong_key", null);
    }
    Reading occurred = from.read(row);
    if (occurred.at() == null) {
      return new Rejection(row.line(), number, String.valueOf(occurred.problem()), null);
    }
    write(row, out, number, codeText, occurred, occurred.at());
    return null;
  }

  private void write(
      Row row,
      CopyText out,
      String number,
      String codeText,
      Reading occurred,
      LocalDateTime wallClock) {
    Resolved start = resolve(occurred, wallClock);
    Resolved end = resolve(to, row);
    LocalDate reportDay = day(row);
    LonLat point = place.read(row);
    int flags = placeFlags(point) | timeFlags(occurred, start, end, reportDay);
    out.number(row.line()).number(codes.number(codeText, label.read(row))).number(flags);
    int content = out.length();
    LocalDateTime local = start.local();
    out.text(number)
        .number(local.getYear())
        .number(local.getHour())
        .number(local.getDayOfWeek().getValue())
        .truth(firearm(row))
        .utc(start.utc())
        .utc(end == null ? null : end.utc())
        .day(reportDay);
    point(out, point);
    for (FieldReader word : words) {
      out.text(word.read(row));
    }
    out.number(out.hashSince(content)).end();
  }

  private static void point(CopyText out, @Nullable LonLat point) {
    if (point == null) {
      out.missing().missing();
    } else {
      out.decimal(point.lon()).decimal(point.lat());
    }
  }

  private Resolved resolve(Reading reading, LocalDateTime wallClock) {
    return reading.utc() == null
        ? clock.resolve(wallClock)
        : new Resolved(wallClock, reading.utc(), Shown.ONCE);
  }

  /** The end of a span that cannot be read is not known; the incident itself stands. */
  private @Nullable Resolved resolve(@Nullable MomentReader moment, Row row) {
    Reading reading = moment == null ? Reading.MISSING : moment.read(row);
    return reading.at() == null ? null : resolve(reading, reading.at());
  }

  private @Nullable LocalDate day(Row row) {
    Reading reading = reported == null ? Reading.MISSING : reported.read(row);
    return reading.at() == null ? null : reading.at().toLocalDate();
  }

  private boolean firearm(Row row) {
    for (Match match : firearm) {
      String value = match.field.read(row);
      if (value != null && match.values.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private int placeFlags(@Nullable LonLat point) {
    if (point == null) {
      return Flag.NO_LOCATION.bit();
    }
    return place.isDefault(point) ? Flag.DEFAULT_LOCATION.bit() : 0;
  }

  private int timeFlags(
      Reading occurred, Resolved start, @Nullable Resolved end, @Nullable LocalDate reportDay) {
    LocalDate day = start.local().toLocalDate();
    int flags = occurred.placeholder() ? Flag.PLACEHOLDER_TIME.bit() : 0;
    flags |= shown(start.shown()) | (end == null ? 0 : shown(end.shown()));
    if (implausible(day) || (end != null && implausible(end.local().toLocalDate()))) {
      flags |= Flag.IMPLAUSIBLE_DATE.bit();
    }
    if (reportDay != null && reportDay.isBefore(day)) {
      flags |= Flag.REPORTED_BEFORE_OCCURRED.bit();
    }
    if (end != null && end.utc().isBefore(start.utc())) {
      flags |= Flag.SPAN_REVERSED.bit();
    }
    return flags;
  }

  private boolean implausible(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(latest);
  }

  private static int shown(Shown shown) {
    return switch (shown) {
      case ONCE -> 0;
      case NEVER -> Flag.DST_GAP.bit();
      case TWICE -> Flag.DST_OVERLAP.bit();
    };
  }
}
