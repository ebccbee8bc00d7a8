package org.lamplight.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lamplight.area.AreaNames;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.filter.FilterSchema;
import org.lamplight.filter.Shape;

/** What a filter text may name of incidents, as far as its reader may see them. */
final class IncidentSchema implements FilterSchema {

  private static final Map<String, Kind> PLAIN = Map.ofEntries(
      Map.entry("id", Kind.WHOLE_NUMBER),
      Map.entry("hour", Kind.WHOLE_NUMBER),
      Map.entry("weekday", Kind.WHOLE_NUMBER),
      Map.entry("firearm", Kind.TRUTH),
      Map.entry("occurredFrom", Kind.INSTANT),
      Map.entry("occurredTo", Kind.INSTANT),
      Map.entry("reportedOn", Kind.DATE),
      Map.entry("record", Kind.TEXT),
      Map.entry("address", Kind.TEXT),
      Map.entry("premises", Kind.TEXT),
      Map.entry("weapon", Kind.TEXT),
      Map.entry("status", Kind.TEXT),
      Map.entry("beat", Kind.TEXT));

  private final Incidents.Loaded loaded;

  IncidentSchema(Incidents.Loaded loaded) {
    this.loaded = loaded;
  }

  @Override
  public String geometry() {
    return "geometry";
  }

  @Override
  public Shape around(double lon, double lat, double metres) {
    return Circles.around(loaded.city(), lon, lat, metres);
  }

  @Override
  public Optional<Property> find(String name) {
    Kind kind = PLAIN.get(name);
    if (kind != null) {
      return Optional.of(new Plain(name, kind));
    }
    if (name.equals("flags")) {
      return Optional.of(new Words(value ->
          Flag.find(value).map(flag -> (Condition) new Condition.HasBits("flags", flag.bit()))));
    }
    if (loaded.areas().sets().contains(name)) {
      return Optional.of(area(name));
    }
    return attribute(name).map(this::code);
  }

  private static Optional<Function<Taxonomy.Code, String>> attribute(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "offence" -> code -> code.offence().id();
          case "group" -> code -> code.offence().group();
          case "origin" -> code -> code.offence().origin().id();
          case "sensitivity" -> code -> code.offence().sensitivity().id();
          case "code" -> Taxonomy.Code::code;
          case "codeLabel" -> code -> code.label() == null ? "" : code.label();
          default -> null;
        });
  }

  /** A word of the taxonomy: offences and groups that no code has are known too, and hold nothing. */
  private Property code(Function<Taxonomy.Code, String> attribute) {
    Set<String> known = new LinkedHashSet<>();
    loaded.taxonomy().codes().forEach(code -> known.add(attribute.apply(code)));
    loaded
        .taxonomy()
        .offences()
        .forEach(offence -> known.add(attribute.apply(new Taxonomy.Code(0, "", null, offence))));
    return new Words(value -> known.contains(value)
        ? Optional.of(new Condition.AnyOf(
            "codeId", loaded.taxonomy().ids(code -> attribute.apply(code).equals(value))))
        : Optional.empty());
  }

  private Property area(String set) {
    List<Integer> all = loaded.areas().all().stream()
        .filter(ref -> ref.set().equals(set))
        .map(AreaNames.Ref::id)
        .toList();
    return new Words(
        slug -> loaded
            .areas()
            .find(set, slug)
            .map(ref -> new Condition.OneOf("areas", List.of(ref.id()), all)),
        new Condition.Overlaps("areas", all));
  }

  /** A column of its own. */
  private record Plain(String column, Kind kind) implements Property {

    @Override
    public Condition anyOf(List<Object> values) {
      if (kind == Kind.WHOLE_NUMBER && !column.equals("id")) {
        return new Condition.AnyOf(
            column,
            values.stream()
                .filter(value -> value instanceof Long number && number == number.intValue())
                .map(value -> ((Long) value).intValue())
                .toList());
      }
      return new Condition.AnyOf(
          column,
          values.stream()
              .filter(value -> kind != Kind.WHOLE_NUMBER || value instanceof Long)
              .toList());
    }

    @Override
    public Condition known() {
      return new Condition.Known(column);
    }
  }

  /** One of a list of words, each with its own condition. */
  private record Words(Function<String, Optional<? extends Condition>> meaning, Condition known)
      implements Property {

    Words(Function<String, Optional<? extends Condition>> meaning) {
      this(meaning, Condition.always());
    }

    @Override
    public Kind kind() {
      return Kind.WORD;
    }

    @Override
    public String column() {
      return "";
    }

    @Override
    public Condition anyOf(List<Object> values) {
      List<Condition> any = values.stream()
          .map(value -> (Condition) meaning
              .apply((String) value)
              .orElseThrow(() -> Fault.invalid("there is no '" + value + "'")))
          .toList();
      return any.size() == 1 ? any.get(0) : new Condition.Either(any);
    }
  }
}
