package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.city.IncidentFormat.Column;
import org.lamplight.city.IncidentFormat.Moment;
import org.lamplight.city.IncidentFormat.Zone;

/** Moments as sources write them. */
class MomentReaderTest {

  private record Line(List<String> fields) implements Row {
    @Override
    public long line() {
      return 1;
    }

    @Override
    public int width() {
      return fields.size();
    }

    @Override
    public String field(int column) {
      return fields.get(column);
    }
  }

  private static MomentReader.Reading read(Zone zone, String pattern, String... fields) {
    Moment moment = new Moment(
        new Column(List.of("day"), null, null),
        List.of(pattern),
        fields.length > 1 ? new Column(List.of("clock"), null, null) : null,
        List.of("HH:mm:ss.SSS"),
        zone,
        List.of("00:00"));
    return new MomentReader(
            moment, new Header(List.of("day", "clock")), List.of(), ZoneId.of("America/Chicago"))
        .read(new Line(List.of(fields)));
  }

  @Test
  void fractionsOfASecondAreCutOff() {
    LocalDateTime second = LocalDateTime.of(2023, 6, 1, 23, 59, 59);
    assertEquals(
        second,
        read(Zone.LOCAL, "uuuu-MM-dd'T'HH:mm:ss.SSS", "2023-06-01T23:59:59.999").at());
    assertEquals(
        second, read(Zone.LOCAL, "uuuu-MM-dd", "2023-06-01", "23:59:59.501").at());
    MomentReader.Reading instant =
        read(Zone.OFFSET, "uuuu-MM-dd'T'HH:mm:ss.SSSXXX", "2023-06-02T00:59:59.999-04:00");
    assertEquals(second, instant.at());
    assertEquals(second.plusHours(5), instant.utc());
  }

  @Test
  void aPlaceholderWithAFractionIsStillOne() {
    assertTrue(read(Zone.LOCAL, "uuuu-MM-dd", "2023-06-01", "00:00:00.300").placeholder());
  }
}
