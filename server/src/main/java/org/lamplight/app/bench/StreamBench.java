package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All incidents, page after page: memory of the server, and when the first byte comes. */
final class StreamBench {

  private static final String FIRST =
      "/cities/los-angeles/collections/incidents/items?f=json&limit=10000";
  private final Report report;

  StreamBench(Report report) {
    this.report = report;
  }

  void run(LamplightProcess process, Target server) throws IOException {
    long rows = 0;
    long early = 0;
    long most = 0;
    @Nullable String next = FIRST;
    while (next != null) {
      JsonNode page = JsonPage.read(server, next);
      rows += page.path("numberReturned").asLong();
      long now = process.residentKilobytes();
      if (early == 0 && rows >= 100_000) {
        early = now;
      }
      most = Math.max(most, now);
      next = next(page);
    }
    report.row(
        String.format(
            Locale.ROOT,
            "resident memory of the server after 100,000 and at most over %,d features",
            rows),
        String.format(Locale.ROOT, "%d MB, %d MB", early >> 10, most >> 10),
        "flat");
    firstByte(server);
  }

  private static @Nullable String next(JsonNode page) {
    for (JsonNode link : page.path("links")) {
      if (link.path("rel").asText().equals("next")) {
        return link.path("href").asText();
      }
    }
    return null;
  }

  private void firstByte(Target server) throws IOException {
    Timings first = new Timings();
    Timings all = new Timings();
    try (PageClient client = new PageClient(server)) {
      for (int i = 0; i < 9; i++) {
        long began = System.nanoTime();
        PageClient.Answer answer = client.get(FIRST);
        first.add(answer.firstByte() / 1e6);
        all.add((System.nanoTime() - began) / 1e6);
      }
    }
    report.row(
        "first byte of a page of 10,000 features, and its last",
        String.format(Locale.ROOT, "%.0f ms, %.0f ms", first.median(), all.median()),
        "before the last row is read");
  }
}
