package org.lamplight.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowFilter;
import org.lamplight.filter.RowMask;
import org.lamplight.geo.BBox;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.MercatorAddress;

/**
 * What maps, counts and analyses need of each incident of a city, in columns in memory. Rows stand in blocks, one for each local
 * month of occurrence, and within a block along a space-filling curve, those without a place last. Immutable; {@code version} is the
 * data version that it was read at. PostGIS stays the truth: {@link #select} gives the same rows as the compiled SQL.
 */
public final class Snapshot {

  final SnapshotColumns columns;
  private final long version;
  private final List<String> sets;
  private final Optional<BBox> bounds;
  private final WordTimes wordTimes;
  private final Map<Double, Optional<HexColumn>> hexagons = new ConcurrentHashMap<>();
  private final Selections selections = new Selections();

  /**
   * The snapshot.
   *
   * @param sets area sets in the order of the columns
   */
  Snapshot(SnapshotColumns columns, long version, List<String> sets) {
    this.columns = columns;
    this.version = version;
    this.sets = List.copyOf(sets);
    this.bounds = Extents.bounds(this);
    this.wordTimes = WordTimes.of(columns.second);
  }

  public long version() {
    return version;
  }

  public int size() {
    return columns.size;
  }

  /** Words of a bitmap over all rows. */
  public int words() {
    return (columns.size + 63) >>> 6;
  }

  /** Incidents that have no place and so are on no map. */
  public int withoutPlace() {
    int without = 0;
    for (int block = 0; block < blocks(); block++) {
      without += blockEnd(block) - placedEnd(block);
    }
    return without;
  }

  /** How many local months there are; the rows of each are a block. */
  public int blocks() {
    return columns.blockMonth.length;
  }

  public int blockStart(int block) {
    return columns.blockStart[block];
  }

  /** The row behind the last of the block that has a place. */
  public int placedEnd(int block) {
    return columns.blockPlaced[block];
  }

  public int blockEnd(int block) {
    return columns.blockStart[block + 1];
  }

  /** Local month of a block: twelve times the year, plus 0 for January to 11. */
  public int blockMonth(int block) {
    return columns.blockMonth[block];
  }

  /** The block that holds a row. */
  public int blockAt(int row) {
    int at = Arrays.binarySearch(columns.blockStart, row);
    return at < 0 ? -at - 2 : at;
  }

  /** Local month of the start of the occurrence, as {@link #blockMonth}. */
  public int month(int row) {
    return columns.blockMonth[blockAt(row)];
  }

  public boolean hasPlace(int row) {
    return row < columns.blockPlaced[blockAt(row)];
  }

  public long id(int row) {
    return columns.id.length > 0 ? columns.id[row] : columns.longId[row];
  }

  /** Longitude as published; NaN where there is no place. */
  public double lon(int row) {
    if (columns.lon.length > 0) {
      return columns.lon[row];
    }
    return hasPlace(row) ? MercatorAddress.lon(columns.mercatorX[row]) : Double.NaN;
  }

  /** Latitude as published; NaN where there is no place. */
  public double lat(int row) {
    if (columns.lat.length > 0) {
      return columns.lat[row];
    }
    return hasPlace(row) ? MercatorAddress.lat(columns.mercatorY[row]) : Double.NaN;
  }

  /** Web Mercator step to the east, see {@link MercatorAddress}; says nothing where there is no place. */
  public int mercatorX(int row) {
    return columns.mercatorX[row];
  }

  /** Web Mercator step to the south. */
  public int mercatorY(int row) {
    return columns.mercatorY[row];
  }

  /** Easting in the city's metric CRS, metres, to a centimetre; NaN where there is no place. */
  public double x(int row) {
    return hasPlace(row) ? columns.x[row] / 100.0 : Double.NaN;
  }

  /** Northing in the city's metric CRS, metres, to a centimetre; NaN where there is no place. */
  public double y(int row) {
    return hasPlace(row) ? columns.y[row] / 100.0 : Double.NaN;
  }

  /** Easting of a row that has a place. */
  public double placedX(int row) {
    return columns.x[row] / 100.0;
  }

  /** Northing of a row that has a place. */
  public double placedY(int row) {
    return columns.y[row] / 100.0;
  }

  /** Seconds since 1970 in UTC of the start of the occurrence, rounded down. */
  public long second(int row) {
    int second = columns.second[row];
    if (second != Integer.MIN_VALUE && second != Integer.MAX_VALUE) {
      return second;
    }
    int odd = Arrays.binarySearch(columns.oddRow, row);
    return odd < 0 ? second : Math.floorDiv(columns.oddMicros[odd], 1_000_000L);
  }

  public int code(int row) {
    return columns.code[row];
  }

  /** Bits of {@link Flag}. */
  public int flags(int row) {
    return columns.flags[row] & (SnapshotColumns.FIREARM - 1);
  }

  public boolean firearm(int row) {
    return (columns.flags[row] & SnapshotColumns.FIREARM) != 0;
  }

  /** Local hour of the week, 0 for Monday 0 h to 167. */
  public int hourOfWeek(int row) {
    return columns.hourOfWeek[row] & 0xff;
  }

  /** Area sets that have a column. */
  public List<String> areaSets() {
    return sets;
  }

  /** Number of the area of a set that holds the incident's place; 0 for none. */
  public int area(int set, int row) {
    int position = columns.areas[set][row] & 0xffff;
    return position == 0 ? 0 : columns.areaIds[set][position - 1];
  }

  /** Numbers of the areas of a set: {@code areaIds(set)[p - 1]} is that of position p of the set's column. */
  public int[] areaIds(int set) {
    return columns.areaIds[set].clone();
  }

  /** The columns themselves, for passes over many rows. */
  public CountColumns countColumns() {
    return new CountColumns(
        columns.code,
        columns.hourOfWeek,
        columns.flags,
        columns.span,
        columns.second,
        columns.areas,
        columns.x,
        columns.y);
  }

  /** The box around all places. */
  public Optional<BBox> bounds() {
    return bounds;
  }

  /** Instants of the first and the last occurrence; empty when there is no incident. */
  public Optional<Instant[]> times() {
    return Extents.times(this);
  }

  /** The incidents that satisfy the condition; empty when it names what is not in memory, so that only SQL can answer. */
  public Optional<Selection> select(Condition condition) {
    return selections.get(condition, () -> mask(condition).map(mask -> Selection.of(this, mask)));
  }

  /** The mask of a condition; empty when only SQL can answer. */
  public Optional<RowMask> mask(Condition condition) {
    return RowFilter.compile(condition, new RowMasks(this));
  }

  /** The hexagon of each incident; empty when there are too many hexagons of that size for a column. Kept once made. */
  public Optional<HexColumn> hexagons(HexGrid grid) {
    return hexagons.computeIfAbsent(grid.across(), across -> HexColumn.of(this, grid));
  }

  /** Whether the Mercator steps give the published coordinates back. */
  boolean exactSteps() {
    return columns.lon.length == 0;
  }

  WordTimes wordTimes() {
    return wordTimes;
  }

  /** The test whether a place lies in the box or on its edge; for rows that have a place. */
  public IntPredicate inBox(BBox box) {
    if (!exactSteps()) {
      return row -> box.contains(columns.lon[row], columns.lat[row]);
    }
    long[] edges = PlaceMasks.edges(box);
    if (edges.length == 0) {
      return row -> false;
    }
    int west = (int) edges[0];
    int north = (int) edges[1];
    int east = (int) edges[2];
    int south = (int) edges[3];
    return row -> columns.mercatorX[row] >= west
        && columns.mercatorX[row] <= east
        && columns.mercatorY[row] >= north
        && columns.mercatorY[row] <= south;
  }

  /** Runs of rows that hold every place of the box and few others. */
  public NearRows near(BBox box) {
    return NearRows.of(this, box);
  }

  /** First row of a block whose code along the curve is at least this one, among those with a place. */
  int firstAtCode(int block, long code) {
    int low = blockStart(block);
    int high = placedEnd(block);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (MercatorAddress.code(columns.mercatorX[middle], columns.mercatorY[middle]) < code) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Bytes of the columns in memory, those for hexagons included. */
  public long bytes() {
    long[] bytes = new long[1];
    columns.carry(new ByteCount(bytes), sets.size());
    hexagons.values().forEach(column -> column.ifPresent(c -> bytes[0] += 2L * columns.size));
    return bytes[0];
  }
}
