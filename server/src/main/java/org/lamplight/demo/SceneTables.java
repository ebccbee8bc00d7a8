package org.lamplight.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.demo.DrawnIncident.Scene;

/** Kinds of place, weapons and case status in round shares for each kind of offence. */
final class SceneTables {

  private record Entry(String code, String text, double share) {}

  /** Shares of open cases and of arrests, per 1,000, as in the LAPD's own rows of 2020 and 2023. */
  private static final Weighted<Entry> STATUS = new Weighted<>(
      List.of(
          new Entry("IC", "", 870),
          new Entry("AO", "", 62),
          new Entry("AA", "", 62),
          new Entry("JA", "", 3),
          new Entry("JO", "", 3)),
      Entry::share);

  private static final Entry NONE = new Entry("", "", 1);

  private final Map<String, Weighted<Entry>> premises;
  private final Map<String, Weighted<Entry>> weapons;

  SceneTables(String citySlug) {
    boolean published = citySlug.equals(DemoCity.LOS_ANGELES);
    this.premises = published ? read(citySlug + "/premises.csv") : Map.of();
    this.weapons = published ? read(citySlug + "/weapons.csv") : Map.of();
  }

  Scene draw(String kind, Dice dice) {
    Entry place = entry(premises, kind, dice);
    Entry weapon = entry(weapons, kind, dice);
    String status = STATUS.draw(dice).code();
    return new Scene(place.code(), place.text(), weapon.code(), weapon.text(), status, "");
  }

  private static Entry entry(Map<String, Weighted<Entry>> table, String kind, Dice dice) {
    Weighted<Entry> entries = table.get(kind);
    return entries == null ? NONE : entries.draw(dice);
  }

  private static Map<String, Weighted<Entry>> read(String path) {
    Map<String, List<Entry>> entries = new HashMap<>();
    for (var row : Facts.rows(path)) {
      entries
          .computeIfAbsent(row.getField("kind"), kind -> new ArrayList<>())
          .add(new Entry(
              row.getField("code"), row.getField("description"), Facts.number(row, "per_1000")));
    }
    Map<String, Weighted<Entry>> tables = new HashMap<>();
    entries.forEach((kind, list) -> tables.put(kind, new Weighted<>(list, Entry::share)));
    return tables;
  }
}
