package org.lamplight;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which package may use which: the table of README, in the same order. */
final class PackageTable {

  private static final String ABOVE_ACCESS =
      "analysis, area, city, db, disclosure, evaluation, explore, fault, filter, geo, http, incident, program, release, siting";

  private static final Map<String, Set<String>> ROWS = new LinkedHashMap<>();

  static {
    row("fault", "");
    row("config", "fault");
    row("geo", "fault");
    row("analysis", "geo, fault");
    row("evaluation", "analysis, geo, fault");
    row("siting", "geo, fault");
    row("disclosure", "fault");
    row("db", "geo, fault");
    row("filter", "geo, fault");
    row("http", "geo, fault");
    row("access", "http, db, fault");
    row("city", "http, db, geo, fault");
    row("area", "city, filter, http, db, geo, fault");
    row("incident", "city, area, filter, http, db, geo, fault");
    row("program", "city, area, filter, analysis, http, db, geo, fault");
    row(
        "release",
        "incident, area, program, disclosure, analysis, city, filter, http, db, geo, fault");
    row("explore", "incident, area, filter, analysis, city, http, db, geo, fault");
    row("study", ABOVE_ACCESS);
    row("ogc", ABOVE_ACCESS + ", study");
    row("ingest", "city, area, incident, program, http, db, geo, fault");
    row("demo", "city, geo, fault");
    row("app", "*");
  }

  private PackageTable() {}

  private static void row(String name, String uses) {
    ROWS.put(name, split(uses));
  }

  /** Names of a list divided by commas; {@code *} stands for every package. */
  static Set<String> split(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  static Map<String, Set<String>> rows() {
    return ROWS;
  }
}
