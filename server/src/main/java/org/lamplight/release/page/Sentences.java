package org.lamplight.release.page;

import org.jspecify.annotations.Nullable;
import org.lamplight.release.Cell;
import org.lamplight.release.Facts;
import org.lamplight.release.Period;
import org.lamplight.release.PublicArea;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Unit;
import org.lamplight.release.UsualRange;

/** What a cell of the release says, in plain sentences: never a change in percent, which says nothing of small numbers. */
final class Sentences {

  private final Visit visit;
  private final Words words;
  private final Facts.Rules rules;

  Sentences(Visit visit, Facts.Rules rules) {
    this.visit = visit;
    this.words = visit.words();
    this.rules = rules;
  }

  /** An area's name in the reader's language. */
  String name(PublicArea area) {
    return name(area, visit);
  }

  static String name(PublicArea area, Visit visit) {
    if (area.unit().equals(Unit.CITY)) {
      return visit.cityName();
    }
    return area.slug().equals(PublicArea.WITHOUT_PLACE)
        ? visit.say("area.withoutPlace")
        : area.name();
  }

  String group(PublicGroup group) {
    return words.language().of(group.title());
  }

  /** "12 burglaries were recorded in Watts in May 2024; the usual range is 9 to 21." */
  String whole(PublicArea area, Period period, PublicGroup group, Cell cell) {
    String place = words.say("in.place", "place", name(area));
    String when = words.say("in.period", "period", PeriodText.of(period, words));
    Integer count = cell.count();
    if (count == null) {
      return words.say(
          "sentence.hidden",
          "k",
          words.number(rules.k()),
          "group",
          words.say(key("group.many.", group), "title", group(group)),
          "place",
          place,
          "period",
          when);
    }
    String counted = words.count(key("group.recorded.", group), count, "title", group(group));
    return words.say(
        "sentence.counted",
        "counted",
        counted,
        "place",
        place,
        "period",
        when,
        "usual",
        usual(count, cell.usual()));
  }

  /** "12; the usual range is 9 to 21", for a map's area or a chart's month. */
  String brief(Cell cell) {
    Integer count = cell.count();
    if (count == null) {
      return hidden();
    }
    return words.say(
        "sentence.brief", "count", words.number(count), "usual", usual(count, cell.usual()));
  }

  /** What a hidden number may be. */
  String hidden() {
    return words.say("sentence.hiddenBrief", "k", words.number(rules.k()));
  }

  private String usual(int count, @Nullable UsualRange usual) {
    if (usual == null) {
      return "";
    }
    String key =
        usual.holds(count) ? "usual.within" : count < usual.low() ? "usual.below" : "usual.above";
    return words.say(key, "low", words.number(usual.low()), "high", words.number(usual.high()));
  }

  /** The text of the group, or of any group where a city's profile has one that the catalogue does not know. */
  private String key(String family, PublicGroup group) {
    return words.has(family + group.id()) ? family + group.id() : family + "any";
  }
}
