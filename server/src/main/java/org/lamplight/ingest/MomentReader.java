package org.lamplight.ingest;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.Moment;
import org.lamplight.city.IncidentFormat.Zone;

/**
 * Reads a local moment as a profile describes it, cut to the whole second; impossible dates such as 30 February are not bent into
 * possible ones.
 */
final class MomentReader {

  private static final int REMEMBERED = 20_000;
  private final FieldReader date;
  private final @Nullable FieldReader time;
  private final List<DateTimeFormatter> datePatterns;
  private final List<DateTimeFormatter> timePatterns;
  private final Set<LocalTime> placeholders;
  private final Zone zone;
  private final ZoneId cityZone;
  private final Map<String, Optional<LocalDateTime>> dates = new HashMap<>();
  private final Map<String, Optional<LocalTime>> times = new HashMap<>();

  MomentReader(Moment moment, Header header, List<String> missing, ZoneId cityZone) {
    this.date = FieldReader.of(moment.date(), header, missing);
    this.time = moment.time() == null ? null : FieldReader.of(moment.time(), header, missing);
    this.datePatterns = moment.datePatterns().stream().map(MomentReader::strict).toList();
    this.timePatterns = moment.timePatterns().stream().map(MomentReader::strict).toList();
    this.placeholders =
        moment.placeholders().stream().map(LocalTime::parse).collect(Collectors.toSet());
    this.zone = moment.zone() == null ? Zone.LOCAL : moment.zone();
    this.cityZone = cityZone;
  }

  static @Nullable MomentReader of(
      @Nullable Moment moment, Header header, List<String> missing, ZoneId zone) {
    return moment == null ? null : new MomentReader(moment, header, missing, zone);
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * What a row says.
   *
   * @param at wall clock of the city; null when {@code problem} says why
   * @param utc the instant, where the source is not in wall-clock time
   * @param placeholder the time of day is missing or one that stands for "not known"
   */
  record Reading(
      @Nullable LocalDateTime at,
      @Nullable LocalDateTime utc,
      boolean placeholder,
      @Nullable String problem) {
    static final Reading MISSING = new Reading(null, null, false, "missing_date");
    static final Reading BAD_DATE = new Reading(null, null, false, "bad_date");
    static final Reading BAD_TIME = new Reading(null, null, false, "bad_time");
  }

  Reading read(Row row) {
    String dateText = date.read(row);
    if (dateText == null) {
      return Reading.MISSING;
    }
    LocalDateTime whole = remembered(dates, dateText, this::parseDate);
    if (whole == null || whole.getYear() < 1 || whole.getYear() > 9998) {
      return Reading.BAD_DATE;
    }
    if (time == null) {
      return reading(whole, false);
    }
    String timeText = time.read(row);
    if (timeText == null) {
      return reading(whole.toLocalDate().atStartOfDay(), true);
    }
    LocalTime clock = remembered(times, timeText, this::parseTime);
    return clock == null ? Reading.BAD_TIME : reading(whole.toLocalDate().atTime(clock), false);
  }

  /** Moments that are not in wall-clock time are in UTC by now, whether the text or the profile said so. */
  private Reading reading(LocalDateTime written, boolean noTime) {
    LocalDateTime local = zone == Zone.LOCAL
        ? written
        : written.atOffset(ZoneOffset.UTC).atZoneSameInstant(cityZone).toLocalDateTime();
    boolean placeholder = noTime || placeholders.contains(local.toLocalTime());
    return new Reading(local, zone == Zone.LOCAL ? null : written, placeholder, null);
  }

  private static <T> @Nullable T remembered(
      Map<String, Optional<T>> memory,
      String text,
      java.util.function.Function<String, Optional<T>> parse) {
    Optional<T> known = memory.get(text);
    if (known == null) {
      known = parse.apply(text);
      if (memory.size() >= REMEMBERED) {
        memory.clear();
      }
      memory.put(text, known);
    }
    return known.orElse(null);
  }

  private Optional<LocalDateTime> parseDate(String text) {
    for (DateTimeFormatter pattern : datePatterns) {
      TemporalAccessor parsed = parse(pattern, text);
      if (parsed != null) {
        return Optional.ofNullable(local(parsed));
      }
    }
    return Optional.empty();
  }

  private @Nullable LocalDateTime local(TemporalAccessor parsed) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    LocalTime clock = parsed.query(TemporalQueries.localTime());
    if (day == null) {
      return null;
    }
    LocalDateTime written =
        day.atTime(clock == null ? LocalTime.MIDNIGHT : clock).truncatedTo(ChronoUnit.SECONDS);
    boolean offsetGiven = parsed.isSupported(ChronoField.OFFSET_SECONDS);
    if (zone == Zone.LOCAL || !offsetGiven) {
      return zone == Zone.OFFSET ? null : written;
    }
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS));
    return written.minusSeconds(offset.getTotalSeconds());
  }

  private Optional<LocalTime> parseTime(String text) {
    for (DateTimeFormatter pattern : timePatterns) {
      TemporalAccessor parsed = parse(pattern, text);
      if (parsed != null) {
        return Optional.ofNullable(parsed.query(TemporalQueries.localTime()))
            .map(clock -> clock.truncatedTo(ChronoUnit.SECONDS));
      }
    }
    return Optional.empty();
  }

  /** Null when the pattern does not fit; an exception is made only for what fits in form and is impossible in fact. */
  private static @Nullable TemporalAccessor parse(DateTimeFormatter pattern, String text) {
    ParsePosition position = new ParsePosition(0);
    if (pattern.parseUnresolved(text, position) == null || position.getIndex() != text.length()) {
      return null;
    }
    try {
      return pattern.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
