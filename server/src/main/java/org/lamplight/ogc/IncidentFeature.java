package org.lamplight.ogc;

import static org.lamplight.http.JsonWriter.bytes;
import static org.lamplight.ogc.FeatureWriter.name;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaNames;
import org.lamplight.http.JsonWriter;
import org.lamplight.incident.Flag;
import org.lamplight.incident.Incident;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Taxonomy;

/** Writes incidents; what many rows share (offence, areas, flags) is turned into bytes once. */
final class IncidentFeature {

  private static final double RADIUS = 6_378_137;
  private static final byte[] POINT = bytes("{\"type\":\"Point\",\"coordinates\":[");
  private static final byte[] POINT_END = bytes("]}");
  private static final byte[] NUMBER = name("id");
  private static final byte[] OCCURRED_FROM = name("occurredFrom");
  private static final byte[] OCCURRED_TO = name("occurredTo");
  private static final byte[] REPORTED_ON = name("reportedOn");
  private static final byte[] HOUR = name("hour");
  private static final byte[] WEEKDAY = name("weekday");
  private static final byte[] ADDRESS = name("address");
  private static final byte[] PREMISES = name("premises");
  private static final byte[] WEAPON = name("weapon");
  private static final byte[] FIREARM = name("firearm");
  private static final byte[] STATUS = name("status");
  private static final byte[] BEAT = name("beat");
  private static final byte[] RECORD = name("record");

  private final FeatureWriter out;
  private final Crs crs;
  private final Taxonomy taxonomy;
  private final AreaNames areas;
  private final List<String> sets;
  private final byte[][] setNames;
  private final Map<Integer, byte[]> offences = new HashMap<>();
  private final Map<Integer, byte[]> flags = new HashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();

  /** An area as it stands in features: the position of its set, and its slug. */
  private record Place(int set, String slug) {}

  IncidentFeature(Incidents.Loaded loaded, FeatureWriter out, Crs crs) {
    this.out = out;
    this.crs = crs;
    this.taxonomy = loaded.taxonomy();
    this.areas = loaded.areas();
    this.sets = loaded.areas().sets();
    this.setNames = sets.stream().map(FeatureWriter::name).toArray(byte[][]::new);
  }

  void write(Incident incident) {
    JsonWriter json = out.head(incident.id());
    if (incident.place()) {
      point(json, incident.x(), incident.y());
    } else {
      json.rawText(null);
    }
    out.properties();
    out.number(NUMBER, incident.id())
        .ready(offences.computeIfAbsent(incident.code(), this::offence))
        .instant(OCCURRED_FROM, incident.occurredFrom())
        .instant(OCCURRED_TO, incident.occurredTo())
        .date(REPORTED_ON, incident.reportedOn())
        .number(HOUR, incident.hour())
        .number(WEEKDAY, incident.weekday())
        .text(ADDRESS, incident.address())
        .text(PREMISES, incident.premises())
        .text(WEAPON, incident.weapon())
        .truth(FIREARM, incident.firearm())
        .text(STATUS, incident.status())
        .text(BEAT, incident.beat())
        .text(RECORD, incident.record())
        .ready(flags.computeIfAbsent(incident.flags(), IncidentFeature::flags));
    areas(incident.areas());
    out.end();
  }

  /** Web Mercator is worked out from degrees (EPSG guidance note 7-2, method 1024). */
  private void point(JsonWriter json, double x, double y) {
    boolean mercator = crs.equals(Crs.WEB_MERCATOR);
    double first = mercator ? RADIUS * Math.toRadians(x) : x;
    double second = mercator ? RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(y) / 2)) : y;
    int decimals = crs.equals(Crs.CRS84) ? 7 : 2;
    json.raw(POINT).decimal(first, decimals).one(',').decimal(second, decimals).raw(POINT_END);
  }

  private void areas(int[] ids) {
    @Nullable String[] slugs = new String[setNames.length];
    for (int id : ids) {
      Place place = places.computeIfAbsent(id, this::place);
      if (place.set() >= 0) {
        slugs[place.set()] = place.slug();
      }
    }
    for (int i = 0; i < slugs.length; i++) {
      out.text(setNames[i], slugs[i]);
    }
  }

  private Place place(int id) {
    AreaNames.Ref ref = areas.byId(id);
    return ref == null ? new Place(-1, "") : new Place(sets.indexOf(ref.set()), ref.slug());
  }

  private byte[] offence(int number) {
    Taxonomy.Code code = taxonomy.code(number);
    return properties(json -> json.raw(bytes("\"offence\":"))
        .string(code.offence().id())
        .raw(bytes(",\"offenceTitle\":"))
        .string(code.offence().title().en())
        .raw(bytes(",\"group\":"))
        .string(code.offence().group())
        .raw(bytes(",\"code\":"))
        .string(code.code())
        .raw(bytes(",\"codeLabel\":"))
        .string(code.label())
        .raw(bytes(",\"origin\":"))
        .string(code.offence().origin().id())
        .raw(bytes(",\"sensitivity\":"))
        .string(code.offence().sensitivity().id()));
  }

  private static byte[] flags(int bits) {
    return properties(json -> {
      json.raw(bytes("\"flags\":["));
      String comma = "";
      for (Flag flag : Flag.of(bits)) {
        json.raw(bytes(comma)).string(flag.id());
        comma = ",";
      }
      json.one(']');
    });
  }

  private static byte[] properties(java.util.function.Consumer<JsonWriter> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    JsonWriter json = new JsonWriter(bytes);
    writing.accept(json);
    json.flush();
    return bytes.toByteArray();
  }
}
