package org.lamplight.explore.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaNames;
import org.lamplight.city.Offence;
import org.lamplight.explore.export.Column.Kind;
import org.lamplight.incident.Flag;
import org.lamplight.incident.Incident;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Taxonomy;

/** The columns that an export of a city's incidents has for whoever asks. */
final class Columns {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private final Taxonomy taxonomy;
  private final AreaNames areas;
  private final ZoneId zone;
  private final List<Column> all = new ArrayList<>();

  private Columns(Incidents.Loaded loaded) {
    this.taxonomy = loaded.taxonomy();
    this.areas = loaded.areas();
    this.zone = loaded.city().profile().zone();
  }

  /**
   * The columns, in the order of the file.
   *
   * @param loaded the incidents as the reader sees them
   * @param sensitive whether he sees sensitive offences; to anybody else there is no such distinction
   */
  static List<Column> of(Incidents.Loaded loaded, boolean sensitive) {
    Columns columns = new Columns(loaded);
    columns.offence(sensitive);
    columns.time();
    columns.text("address", Incident::address);
    columns.text("premises", Incident::premises);
    columns.text("weapon", Incident::weapon);
    columns.all.add(new Column("firearm", Kind.TRUTH, Incident::firearm));
    columns.text("status", Incident::status);
    columns.text("beat", Incident::beat);
    columns.text("record", Incident::record);
    columns.text("flags", incident -> flags(incident.flags()));
    columns.areas();
    return List.copyOf(columns.all);
  }

  private void offence(boolean sensitive) {
    all.add(new Column("id", Kind.INTEGER, Incident::id));
    text("offence", incident -> offence(incident).id());
    text("offenceTitle", incident -> offence(incident).title().en());
    text("group", incident -> offence(incident).group());
    text("origin", incident -> offence(incident).origin().id());
    if (sensitive) {
      text("sensitivity", incident -> offence(incident).sensitivity().id());
    }
    text("code", incident -> taxonomy.code(incident.code()).code());
    text("codeLabel", incident -> taxonomy.code(incident.code()).label());
  }

  private void time() {
    all.add(new Column(
        "occurredFrom", Kind.MOMENT, incident -> incident.occurredFrom().toString()));
    all.add(new Column("occurredTo", Kind.MOMENT, incident -> text(incident.occurredTo())));
    text("occurredLocal", incident -> local(incident.occurredFrom()));
    all.add(new Column("hour", Kind.INTEGER, incident -> (long) incident.hour()));
    all.add(new Column("weekday", Kind.INTEGER, incident -> (long) incident.weekday()));
    all.add(new Column("reportedOn", Kind.DATE, incident -> text(incident.reportedOn())));
  }

  private void areas() {
    Map<Integer, AreaNames.Ref> known = new HashMap<>();
    areas.all().forEach(ref -> known.put(ref.id(), ref));
    for (String set : areas.sets()) {
      text(set, incident -> slug(set, incident.areas(), known));
    }
  }

  private static @Nullable String slug(String set, int[] ids, Map<Integer, AreaNames.Ref> known) {
    for (int id : ids) {
      AreaNames.Ref ref = known.get(id);
      if (ref != null && ref.set().equals(set)) {
        return ref.slug();
      }
    }
    return null;
  }

  private void text(String name, Function<Incident, @Nullable Object> value) {
    all.add(new Column(name, Kind.TEXT, value));
  }

  private Offence offence(Incident incident) {
    return taxonomy.code(incident.code()).offence();
  }

  private String local(Instant instant) {
    return LOCAL.format(LocalDateTime.ofInstant(instant, zone));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static String flags(int bits) {
    return Flag.of(bits).stream().map(Flag::id).collect(Collectors.joining(" "));
  }
}
