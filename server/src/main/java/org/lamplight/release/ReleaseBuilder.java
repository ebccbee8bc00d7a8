package org.lamplight.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.Offence;
import org.lamplight.city.Text;
import org.lamplight.disclosure.CountTable;
import org.lamplight.disclosure.Progress;
import org.lamplight.fault.Fault;

/** Builds a city's next release: counts, freezes, adds up, hides, audits. Publishes nothing. */
final class ReleaseBuilder {

  private static final Text CITY = new Text("City", "Ciudad");
  private static final double SHARE_OF_COUNTING = 0.05;

  private final SourceStore sources;
  private final PublishedStore published;
  private final Clock clock;

  ReleaseBuilder(SourceStore sources, PublishedStore published, Clock clock) {
    this.sources = sources;
    this.published = published;
    this.clock = clock;
  }

  /**
   * What the release is made of, read at one moment.
   *
   * @param counts of all its months, those frozen before as they were frozen
   * @param fresh the counts of its new months alone
   */
  private record Material(
      Territory territory,
      Periods periods,
      MonthsToFreeze months,
      FrozenCounts counts,
      FrozenCounts fresh,
      boolean synthetic,
      int sealedRecords) {}

  /** The next release; empty when there is no month that the latest does not hold. */
  Optional<Draft> build(City city, Progress progress) {
    CityProfile.ReleasePlan plan = city.profile().release();
    if (plan == null) {
      throw Fault.invalid(city.slug() + ": the city's profile names no release");
    }
    progress.at(0, "counting");
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Published before = published.latest(city).orElse(null);
    Material material =
        sources.atOneMoment(city, plan, reader -> read(reader, city, plan, before, now));
    if (material.months().nothingNew()) {
      return Optional.empty();
    }
    List<PublicGroup> groups = groups(city.profile());
    requireSameGroups(before, groups);
    return Optional.of(draft(city, plan, before, now, material, groups, progress));
  }

  private static Material read(
      SourceStore.Reader reader,
      City city,
      CityProfile.ReleasePlan plan,
      @Nullable Published before,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, city.profile().zone());
    MonthsToFreeze months = MonthsToFreeze.of(
        reader.known(today), today, Optional.ofNullable(before).map(Published::periods));
    Territory.Sources from = reader.areas(before);
    Fault.require(
        from.neighborhoods().stream().anyMatch(area -> area.population() != null),
        "no area of " + plan.neighborhoods()
            + " has a known population, without which none could be listed: import the population first");
    Integer residents = from.neighborhoods().stream()
        .map(Territory.SourceArea::population)
        .reduce(null, (sum, one) -> one == null ? sum : sum == null ? one : (Integer) (sum + one));
    Territory territory = Territory.of(
        from,
        units(city.profile(), plan),
        new PublicArea(
            Unit.CITY,
            city.slug(),
            city.profile().name().en(),
            residents,
            null,
            true,
            reader.cityOutline()));
    if (before != null) {
      territory.requireSameAs(before);
    }
    FrozenCounts counts = reader.frozen();
    FrozenCounts fresh = new FrozenCounts();
    if (!months.nothingNew()) {
      Map<Integer, String> neighborhoods = new HashMap<>();
      from.neighborhoods().forEach(area -> neighborhoods.put(area.id(), area.slug()));
      fresh = reader.counted(months.firstNew(), months.last(), neighborhoods);
      fresh.rows().forEach(row -> counts.add(row.key(), row.count()));
    }
    Periods periods =
        new Periods(months.first(), months.nothingNew() ? months.firstNew() : months.last());
    return new Material(
        territory, periods, months, counts, fresh, reader.synthetic(), reader.sealedSince(before));
  }

  private static List<Unit> units(CityProfile profile, CityProfile.ReleasePlan plan) {
    return List.of(
        new Unit(
            plan.neighborhoods(),
            Unit.Level.NEIGHBORHOOD,
            profile.findAreaSet(plan.neighborhoods()).orElseThrow().title()),
        new Unit(
            plan.districts(),
            Unit.Level.DISTRICT,
            profile.findAreaSet(plan.districts()).orElseThrow().title()),
        new Unit(Unit.CITY, Unit.Level.CITY, CITY));
  }

  /** The profile's groups that hold neither sensitive nor police-generated offences, in its order. */
  static List<PublicGroup> groups(CityProfile profile) {
    Set<String> apart = new LinkedHashSet<>();
    Set<String> used = new LinkedHashSet<>();
    for (Offence offence : profile.offences()) {
      (offence.isKeptApart() ? apart : used).add(offence.group());
    }
    return profile.groups().stream()
        .filter(group -> used.contains(group.id()) && !apart.contains(group.id()))
        .map(group ->
            new PublicGroup(group.id(), group.title(), group.id().equals(PublicGroup.HOMICIDE)))
        .toList();
  }

  private static void requireSameGroups(@Nullable Published before, List<PublicGroup> groups) {
    if (before != null
        && !before.groups().stream()
            .map(PublicGroup::id)
            .toList()
            .equals(groups.stream().map(PublicGroup::id).toList())) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "the groups have changed since release " + before.number()
              + ": other groups cannot be published beside its counts");
    }
  }

  private Draft draft(
      City city,
      CityProfile.ReleasePlan plan,
      @Nullable Published before,
      Instant now,
      Material from,
      List<PublicGroup> groups,
      Progress progress) {
    PublishedStore.Cells cells = published.cells(city);
    GroupTable tables = new GroupTable(from.territory(), from.periods(), from.counts());
    List<Protection.Task> tasks = groups.stream()
        .map(group -> new Protection.Task(group, tables.of(group, cells.of(group.id()))))
        .toList();
    List<Protection.Protected> kept = Protection.of(
        tasks,
        (share, words) -> progress.at(SHARE_OF_COUNTING + (1 - SHARE_OF_COUNTING) * share, words));
    List<Draft.NewCell> fresh = new ArrayList<>();
    for (Protection.Protected group : kept) {
      fresh.addAll(newCells(group, from, cells.of(group.group().id())));
    }
    int number = before == null ? 1 : before.number() + 1;
    Facts facts = new Facts(
        city.profile().name(),
        city.profile().source(),
        plan.notes(),
        units(city.profile(), plan),
        from.periods().first().toString(),
        from.periods().last().toString(),
        Facts.Rules.PRESENT,
        // What is made up is not held against what was counted.
        from.synthetic() ? null : city.profile().officialTotals(),
        from.sealedRecords());
    progress.at(1, "built and audited");
    return new Draft(
        city,
        new Published.Head(city.slug(), number, now, from.synthetic(), null),
        facts,
        from.territory().areas(),
        groups,
        List.copyOf(fresh),
        CityLines.fresh(from.periods(), from.counts(), published.quarters(city)),
        from.fresh().rows(),
        PreviewText.of(
            number, before, from.territory(), from.periods(), from.months(), kept, fresh));
  }

  private static List<Draft.NewCell> newCells(
      Protection.Protected group, Material from, Map<String, @Nullable Integer> published) {
    List<Draft.NewCell> fresh = new ArrayList<>();
    CountTable table = group.table();
    for (int cell = 0; cell < table.size(); cell++) {
      PublicArea area = from.territory().areas().get(table.unit(cell));
      Period period = from.periods().all().get(table.period(cell));
      if (area.listed() && !published.containsKey(GroupTable.key(area, period))) {
        boolean hidden = group.suppression().hidden()[cell];
        fresh.add(new Draft.NewCell(
            group.group().id(), area, period, hidden ? null : (Integer) table.count(cell)));
      }
    }
    return fresh;
  }
}
