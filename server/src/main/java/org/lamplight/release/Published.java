package org.lamplight.release;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One release of one city, as it was published: immutable, and all that the public's answers are made from. */
public final class Published {

  /** Marks a hidden count in {@link Counts}. */
  static final int HIDDEN = -1;

  /**
   * Which release this is.
   *
   * @param city slug
   * @param synthetic whether anything in it is made up
   * @param withdrawal null while it stands
   */
  public record Head(
      String city,
      int number,
      Instant madeAt,
      boolean synthetic,
      @Nullable Withdrawal withdrawal) {}

  /**
   * Counts by group, area and period; the index of a cell is area x periods + period.
   *
   * @param areas the listed ones, in the order of the cells
   * @param byGroup for each group one array of all cells, {@link #HIDDEN} where hidden
   */
  record Counts(List<PublicArea> areas, Periods periods, Map<String, int[]> byGroup) {}

  private final Head head;
  private final Facts facts;
  private final List<PublicArea> all;
  private final List<PublicGroup> groups;
  private final Counts counts;
  private final List<Line> lines;
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<Period> gaps;

  Published(
      Head head,
      Facts facts,
      List<PublicArea> all,
      List<PublicGroup> groups,
      Counts counts,
      List<Line> lines) {
    this.head = head;
    this.facts = facts;
    this.all = List.copyOf(all);
    this.groups = List.copyOf(groups);
    this.counts = counts;
    this.lines = List.copyOf(lines);
    for (int i = 0; i < counts.areas().size(); i++) {
      places.put(counts.areas().get(i).key(), i);
    }
    this.gaps = counts.periods().all().stream()
        .filter(this::isBlank)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Worked out of published numbers alone, so that it tells nothing more than they do. */
  private boolean isBlank(Period period) {
    return groups.stream().allMatch(group -> {
      Integer count = count(city(), period, group);
      return count != null && count == 0;
    });
  }

  /** Whether nothing at all is recorded of the period in the whole city: its data are missing, which is not the same as quiet. */
  public boolean isGap(Period period) {
    return gaps.contains(period);
  }

  /** Months of which nothing is recorded in the whole city. */
  public List<Period> gapMonths() {
    return periods().of(Grain.MONTH).stream().filter(this::isGap).toList();
  }

  public Head head() {
    return head;
  }

  public int number() {
    return head.number();
  }

  public Instant madeAt() {
    return head.madeAt();
  }

  public boolean synthetic() {
    return head.synthetic();
  }

  public @Nullable Withdrawal withdrawal() {
    return head.withdrawal();
  }

  public Facts facts() {
    return facts;
  }

  /** From the smallest to the city. */
  public List<Unit> units() {
    return facts.units();
  }

  public Optional<Unit> unit(String id) {
    return facts.units().stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  public List<PublicGroup> groups() {
    return groups;
  }

  public Optional<PublicGroup> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  public Periods periods() {
    return counts.periods();
  }

  /** Every area, listed or not, in order. */
  List<PublicArea> everyArea() {
    return all;
  }

  /** The areas of a unit that have counts of their own, by name; among districts the row without a place comes last. */
  public List<PublicArea> areas(String unit) {
    return all.stream()
        .filter(area -> area.listed() && area.unit().equals(unit))
        .toList();
  }

  /** An area that has counts of its own. */
  public Optional<PublicArea> area(String unit, String slug) {
    return all.stream()
        .filter(area -> area.listed() && area.unit().equals(unit) && area.slug().equals(slug))
        .findFirst();
  }

  /** The city as an area. */
  public PublicArea city() {
    return areas(Unit.CITY).get(0);
  }

  /** Neighborhoods of few or unknown residents, which are counted within their district only. */
  public List<PublicArea> unlisted() {
    return all.stream().filter(area -> !area.listed()).toList();
  }

  /** The neighborhoods, listed or not, of a district. */
  public List<PublicArea> members(PublicArea district) {
    return all.stream().filter(area -> district.slug().equals(area.district())).toList();
  }

  /** The city-wide row of records whose place lies in no neighborhood or is not known. */
  public PublicArea withoutPlace() {
    return all.stream()
        .filter(area -> area.slug().equals(PublicArea.WITHOUT_PLACE))
        .findFirst()
        .orElseThrow();
  }

  /** What is said of an area that has counts, in a period that the release holds. */
  public Cell cell(PublicArea area, Period period, PublicGroup group) {
    Integer count = count(area, period, group);
    return count == null
        ? Cell.HIDDEN
        : new Cell(count, rate(count, area, period), usual(area, period, group));
  }

  /** The count as published; null where it is hidden. */
  public @Nullable Integer count(PublicArea area, Period period, PublicGroup group) {
    Integer place = places.get(area.key());
    int[] cells = counts.byGroup().get(group.id());
    if (place == null || cells == null) {
      throw new IllegalArgumentException("no counts of " + area.key() + ", " + group.id());
    }
    int value = cells[place * periods().size() + periods().indexOf(period)];
    return value == HIDDEN ? null : value;
  }

  private @Nullable Double rate(int count, PublicArea area, Period period) {
    Integer residents = area.population();
    Facts.Rules rules = facts.rules();
    if (residents == null || residents < rules.rateResidents() || count < rules.rateCount()) {
      return null;
    }
    double perYear = count * (12.0 / period.grain().months());
    return Math.round(perYear * 10_000 / residents) / 10.0;
  }

  /** From the same season of earlier years as this release shows it; one hidden or missing among them, and there is no range. */
  private @Nullable UsualRange usual(PublicArea area, Period period, PublicGroup group) {
    List<Integer> earlier = new ArrayList<>();
    for (int years = 1; years <= UsualRange.MOST_YEARS; years++) {
      Period before = period.before(years);
      if (!periods().holds(before)) {
        break;
      }
      Integer count = count(area, before, group);
      if (count == null || isGap(before)) {
        return null;
      }
      earlier.add(count);
    }
    return UsualRange.of(earlier);
  }

  /** The lines that are shown city-wide by quarter only. */
  public List<Line> lines() {
    return lines;
  }

  /** The month up to which it reaches: how fresh it is. */
  public YearMonth lastMonth() {
    return periods().last();
  }

  /** How many cells of a unit, grain and group are hidden, and how many there are. */
  public Tally tally(Unit unit, Grain grain, PublicGroup group) {
    int hidden = 0;
    int cells = 0;
    for (PublicArea area : areas(unit.id())) {
      for (Period period : periods().of(grain)) {
        cells++;
        hidden += count(area, period, group) == null ? 1 : 0;
      }
    }
    return new Tally(hidden, cells);
  }

  /** Hidden cells among all. */
  public record Tally(int hidden, int cells) {}
}
