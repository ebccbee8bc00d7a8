package org.lamplight.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.fault.Fault;
import org.lamplight.ingest.SharedData;

class MillionRowCityTest {

  private record Key(YearMonth month, String division, String category) {}

  @Test
  void countsOfEachMonthDivisionAndCategoryAreThePublishedOnes(@TempDir Path folder)
      throws IOException {
    Path shared = shared();
    Path file = folder.resolve("city.csv");
    assertEquals(1_004_894, MillionRowCity.write(file, Optional.of(shared), 1, 1));
    List<DemoCity.Post> posts = DemoCity.of(DemoCity.LOS_ANGELES).posts();
    Map<Key, Integer> expected = new HashMap<>();
    MonthlyCounts.published(shared, posts)
        .months()
        .forEach((month, cells) -> cells.forEach(cell -> expected.put(
            new Key(month, posts.get(cell.post()).name(), cell.category()), cell.count())));
    assertEquals(expected, counted(file));
  }

  private static Map<Key, Integer> counted(Path file) throws IOException {
    Map<String, String> categories = OffenceCode.of(DemoCity.LOS_ANGELES).stream()
        .collect(Collectors.toMap(OffenceCode::code, OffenceCode::category));
    Map<Key, Integer> counts = new HashMap<>();
    Set<String> numbers = new HashSet<>();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (var row : rows) {
        assertTrue(numbers.add(row.getField("DR_NO")));
        String date = row.getField("DATE OCC");
        YearMonth month = YearMonth.of(
            Integer.parseInt(date.substring(6, 10)), Integer.parseInt(date.substring(0, 2)));
        String category = categories.getOrDefault(row.getField("Crm Cd"), "Other");
        counts.merge(new Key(month, row.getField("AREA NAME"), category), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    byte[] once = oneMonth(3, 1);
    assertArrayEquals(once, oneMonth(3, 1));
    assertFalse(Arrays.equals(once, oneMonth(4, 1)));
  }

  @Test
  void aScaleOfTenGivesTenTimesTheRowsEachWithItsOwnNumber() throws IOException {
    List<NamedCsvRecord> rows = rows(oneMonth(3, 10));
    assertEquals(10 * rows(oneMonth(3, 1)).size(), rows.size());
    assertEquals(
        rows.size(), rows.stream().map(row -> row.getField("DR_NO")).distinct().count());
  }

  @Test
  void aboutTwoFifthsOfTheRowsOf2020HaveTheSecondFormOfDate() throws IOException {
    List<NamedCsvRecord> rows = rows(oneMonth(3, 1));
    long second =
        rows.stream().filter(row -> row.getField("DATE OCC").endsWith(" 00:00")).count();
    assertEquals(0.41, (double) second / rows.size(), 0.02);
  }

  @Test
  void withoutTheSharedFolderTheRoundTotalsOfFiveYearsAreWritten() {
    MonthlyCounts counts =
        MonthlyCounts.rounded(DemoCity.of(DemoCity.LOS_ANGELES).posts());
    assertEquals(60, counts.months().size());
    assertEquals(1_005_000, counts.total());
    long in2022 = counts.months().entrySet().stream()
        .filter(month -> month.getKey().getYear() == 2022)
        .flatMap(month -> month.getValue().stream())
        .mapToLong(MonthlyCounts.Cell::count)
        .sum();
    assertEquals(235_000, in2022);
  }

  @Test
  void roundTotalsAreCloseToThePublishedCounts() throws IOException {
    Path shared = shared();
    List<DemoCity.Post> posts = DemoCity.of(DemoCity.LOS_ANGELES).posts();
    double published = MonthlyCounts.published(shared, posts).total();
    assertEquals(1, MonthlyCounts.rounded(posts).total() / published, 0.001);
  }

  @Test
  void aNameEndingInGzIsCompressed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("city.csv.gz");
    try (OutputStream out = MillionRowCity.open(file)) {
      out.write("DR_NO".getBytes(StandardCharsets.UTF_8));
    }
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertEquals("DR_NO", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aScaleOfNothingIsRefused() {
    assertThrows(
        Fault.class,
        () -> MillionRowCity.write(OutputStream.nullOutputStream(), Optional.empty(), 1, 0));
  }

  /** January 2020 by the round totals. */
  private static byte[] oneMonth(long seed, int scale) throws IOException {
    DemoCity city = DemoCity.of(DemoCity.LOS_ANGELES);
    var january =
        new TreeMap<>(MonthlyCounts.rounded(city.posts()).months().headMap(YearMonth.of(2020, 2)));
    Dice dice = new Dice(seed);
    var out = new ByteArrayOutputStream();
    new MillionRowCity(new MonthlyCounts(january), new IncidentModel(city, dice.split()), scale)
        .write(out, dice);
    return out.toByteArray();
  }

  private static List<NamedCsvRecord> rows(byte[] csv) {
    return CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8)).stream()
        .toList();
  }

  private static Path shared() {
    SharedData.file("lapd_monthly_counts_2020_2024.csv.gz");
    return SharedData.folder();
  }
}
