package org.lamplight.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentGeneratorTest {

  private static final int ROWS = 30_000;

  private static final Map<String, List<NamedCsvRecord>> ROWS_OF = new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void theSameSeedGivesTheSameBytes(String slug) throws IOException {
    byte[] once = bytes(slug, 5, 3_000);
    assertArrayEquals(once, bytes(slug, 5, 3_000));
    assertFalse(Arrays.equals(once, bytes(slug, 6, 3_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void everyFaultHasItsShareOfTheRows(String slug) throws IOException {
    var out = new ByteArrayOutputStream();
    Map<Dirt, Integer> tally =
        new IncidentGenerator(DemoCity.of(slug), DemoFiles.SEED).write(out, ROWS);
    for (Dirt dirt : Dirt.values()) {
      double expected = ROWS * dirt.share(slug);
      double tolerance = 4 * Math.sqrt(expected) + 1;
      assertEquals(expected, tally.getOrDefault(dirt, 0), tolerance, dirt.name());
    }
  }

  @Test
  void losAngelesRowsHaveThePortalsColumnsAndNoVictim() throws IOException {
    List<NamedCsvRecord> rows = rows(DemoCity.LOS_ANGELES);
    assertEquals(ROWS, rows.size());
    assertEquals(28, rows.get(0).getHeader().size());
    for (NamedCsvRecord row : rows) {
      assertEquals(28, row.getFieldCount());
      assertTrue(row.getField("Vict Age").isEmpty());
      assertTrue(row.getField("Vict Sex").isEmpty());
      assertTrue(row.getField("Vict Descent").isEmpty());
      assertTrue(row.getField("Date Rptd").matches("\\d\\d/\\d\\d/\\d{4} (12:00:00 AM|00:00)"));
      assertTrue(row.getField("TIME OCC").matches("([01]\\d|2[0-3])[0-5]\\d"));
    }
    assertEquals(ROWS, distinct(rows, "DR_NO"));
    assertTrue(
        rows.stream().allMatch(row -> row.getField("DR_NO").matches("2\\d{3}[5-9]\\d{4}")),
        "serials lie where the department's own do not");
  }

  @Test
  void atlantaRowsBreakTheirLinesInsideQuotesAndRepeatRecordNumbers() throws IOException {
    List<NamedCsvRecord> rows = rows(DemoCity.ATLANTA);
    assertEquals(ROWS, rows.size());
    for (NamedCsvRecord row : rows) {
      assertEquals(17, row.getFieldCount());
      assertTrue(row.getField("location").contains("\nATLANTA, GA\n"));
      assertTrue(row.getField("occur_time").matches("\\d{1,2}:\\d\\d"));
    }
    double repeated = 1 - (double) distinct(rows, "offense_id") / ROWS;
    assertEquals(Dirt.REPEATED_RECORD.share(DemoCity.ATLANTA), repeated, 0.002);
    assertTrue(rows.stream().anyMatch(row -> row.getField("poss_date").equals("NA")));
  }

  @Test
  void theWeekdayOfAnAtlantaRowIsThatOfItsDate() throws IOException {
    var form = java.time.format.DateTimeFormatter.ofPattern("M/d/uuuu", java.util.Locale.ROOT);
    for (NamedCsvRecord row : rows(DemoCity.ATLANTA)) {
      var day = java.time.LocalDate.parse(row.getField("occur_date"), form).getDayOfWeek();
      assertEquals(day.name(), row.getField("occur_day").toUpperCase(java.util.Locale.ROOT));
      assertEquals(day.getValue() % 7 + 1, Integer.parseInt(row.getField("occur_day_num")));
    }
  }

  @Test
  void theDefaultPileHasManyAddresses() throws IOException {
    List<NamedCsvRecord> pile = rows(DemoCity.LOS_ANGELES).stream()
        .filter(r -> r.getField("LAT").equals("34.0522") && r.getField("LON").equals("-118.2437"))
        .toList();
    assertTrue(pile.size() > 100);
    assertTrue(distinct(pile, "LOCATION") > pile.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {DemoCity.LOS_ANGELES, DemoCity.ATLANTA})
  void aFewPlacesHoldMuch(String slug) throws IOException {
    String lon = slug.equals(DemoCity.ATLANTA) ? "long" : "LON";
    String lat = slug.equals(DemoCity.ATLANTA) ? "lat" : "LAT";
    List<Long> counts = rows(slug).stream()
        .collect(Collectors.groupingBy(
            row -> row.getField(lon) + row.getField(lat), Collectors.counting()))
        .values()
        .stream()
        .sorted(Comparator.reverseOrder())
        .toList();
    long top = counts.stream().limit(counts.size() / 20).mapToLong(n -> n).sum();
    assertTrue(top > ROWS * 0.2 && top < ROWS * 0.7, "one place in twenty holds " + top);
  }

  @Test
  void shotsAreFiredAtNightAndFraudsByDay() throws IOException {
    Map<String, String> kinds = OffenceCode.of(DemoCity.LOS_ANGELES).stream()
        .collect(Collectors.toMap(OffenceCode::code, OffenceCode::kind));
    Function<String, Double> night = kind -> {
      var own = rowsUnchecked().stream()
          .filter(row -> kind.equals(kinds.get(row.getField("Crm Cd"))))
          .map(row -> Integer.parseInt(row.getField("TIME OCC")) / 100)
          .toList();
      return own.stream().filter(h -> h >= 20 || h < 4).count() / (double) own.size();
    };
    assertTrue(night.apply("shooting") > 1.5 * night.apply("fraud"));
  }

  private static byte[] bytes(String slug, long seed, int rows) throws IOException {
    var out = new ByteArrayOutputStream();
    new IncidentGenerator(DemoCity.of(slug), seed).write(out, rows);
    return out.toByteArray();
  }

  private static List<NamedCsvRecord> rows(String slug) throws IOException {
    List<NamedCsvRecord> known = ROWS_OF.get(slug);
    if (known == null) {
      known = generate(slug);
      ROWS_OF.put(slug, known);
    }
    return known;
  }

  private static List<NamedCsvRecord> generate(String slug) throws IOException {
    String text = new String(bytes(slug, DemoFiles.SEED, ROWS), StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private static List<NamedCsvRecord> rowsUnchecked() {
    try {
      return rows(DemoCity.LOS_ANGELES);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long distinct(List<NamedCsvRecord> rows, String field) {
    return rows.stream().map(row -> row.getField(field)).distinct().count();
  }
}
