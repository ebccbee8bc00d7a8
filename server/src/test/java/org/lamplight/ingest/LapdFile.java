package org.lamplight.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small made-up files in the layout of Los Angeles. */
final class LapdFile {

  static final String HEADER =
      "DR_NO,Date Rptd,DATE OCC,TIME OCC,Crm Cd,Crm Cd Desc,LOCATION,Status Desc,LAT,LON";

  private LapdFile() {}

  static String row(int number, int code, String date, String time, String place, String status) {
    double lat = 34.0 + number % 97 / 1000.0;
    double lon = -118.3 + number % 89 / 1000.0;
    return String.format(
        Locale.ROOT,
        "%09d,%s,%s,%s,%d,TEXT %d,%s,%s,%.4f,%.4f",
        number,
        date,
        date,
        time,
        code,
        code,
        place,
        status,
        lat,
        lon);
  }

  /** Ordinary rows of one year. */
  static List<String> rows(int count, int year) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String date = String.format(Locale.ROOT, "%02d/%02d/%d", 1 + i % 12, 1 + i % 28, year);
      String time = String.format(Locale.ROOT, "%02d%02d", 4 + i % 19, 1 + i % 59);
      rows.add(row(i, i % 3 == 0 ? 510 : 624, date, time, i % 50 + " MAIN ST", "Invest Cont"));
    }
    return rows;
  }

  static String text(List<String> rows) {
    return HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  static Path write(Path folder, String name, List<String> rows) {
    return write(folder, name, text(rows).getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
