package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever crawls every public answer and solves for what is hidden learns nothing; where only small counts are hidden he learns most. */
class ReleaseAuditorTest {

  private static final int DISTRICTS = 3;
  private static final int NEIGHBORHOODS = 4;

  /** A cell as published: group, unit, area, period. */
  private record Key(String group, String unit, String area, String period) {}

  private final TestCity city = new TestCity(DISTRICTS, NEIGHBORHOODS);
  private final Map<Key, Integer> truth = new HashMap<>();
  private final Map<Key, Optional<Integer>> seen =
      new TreeMap<>(java.util.Comparator.comparing(Key::toString));
  private final Map<String, List<String>> leaves = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {20_241, 7})
  void nothingHiddenCanBeWorkedOutOverTwoReleasesWithLateReportsBetween(long seed) {
    Random random = new Random(seed);
    city.residents("d2-n4", 900);
    fill(random, 2023, 1, 12);
    freeze(city.publish("2024-01-20").orElseThrow());
    try (PublicServer server = new PublicServer(city, "2024-01-20")) {
      crawl(server);
      late(random);
      fill(random, 2024, 1, 3);
      freeze(city.publish("2024-04-20").orElseThrow());
      server.releases.refresh();
      crawl(server);
    }
    seen.forEach((key, count) -> {
      if (truth.containsKey(key)) {
        int real = truth.getOrDefault(key, -1);
        assertEquals(real, count.orElse(real), key.toString());
        assertTrue(count.isPresent() || real >= 1, key + " is hidden and 0");
      }
    });
    int small = 0;
    int recovered = 0;
    for (Map.Entry<Key, Auditor.Interval> cell : solved(seen).entrySet()) {
      int count = truth.getOrDefault(cell.getKey(), -1);
      if (count >= 1 && count < 10) {
        small++;
        Auditor.Interval interval = cell.getValue();
        int floor = floor(cell.getKey());
        boolean open = interval.low() <= floor + 1e-6 && interval.high() >= floor + 8 - 1e-6;
        recovered += open ? 0 : 1;
      }
    }
    assertTrue(small > 50, "only " + small + " small counts were hidden");
    assertEquals(0, recovered, "of " + small);
    city.close();
  }

  @Test
  void whereOnlySmallCountsAreHiddenAtLeastHalfAreRecovered() {
    Random random = new Random(20_241);
    fill(random, 2023, 1, 12);
    freeze(city.publish("2024-01-20").orElseThrow());
    Map<Key, Optional<Integer>> thresholdOnly = new HashMap<>();
    truth.forEach((key, count) ->
        thresholdOnly.put(key, count >= 1 && count < 10 ? Optional.empty() : Optional.of(count)));
    int small = 0;
    int recovered = 0;
    for (Map.Entry<Key, Auditor.Interval> cell : solved(thresholdOnly).entrySet()) {
      small++;
      recovered += cell.getValue().single() ? 1 : 0;
    }
    assertTrue(small > 50, "only " + small + " small counts were hidden");
    assertTrue(2 * recovered >= small, recovered + " of " + small);
    city.close();
  }

  /** 0 to 40 incidents a cell. */
  private void fill(Random random, int year, int first, int last) {
    for (int m = first; m <= last; m++) {
      String month = "%d-%02d".formatted(year, m);
      for (int d = 1; d <= DISTRICTS; d++) {
        for (int n = 1; n <= NEIGHBORHOODS; n++) {
          for (String group : List.of(TestCity.VIOLENT, TestCity.BURGLARY)) {
            int count = random.nextInt(41);
            if (count > 0) {
              city.add("d" + d + "-n" + n, month, group, count);
            }
          }
        }
      }
      city.add(TestCity.NOWHERE, month, TestCity.VIOLENT, 1 + random.nextInt(40));
    }
  }

  private void late(Random random) {
    for (int i = 0; i < 40; i++) {
      city.add(
          "d" + (1 + random.nextInt(DISTRICTS)) + "-n" + (1 + random.nextInt(NEIGHBORHOODS)),
          "2023-%02d".formatted(1 + random.nextInt(12)),
          TestCity.VIOLENT,
          1 + random.nextInt(5));
    }
  }

  /** The true counts of all cells of the release, from what it froze; only a test may look there. */
  private void freeze(Published release) {
    leaves.clear();
    for (PublicArea area : release.everyArea()) {
      leaves.put(area.key(), leavesOf(release, area));
    }
    Map<String, Integer> frozen = new HashMap<>();
    city.owner
        .jdbi()
        .useHandle(handle -> handle
            .createQuery(
                "select grp || '@' || area || '@' || month as key, count from release_frozen")
            .map((row, context) -> frozen.put(row.getString("key"), row.getInt("count")) == null)
            .list());
    for (PublicGroup group : release.groups()) {
      for (PublicArea area : release.everyArea()) {
        for (Period period : release.periods().all()) {
          int sum = Auditor.sum(leaves.getOrDefault(area.key(), List.of()), period).parts().stream()
              .mapToInt(base ->
                  frozen.getOrDefault(group.id() + "@" + base.area() + "@" + base.month(), 0))
              .sum();
          if (area.listed() && !group.exact()) {
            truth.put(new Key(group.id(), area.unit(), area.slug(), period.id()), sum);
          }
        }
      }
    }
  }

  private static List<String> leavesOf(Published release, PublicArea area) {
    if (area.unit().equals(Unit.CITY)) {
      return release.everyArea().stream()
          .filter(
              a -> a.unit().equals("neighborhoods") || a.slug().equals(PublicArea.WITHOUT_PLACE))
          .map(PublicArea::slug)
          .toList();
    }
    List<PublicArea> members = release.members(area);
    return members.isEmpty()
        ? List.of(area.slug())
        : members.stream().map(PublicArea::slug).toList();
  }

  /** Every count of every unit, grain and format; formats and releases must not contradict each other. */
  private void crawl(PublicServer server) {
    JsonNode release = server.json("/release");
    for (JsonNode unit : release.path("units")) {
      for (Grain grain : Grain.values()) {
        String question =
            "/release/counts?unit=" + unit.path("id").asText() + "&grain=" + grain.id() + "&f=";
        for (JsonNode row : server.json(question + "json").path("rows")) {
          take(row);
        }
        server
            .text(question + "csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .forEach(cells -> take(
                new Key(cells[4], cells[0], cells[1], cells[3]),
                cells[5].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cells[5]))));
        for (JsonNode period : release.path("periods").path(grain.id())) {
          JsonNode features =
              server.json(question + "geojson&period=" + period.asText()).path("features");
          features.forEach(feature -> take(feature.path("properties")));
        }
      }
      for (JsonNode area : unit.path("areas")) {
        areaAnswer(server, unit.path("id").asText(), area.path("area").asText());
      }
    }
  }

  private void areaAnswer(PublicServer server, String unit, String slug) {
    for (JsonNode group : server.json("/release/areas/" + unit + "/" + slug).path("groups")) {
      for (Grain grain : Grain.values()) {
        for (JsonNode cell : group.path(grain.id())) {
          take(
              new Key(group.path("id").asText(), unit, slug, cell.path("period").asText()),
              count(cell));
        }
      }
    }
  }

  private void take(JsonNode row) {
    take(
        new Key(
            row.path("group").asText(),
            row.path("unit").asText(),
            row.path("area").asText(),
            row.path("period").asText()),
        count(row));
  }

  private static Optional<Integer> count(JsonNode row) {
    assertEquals(row.path("hidden").asBoolean(), row.path("count").isNull());
    return row.path("count").isNull()
        ? Optional.empty()
        : Optional.of(row.path("count").asInt());
  }

  private void take(Key key, Optional<Integer> count) {
    Optional<Integer> before = seen.put(key, count);
    assertTrue(before == null || before.equals(count), key + " was " + before + ", is " + count);
  }

  /** The interval of each hidden cell. */
  private Map<Key, Auditor.Interval> solved(Map<Key, Optional<Integer>> known) {
    Map<String, Auditor> auditors = new HashMap<>();
    known.forEach((key, count) ->
        auditors.computeIfAbsent(key.group(), group -> new Auditor()).learn(sum(key), count));
    Map<Key, Auditor.Interval> intervals = new HashMap<>();
    known.forEach((key, count) -> {
      if (count.isEmpty()) {
        intervals.put(key, Objects.requireNonNull(auditors.get(key.group())).solve(sum(key)));
      }
    });
    return intervals;
  }

  private Auditor.Sum sum(Key key) {
    return Auditor.sum(
        leaves.getOrDefault(key.unit() + "/" + key.area(), List.of()),
        Period.find(key.period()).orElseThrow());
  }

  /** What the marks alone give away: as many as there are listed base cells above 0 below it. */
  private int floor(Key key) {
    List<Auditor.Base> counted = new ArrayList<>();
    for (Auditor.Base base : sum(key).parts()) {
      String unit = base.area().equals(PublicArea.WITHOUT_PLACE) ? "districts" : "neighborhoods";
      if (truth.getOrDefault(new Key(key.group(), unit, base.area(), base.month()), 0) > 0) {
        counted.add(base);
      }
    }
    return Math.max(1, counted.size());
  }
}
