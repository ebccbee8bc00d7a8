package org.lamplight.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.SyntheticIncidents;

class ExplorerTest {

  private static final View CITY = new View(SyntheticIncidents.PROFILE.extent(), 11);
  private static Database database;
  private static Incidents incidents;
  private static City city;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 5_000, 0.3);
    incidents = SyntheticIncidents.open(database, city);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void countsOfEveryDimensionAddUpToTheTotal() {
    Answer all = ask(Map.of(), CITY);
    assertEquals(5_000, all.total());
    assertEquals(5_000, all.matched());
    assertEquals(
        5_000, all.offences().groups().values().stream().mapToInt(n -> n).sum());
    assertEquals(
        5_000, all.offences().offences().values().stream().mapToInt(n -> n).sum());
    assertEquals(5_000, sum(all));
    assertEquals(
        5_000, all.times().months().stream().mapToInt(Answer.Month::count).sum());
    assertEquals(5_000, all.inView() + all.withoutPlace());
  }

  @Test
  void aDimensionIsCountedWithoutItsOwnFilter() {
    Answer all = ask(Map.of(), CITY);
    Answer thefts = ask(Map.of("group", "vehicle"), CITY);
    assertEquals(all.offences().groups(), thefts.offences().groups());
    assertEquals(thefts.matched(), all.offences().groups().get("vehicle"));
    assertEquals(thefts.matched(), sum(thefts));
    Answer nights = ask(Map.of("hours", "22-3"), CITY);
    assertEquals(all.times().hourOfWeek(), nights.times().hourOfWeek());
    assertEquals(
        nights.matched(),
        nights.offences().groups().values().stream().mapToInt(n -> n).sum());
    Answer year = ask(Map.of("datetime", "2021-01-01/2021-12-31"), CITY);
    assertEquals(all.times().months(), year.times().months());
  }

  @Test
  void hexagonsHoldEveryIncidentInViewAndKeepTheirDensityMeaning() {
    Answer coarse = ask(Map.of(), CITY);
    Answer.Hexagons hexagons = assertInstanceOf(Answer.Hexagons.class, coarse.map());
    assertEquals(
        coarse.inView(), hexagons.bins().stream().mapToInt(Bins.Bin::count).sum());
    Answer fine = ask(Map.of(), new View(SyntheticIncidents.PROFILE.extent(), 14));
    assertEquals(coarse.densityBreaks(), fine.densityBreaks());
    double share = hexagons.bins().get(0).perKm2() / hexagons.bins().get(0).count();
    assertEquals(
        1e6 / (hexagons.sizeMetres() * hexagons.sizeMetres() * Math.sqrt(3) / 2), share, 0.1);
  }

  @Test
  void aHexagonAtTheEdgeIsCountedWholeSoThatPanningDoesNotChangeIt() {
    View west = new View(new BBox(-118.4, 33.9, -118.29, 34.1), 12);
    View east = new View(new BBox(-118.31, 33.9, -118.2, 34.1), 12);
    Answer.Hexagons left =
        assertInstanceOf(Answer.Hexagons.class, ask(Map.of(), west).map());
    Answer.Hexagons right =
        assertInstanceOf(Answer.Hexagons.class, ask(Map.of(), east).map());
    Map<String, Integer> seen = new java.util.HashMap<>();
    left.bins().forEach(bin -> seen.put(Arrays.toString(bin.ring().corner(0)), bin.count()));
    long shared = right.bins().stream()
        .filter(bin -> bin.ring().corner(0)[0] > -118.305 && bin.ring().corner(0)[0] < -118.296)
        .peek(bin -> assertEquals(seen.get(Arrays.toString(bin.ring().corner(0))), bin.count()))
        .count();
    assertTrue(shared > 5, "the views share too few hexagons: " + shared);
  }

  @Test
  void fewIncidentsAreShownAsPoints() {
    View small = new View(new BBox(-118.32, 33.98, -118.3, 34.0), 15);
    Answer few = ask(Map.of(), small);
    Answer.Points points = assertInstanceOf(Answer.Points.class, few.map());
    assertEquals(few.inView(), points.points().size());
    assertTrue(points.points().stream()
        .allMatch(p -> small.box().contains(p[1].doubleValue(), p[2].doubleValue())));
  }

  @Test
  void theJsonHasEveryKeyAtItsTop() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode json =
        mapper.readTree(mapper.writeValueAsBytes(ask(Map.of("clock", "aoristic"), CITY)));
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        List.of(
            "dataVersion",
            "total",
            "matched",
            "withoutPlace",
            "inView",
            "groups",
            "offences",
            "origins",
            "hourOfWeek",
            "weekdays",
            "hours",
            "months",
            "clock",
            "areas",
            "flags",
            "firearm",
            "densityBreaks",
            "map"),
        keys);
    assertEquals(168, json.path("hourOfWeek").size());
    assertEquals(7, json.at("/map/bins/0/ring").size());
    assertEquals(2, json.at("/map/bins/0/ring/0").size());
  }

  @Test
  void weightsOfSpansAndSpansLeftOutAddUpToTheIncidents() {
    Answer answer = ask(Map.of("clock", "aoristic", "group", "vehicle"), CITY);
    double sum =
        answer.times().hourOfWeek().stream().mapToDouble(Number::doubleValue).sum();
    Map<String, Object> clock = answer.times().clock();
    assertEquals("aoristic", clock.get("method"));
    assertEquals(answer.matched(), clock.get("incidents"));
    int left = (Integer) clock.getOrDefault("longSpans", 0);
    assertTrue(left > 0, "no span of a week or more");
    assertEquals(answer.matched() - left, sum, 0.1);
    Answer plain = ask(Map.of("group", "vehicle"), CITY);
    assertEquals(answer.times().months(), plain.times().months());
  }

  private static int sum(Answer answer) {
    return answer.times().hourOfWeek().stream().mapToInt(Number::intValue).sum();
  }

  private static Answer ask(Map<String, String> parameters, View view) {
    Incidents.Loaded data = incidents.at(city);
    return new Explorer().answer(data, Question.parse(parameters, data.parameters()), view);
  }
}
