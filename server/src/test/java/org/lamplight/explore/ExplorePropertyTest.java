package org.lamplight.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.area.AreaNames;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.explore.Question.Dimension;
import org.lamplight.filter.Condition;
import org.lamplight.incident.Incident;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.SyntheticIncidents;

/** The counts of random questions are those of rows that SQL gives for all filters but the dimension's own. */
class ExplorePropertyTest {

  private static Database database;
  private static Incidents incidents;
  private static City city;
  private static IncidentStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 3_000, 0.77);
    incidents = SyntheticIncidents.open(database, city);
    store = new IncidentStore(database);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void countsOfEveryDimensionAreThoseOfSqlWithoutItsOwnFilter() {
    SplittableRandom random = new SplittableRandom(12);
    Incidents.Loaded data = incidents.at(city);
    for (int round = 0; round < 60; round++) {
      Map<String, String> parameters = draw(random);
      Question question = Question.parse(parameters, data.parameters());
      Answer answer =
          new Explorer().answer(data, question, new View(city.profile().extent(), 11));
      String told = parameters.toString();
      assertEquals(rows(question).size(), answer.matched(), told);
      same(
          rows(question, Dimension.OFFENCE),
          i -> data.taxonomy().code(i.code()).offence().id(),
          answer.offences().offences(),
          told);
      same(
          rows(question, Dimension.TIME),
          ExplorePropertyTest::month,
          months(answer.times().months()),
          told);
      same(
          rows(question, Dimension.HOURS, Dimension.WEEKDAYS),
          i -> "" + ((i.weekday() - 1) * 24 + i.hour()),
          list(answer.times().hourOfWeek()),
          told);
      same(
          rows(question, Dimension.WEEKDAYS),
          i -> "" + (i.weekday() - 1),
          list(boxed(answer.times().weekdays())),
          told);
      same(
          rows(question, Dimension.HOURS),
          i -> "" + i.hour(),
          list(boxed(answer.times().hours())),
          told);
      same(
          rows(question, Dimension.AREA).stream()
              .filter(i -> i.areas().length > 0)
              .toList(),
          i -> slug(data.areas().byId(i.areas()[0])),
          answer.areas().getOrDefault("neighborhoods", Map.of()),
          told);
      same(
          rows(question, Dimension.FIREARM),
          i -> i.firearm() ? "yes" : "no",
          answer.firearm(),
          told);
      assertEquals(
          rows(question, Dimension.FLAGS).stream()
              .filter(i -> (i.flags() & 64) != 0)
              .count(),
          answer.flags().getOrDefault("placeholder_time", -1).longValue(),
          told);
      assertEquals(
          rows(question).stream().filter(i -> !i.place()).count(), answer.withoutPlace(), told);
    }
  }

  private static String slug(AreaNames.@Nullable Ref ref) {
    return ref == null ? "none" : ref.slug();
  }

  private static List<Incident> rows(Question question, Dimension... left) {
    Map<Dimension, Condition> own = new EnumMap<>(Dimension.class);
    own.putAll(question.own());
    own.keySet().removeAll(Set.of(left));
    Condition condition = question.base();
    for (Condition each : own.values()) {
      condition = condition.and(each);
    }
    List<Incident> rows = new ArrayList<>();
    store.page(
        city,
        new IncidentStore.Page(condition, 0, 10_000, IncidentStore.Coordinates.DEGREES),
        rows::add);
    return rows;
  }

  private static void same(
      List<Incident> rows,
      Function<Incident, String> value,
      Map<String, Integer> counts,
      String told) {
    Map<String, Integer> expected = new TreeMap<>();
    rows.forEach(row -> expected.merge(value.apply(row), 1, Integer::sum));
    Map<String, Integer> found = new TreeMap<>(counts);
    found.values().removeIf(count -> count == 0);
    assertEquals(expected, found, told);
  }

  private static String month(Incident incident) {
    Instant start = incident.occurredFrom();
    ZonedDateTime local = start.atZone(city.profile().zone());
    return local.toString().substring(0, 7);
  }

  private static Map<String, Integer> months(List<Answer.Month> months) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    months.forEach(month -> counts.put(month.month(), month.count()));
    return counts;
  }

  private static Map<String, Integer> list(List<? extends Number> counts) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      map.put("" + i, counts.get(i).intValue());
    }
    return map;
  }

  private static List<Integer> boxed(int[] counts) {
    return java.util.Arrays.stream(counts).boxed().toList();
  }

  private static Map<String, String> draw(SplittableRandom random) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("offence", random.nextBoolean() ? "other" : "motor-vehicle-theft");
    all.put("hours", random.nextInt(24) + "-" + random.nextInt(24));
    all.put("weekdays", (1 + random.nextInt(7)) + "-" + (1 + random.nextInt(7)));
    all.put("datetime", "2021-0" + (1 + random.nextInt(9)) + "-11/2022-05-01");
    all.put("area", "neighborhoods:west");
    all.put("flags", "placeholder_time");
    all.put("firearm", "false");
    all.put("filter", "hour > 3 OR neighborhoods = 'east'");
    Set<String> left = new HashSet<>();
    all.keySet().forEach(name -> {
      if (random.nextInt(3) > 0) {
        left.add(name);
      }
    });
    all.keySet().removeAll(left);
    return all;
  }
}
