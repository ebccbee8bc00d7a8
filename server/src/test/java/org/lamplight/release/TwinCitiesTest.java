package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two cities that differ only behind hidden cells give the same answers, byte for byte. */
class TwinCitiesTest {

  private static final int DISTRICTS = 2;
  private static final int NEIGHBORHOODS = 4;
  private static final String DAY = "2024-01-20";
  private static final String GROUP = TestCity.VIOLENT;

  /** Counts of the group by neighborhood and month. */
  private final Map<String, int[]> counts = new TreeMap<>();

  @Test
  void whatLiesBehindHiddenCellsShowsInNoAnswer() {
    Random random = new Random(7);
    for (int d = 1; d <= DISTRICTS; d++) {
      for (int n = 1; n <= NEIGHBORHOODS; n++) {
        counts.put("d" + d + "-n" + n, random.ints(12, 0, 25).toArray());
      }
    }
    try (TestCity one = build()) {
      Published release = one.publish(DAY).orElseThrow();
      int moved = move(release);
      assertTrue(moved >= 5, "only " + moved + " cycles of hidden cells were found");
      try (TestCity other = build()) {
        other.publish(DAY);
        assertNotEquals(frozen(one), frozen(other));
        try (PublicServer left = new PublicServer(one, DAY);
            PublicServer right = new PublicServer(other, DAY)) {
          List<String> urls = urls(release);
          assertTrue(urls.size() > 100, "only " + urls.size() + " addresses");
          for (String url : urls) {
            same(url, left, right);
          }
        }
      }
    }
  }

  private TestCity build() {
    TestCity city = new TestCity(DISTRICTS, NEIGHBORHOODS);
    counts.forEach((area, months) -> {
      for (int m = 0; m < months.length; m++) {
        if (months[m] > 0) {
          city.add(area, "2023-%02d".formatted(m + 1), GROUP, months[m]);
        }
        city.add(area, "2023-%02d".formatted(m + 1), TestCity.BURGLARY, 30);
      }
    });
    return city;
  }

  /** Moves one incident around each cycle of four hidden cells of a district and quarter whose counts stay small, or stay large. */
  private int move(Published release) {
    int moved = 0;
    for (PublicArea a : release.areas("neighborhoods")) {
      for (PublicArea b : release.areas("neighborhoods")) {
        if (a.slug().compareTo(b.slug()) < 0 && String.valueOf(a.district()).equals(b.district())) {
          for (int m = 0; m < 12; m++) {
            for (int l = m + 1; l < 12 && l / 3 == m / 3; l++) {
              moved += turn(release, a, b, new int[] {m, l}) ? 1 : 0;
            }
          }
        }
      }
    }
    return moved;
  }

  private boolean turn(Published release, PublicArea a, PublicArea b, int[] months) {
    int[] of = counts.getOrDefault(a.slug(), new int[0]);
    int[] other = counts.getOrDefault(b.slug(), new int[0]);
    boolean hidden = true;
    for (int m : months) {
      Period month = Period.find("2023-%02d".formatted(m + 1)).orElseThrow();
      PublicGroup group = release.group(GROUP).orElseThrow();
      hidden &= release.count(a, month, group) == null && release.count(b, month, group) == null;
    }
    boolean kept = stays(of[months[0]], 1)
        && stays(of[months[1]], -1)
        && stays(other[months[0]], -1)
        && stays(other[months[1]], 1);
    if (!hidden || !kept) {
      return false;
    }
    of[months[0]]++;
    of[months[1]]--;
    other[months[0]]--;
    other[months[1]]++;
    return true;
  }

  private static boolean stays(int count, int change) {
    boolean small = count < 10;
    int then = count + change;
    return then >= 1 && then < 10 == small;
  }

  private static List<String> frozen(TestCity city) {
    return city.owner
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select grp || area || month || ' ' || count from release_frozen order by grp, area, month")
            .mapTo(String.class)
            .list());
  }

  /** Every public address of the release, in every format. */
  private static List<String> urls(Published release) {
    List<String> urls = new ArrayList<>(List.of(
        "/release", "/releases", "/release/dictionary?f=json", "/release/dictionary?f=csv"));
    urls.addAll(List.of("//", "/public?lang=es", "/release?f=html", "/public?name=d1"));
    for (Unit unit : release.units()) {
      for (PublicGroup group : release.groups()) {
        for (PublicArea area : release.areas(unit.id())) {
          urls.add("/release/areas/" + area.key() + "?f=html&group=" + group.id());
        }
        for (Period period : release.periods().all()) {
          if (unit.level() != Unit.Level.CITY) {
            String view = "/public?unit=" + unit.id() + "&group=" + group.id();
            urls.add(view + "&period=" + period.id());
            urls.add(view + "&measure=rate&period=" + period.id());
          }
        }
      }
      for (Grain grain : Grain.values()) {
        String question = "/release/counts?unit=" + unit.id() + "&grain=" + grain.id();
        urls.add(question);
        urls.add(question + "&f=csv");
        for (PublicGroup group : release.groups()) {
          urls.add(question + "&f=json&group=" + group.id());
        }
        for (Period period : release.periods().of(grain)) {
          urls.add(question + "&f=geojson&period=" + period.id());
          urls.add(question + "&f=csv&period=" + period.id());
        }
      }
      for (PublicArea area : release.areas(unit.id())) {
        urls.add("/release/areas/" + unit.id() + "/" + area.slug());
        urls.add("/release/counts?f=csv&unit=" + unit.id() + "&area=" + area.slug());
      }
    }
    return urls;
  }

  private static void same(String url, PublicServer left, PublicServer right) {
    for (String encoding : List.of("identity", "gzip")) {
      HttpResponse<byte[]> one = left.get(url, "Accept-Encoding", encoding);
      HttpResponse<byte[]> other = right.get(url, "Accept-Encoding", encoding);
      // A name that only one area has leads to that area's page.
      assertEquals(url.contains("name=") ? 303 : 200, one.statusCode(), url);
      assertEquals(one.statusCode(), other.statusCode(), url);
      assertArrayEquals(one.body(), other.body(), url);
      assertEquals(headers(one), headers(other), url);
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return headers;
  }
}
