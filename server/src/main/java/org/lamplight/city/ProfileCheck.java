package org.lamplight.city;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** What a profile must hold beyond the shape of its JSON: nothing missing, and names that agree with each other. */
final class ProfileCheck {

  private final String file;

  private ProfileCheck(String file) {
    this.file = file;
  }

  static void check(String file, CityProfile profile) {
    ProfileCheck check = new ProfileCheck(file);
    check.whole("", profile);
    check.names(profile);
    check.taxonomy(profile);
    check.release(profile);
    check.totals(profile.officialTotals());
    for (int i = 0; i < profile.incidentFormats().size(); i++) {
      check.moments("incidentFormats[" + i + "]", profile.incidentFormats().get(i));
    }
  }

  /** Every component of every record is there unless it is marked as one that may be absent. */
  private void whole(String path, @Nullable Object value) {
    if (value instanceof Record holder) {
      for (RecordComponent component : holder.getClass().getRecordComponents()) {
        component(
            path.isEmpty() ? component.getName() : path + "." + component.getName(),
            component,
            holder);
      }
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        whole(path + "[" + index++ + "]", item);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> whole(path + "." + key, item));
    } else {
      require(value != null, path, "is missing");
    }
  }

  private void component(String path, RecordComponent component, Record holder) {
    AnnotatedType type = component.getAnnotatedType();
    Object value;
    try {
      value = component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    if (value != null || !type.isAnnotationPresent(Nullable.class)) {
      whole(path, value);
    }
  }

  private void totals(@Nullable OfficialTotals totals) {
    if (totals != null) {
      totals
          .years()
          .forEach((year, count) -> require(
              year >= 1900 && year <= 2100 && count > 0,
              "officialTotals.years." + year,
              "must be a year with a count above 0"));
    }
  }

  private void names(CityProfile profile) {
    require(
        profile.slug().matches("[a-z0-9]+(-[a-z0-9]+)*"),
        "slug",
        "must be lower-case words joined by -");
    unique("areaSets", profile.areaSets(), AreaSet::id);
    unique("groups", profile.groups(), CityProfile.Group::id);
    unique("offences", profile.offences(), Offence::id);
    unique("incidentFormats", profile.incidentFormats(), IncidentFormat::id);
    unique("siteFormats", profile.siteFormats(), SiteFormat::id);
    require(profile.findAreaSet(profile.cityAreas()).isPresent(), "cityAreas", "names no area set");
    for (AreaSet set : profile.areaSets()) {
      AreaSet.Unions unions = set.unions();
      require(
          unions != null || !set.fields().name().isEmpty(),
          "areaSets",
          set.id() + " has no name field");
      require(
          unions == null || profile.findAreaSet(unions.of()).isPresent(),
          "areaSets",
          set.id() + " is made of no area set");
    }
  }

  private void taxonomy(CityProfile profile) {
    Set<String> groups =
        new HashSet<>(profile.groups().stream().map(CityProfile.Group::id).toList());
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < profile.offences().size(); i++) {
      Offence offence = profile.offences().get(i);
      String path = "offences[" + i + "]";
      require(
          groups.contains(offence.group()),
          path + ".group",
          "no group is called " + offence.group());
      for (String code : offence.codes()) {
        require(codes.add(code), path + ".codes", code + " stands under two offences");
      }
    }
    require(
        profile.offences().stream().anyMatch(o -> o.id().equals(Offence.OTHER)),
        "offences",
        "must hold one called other");
  }

  private void release(CityProfile profile) {
    CityProfile.ReleasePlan plan = profile.release();
    if (plan == null) {
      return;
    }
    require(
        plan.neighborhoods().equals(profile.cityAreas()),
        "release.neighborhoods",
        "must be the set that cityAreas names");
    require(
        profile.findAreaSet(plan.districts()).isPresent()
            && !plan.districts().equals(plan.neighborhoods()),
        "release.districts",
        "names no other area set");
    for (Offence offence : profile.offences()) {
      require(
          offence.isKeptApart()
              || profile.offences().stream()
                  .noneMatch(o -> o.isKeptApart() && o.group().equals(offence.group())),
          "offences",
          offence.id() + " shares its group with an offence that is sensitive or police_generated,"
              + " so that a release could show it nowhere");
    }
  }

  private void moments(String path, IncidentFormat format) {
    require(!format.required().isEmpty(), path + ".required", "names no column");
    require(
        format.place().geometry() != null
            || (format.place().lon() != null && format.place().lat() != null),
        path + ".place",
        "needs lon and lat, or geometry");
    moment(path + ".occurredFrom", format.occurredFrom());
    moment(path + ".occurredTo", format.occurredTo());
    moment(path + ".reportedOn", format.reportedOn());
  }

  private void moment(String path, IncidentFormat.@Nullable Moment moment) {
    if (moment == null) {
      return;
    }
    require(!moment.datePatterns().isEmpty(), path + ".datePatterns", "is empty");
    require(
        moment.time() == null || !moment.timePatterns().isEmpty(),
        path + ".timePatterns",
        "is empty");
    moment
        .datePatterns()
        .forEach(p -> parses(path + ".datePatterns", p, DateTimeFormatter::ofPattern));
    moment
        .timePatterns()
        .forEach(p -> parses(path + ".timePatterns", p, DateTimeFormatter::ofPattern));
    moment.placeholders().forEach(p -> parses(path + ".placeholders", p, LocalTime::parse));
  }

  private void parses(String path, String text, Function<String, Object> reader) {
    try {
      Objects.requireNonNull(reader.apply(text));
    } catch (RuntimeException e) {
      throw Fault.invalid(file + ": " + path + ": cannot read " + text);
    }
  }

  private <T> void unique(String path, List<T> items, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T item : items) {
      require(seen.add(id.apply(item)), path, id.apply(item) + " stands twice");
    }
  }

  private void require(boolean holds, String path, String complaint) {
    Fault.require(holds, file + ": " + path + ": " + complaint);
  }
}
