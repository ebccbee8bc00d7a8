package org.lamplight.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.lamplight.area.AreaNames;
import org.lamplight.geo.BBox;

/**
 * What a map and a count need of each incident of a city, in columns in memory, in the order of the numbers. Immutable;
 * {@code version} is the data version that it was read at. PostGIS stays the truth: {@link RowTests} gives the same rows as
 * the compiled SQL.
 */
public final class IncidentIndex {

  final long version;
  final int size;
  final long[] id;
  final double[] lon;
  final double[] lat;
  final double[] x;
  final double[] y;
  final long[] second;
  final short[] code;
  final short[] hourOfWeek;
  final short[] month;
  final short[] flags;
  final Map<String, int[]> areas;
  final int withoutPlace;
  final PlaceGrid grid;

  private IncidentIndex(Builder builder, long version, BBox extent) {
    this.version = version;
    this.size = builder.size;
    this.id = Arrays.copyOf(builder.id, size);
    this.lon = Arrays.copyOf(builder.lon, size);
    this.lat = Arrays.copyOf(builder.lat, size);
    this.x = Arrays.copyOf(builder.x, size);
    this.y = Arrays.copyOf(builder.y, size);
    this.second = Arrays.copyOf(builder.second, size);
    this.code = Arrays.copyOf(builder.code, size);
    this.hourOfWeek = Arrays.copyOf(builder.hourOfWeek, size);
    this.month = months(builder.zone);
    this.flags = Arrays.copyOf(builder.flags, size);
    this.areas = new HashMap<>();
    builder.areas.forEach((set, column) -> areas.put(set, Arrays.copyOf(column, size)));
    this.withoutPlace = builder.withoutPlace;
    this.grid = new PlaceGrid(lon, lat, extent);
  }

  private short[] months(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    short[] months = new short[size];
    for (int row = 0; row < size; row++) {
      int offset = rules.getOffset(Instant.ofEpochSecond(second[row])).getTotalSeconds();
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second[row] + offset, 86_400L));
      months[row] = (short) (day.getYear() * 12 + day.getMonthValue() - 1);
    }
    return months;
  }

  /** Bit of {@code flags} that says a firearm was used; above those of {@link Flag}. */
  static final int FIREARM = 1 << 15;

  /** Gives every row that has a place in or near the box to the sink, in no order; what is given is to be tested. */
  public void near(BBox box, IntConsumer sink) {
    grid.forEach(box, sink);
  }

  public long version() {
    return version;
  }

  public int size() {
    return size;
  }

  /** Incidents that have no place and so are on no map. */
  public int withoutPlace() {
    return withoutPlace;
  }

  public long id(int row) {
    return id[row];
  }

  /** The first row whose number is above this one; {@code size} when there is none. */
  int firstAbove(long number) {
    int at = Arrays.binarySearch(id, number);
    return at < 0 ? -at - 1 : at + 1;
  }

  public boolean hasPlace(int row) {
    return !Double.isNaN(lon[row]);
  }

  public double lon(int row) {
    return lon[row];
  }

  public double lat(int row) {
    return lat[row];
  }

  /** Easting in the city's metric CRS, metres. */
  public double x(int row) {
    return x[row];
  }

  /** Northing in the city's metric CRS, metres. */
  public double y(int row) {
    return y[row];
  }

  /** Seconds since 1970 in UTC of the start of the occurrence. */
  public long second(int row) {
    return second[row];
  }

  public int code(int row) {
    return code[row];
  }

  /** Local hour of the week, 0 for Monday 0 h to 167. */
  public int hourOfWeek(int row) {
    return hourOfWeek[row];
  }

  /** Local month of the start of the occurrence: twelve times the year, plus 0 for January to 11. */
  public int month(int row) {
    return month[row];
  }

  /** The area sets that it holds, in a fixed order. */
  public java.util.List<String> areaSets() {
    return areas.keySet().stream().sorted().toList();
  }

  /** Number of the area of a set that holds the place; 0 for none. */
  public int area(int set, int row) {
    return java.util.Objects.requireNonNull(areas.get(areaSets().get(set)))[row];
  }

  /** Collects rows in the order of their numbers. */
  static final class Builder {
    private final Map<Integer, int[]> columnOf = new HashMap<>();
    private final Map<String, int[]> areas = new HashMap<>();
    private final ZoneId zone;
    private final Map<Integer, String> setOf = new HashMap<>();
    private int size;
    private int withoutPlace;
    private long[] id = new long[1024];
    private double[] lon = new double[1024];
    private double[] lat = new double[1024];
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private long[] second = new long[1024];
    private short[] code = new short[1024];
    private short[] hourOfWeek = new short[1024];
    private short[] flags = new short[1024];

    Builder(AreaNames names, ZoneId zone) {
      this.zone = zone;
      names.sets().forEach(set -> areas.put(set, new int[1024]));
      names.all().forEach(ref -> setOf.put(ref.id(), ref.set()));
      refreshColumns();
    }

    private void refreshColumns() {
      columnOf.clear();
      setOf.forEach((area, set) -> {
        int[] column = areas.get(set);
        if (column != null) {
          columnOf.put(area, column);
        }
      });
    }

    void add(
        long number,
        boolean place,
        double longitude,
        double latitude,
        double easting,
        double northing) {
      grow();
      id[size] = number;
      lon[size] = place ? longitude : Double.NaN;
      lat[size] = place ? latitude : Double.NaN;
      x[size] = place ? easting : Double.NaN;
      y[size] = place ? northing : Double.NaN;
      withoutPlace += place ? 0 : 1;
    }

    void describe(
        long seconds, int codeNumber, int localHourOfWeek, int flagBits, boolean firearm) {
      second[size] = seconds;
      code[size] = (short) codeNumber;
      hourOfWeek[size] = (short) localHourOfWeek;
      flags[size] = (short) (flagBits | (firearm ? FIREARM : 0));
    }

    /** Adds an area to the row; 0 for none. */
    void area(int area) {
      if (area != 0) {
        int[] column = columnOf.get(area);
        if (column != null) {
          column[size] = area;
        }
      }
    }

    void end() {
      size++;
    }

    private void grow() {
      if (size < id.length) {
        return;
      }
      int larger = Math.addExact(size, size >> 1);
      id = Arrays.copyOf(id, larger);
      lon = Arrays.copyOf(lon, larger);
      lat = Arrays.copyOf(lat, larger);
      x = Arrays.copyOf(x, larger);
      y = Arrays.copyOf(y, larger);
      second = Arrays.copyOf(second, larger);
      code = Arrays.copyOf(code, larger);
      hourOfWeek = Arrays.copyOf(hourOfWeek, larger);
      flags = Arrays.copyOf(flags, larger);
      areas.replaceAll((set, column) -> Arrays.copyOf(column, larger));
      refreshColumns();
    }

    IncidentIndex build(long version, BBox extent) {
      return new IncidentIndex(this, version, extent);
    }
  }
}
