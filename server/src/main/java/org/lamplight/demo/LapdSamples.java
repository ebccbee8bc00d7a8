package org.lamplight.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.lamplight.demo.DrawnIncident.Scene;

/**
 * What the LAPD's published sample files tell of real proportions: codes, times, circumstances and delays by category, points by
 * division.
 *
 * <p>Victim columns are not read. The file of vehicle thefts gives points only, because it holds one code.
 */
final class LapdSamples {

  private static final List<String> WHOLE =
      List.of("lapd_incidents_2020_sample.csv.gz", "lapd_incidents_2023_jan_feb.csv.gz");
  private static final String THEFTS = "lapd_vehicle_theft_2021.csv.gz";

  /** Everything of a row but its place and day. */
  record Sample(
      OffenceCode offence,
      LocalTime time,
      LocalDate day,
      int delayDays,
      Scene scene,
      boolean crossing) {}

  /** A published point: snapped to a block, or 0, 0 where it was withheld. */
  record Point(double lon, double lat, String beat, String category) {
    boolean known() {
      return lon != 0;
    }
  }

  private final Map<String, OffenceCode> codes = new HashMap<>();
  private final Map<String, List<Sample>> byCategory = new HashMap<>();
  private final List<List<Point>> byPost = new ArrayList<>();
  private final Map<Scene, Scene> scenes = new HashMap<>();

  private LapdSamples(int posts) {
    OffenceCode.of(DemoCity.LOS_ANGELES).forEach(code -> codes.put(code.code(), code));
    for (int i = 0; i < posts; i++) {
      byPost.add(new ArrayList<>());
    }
  }

  static LapdSamples read(Path shared, int posts) throws IOException {
    LapdSamples samples = new LapdSamples(posts);
    for (String file : WHOLE) {
      forEachRow(shared.resolve(file), row -> {
        Sample sample = samples.sample(row);
        samples
            .byCategory
            .computeIfAbsent(sample.offence().category(), category -> new ArrayList<>())
            .add(sample);
        samples.point(
            row,
            row.getField("AREA"),
            row.getField("Rpt Dist No"),
            sample.offence().category());
      });
    }
    forEachRow(
        shared.resolve(THEFTS),
        row -> samples.point(
            row, row.getField("AREA"), pad(row.getField("Rpt.Dist.No"), 4), "Vehicle Crime"));
    return samples;
  }

  /** Samples of a category; when the files hold none, those of other crime with a code of the category. */
  List<Sample> of(String category) {
    return byCategory.computeIfAbsent(category, this::borrowed);
  }

  private List<Sample> borrowed(String category) {
    OffenceCode code = codes.values().stream()
        .filter(c -> c.category().equals(category))
        .min(Comparator.comparing(OffenceCode::code))
        .orElseThrow(() -> new IllegalArgumentException("no code of category " + category));
    return byCategory.getOrDefault("Other", List.of()).stream()
        .map(s -> new Sample(code, s.time(), s.day(), s.delayDays(), s.scene(), s.crossing()))
        .toList();
  }

  List<Point> points(int post) {
    return byPost.get(post);
  }

  private Sample sample(NamedCsvRecord row) {
    LocalDate occurred = date(row.getField("DATE OCC"));
    String time = pad(row.getField("TIME OCC"), 4);
    return new Sample(
        offence(row),
        LocalTime.of(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2))),
        occurred,
        (int) ChronoUnit.DAYS.between(occurred, date(row.getField("Date Rptd"))),
        scene(row),
        !row.getField("Cross Street").isEmpty());
  }

  private OffenceCode offence(NamedCsvRecord row) {
    return codes.computeIfAbsent(
        row.getField("Crm Cd"),
        code -> new OffenceCode(
            code, row.getField("Crm Cd Desc"), row.getField("Part 1-2"), "Other", 0, "other"));
  }

  /** Equal circumstances are kept once. */
  private Scene scene(NamedCsvRecord row) {
    Scene scene = new Scene(
        row.getField("Premis Cd"),
        row.getField("Premis Desc"),
        row.getField("Weapon Used Cd"),
        row.getField("Weapon Desc"),
        row.getField("Status"),
        row.getField("Mocodes"));
    return scenes.computeIfAbsent(scene, same -> same);
  }

  private void point(NamedCsvRecord row, String area, String beat, String category) {
    double lon = Facts.number(row, "LON");
    double lat = Facts.number(row, "LAT");
    byPost.get(Integer.parseInt(area) - 1).add(new Point(lon, lat, beat, category));
  }

  private static LocalDate date(String text) {
    return LocalDate.of(
        Integer.parseInt(text.substring(6, 10)),
        Integer.parseInt(text.substring(0, 2)),
        Integer.parseInt(text.substring(3, 5)));
  }

  private static String pad(String digits, int width) {
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static void forEachRow(Path file, Consumer<NamedCsvRecord> each) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      rows.forEach(each);
    }
  }
}
