package org.lamplight.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lamplight.geo.MercatorAddress;

/** Puts batches of rows into the order of a snapshot. Several threads may add batches; one then builds. */
final class SnapshotBuilder {

  /** Bits of a key for the row within its block; those above are the code along the curve. */
  private static final int ROW_BITS = 24;

  private static final long WITHOUT_PLACE = 1L << (2 * MercatorAddress.CODE_ZOOM);
  private final List<RawRows> batches = new ArrayList<>();
  private final int[][] areaIds;

  SnapshotBuilder(int[][] areaIds) {
    this.areaIds = areaIds;
  }

  synchronized void add(RawRows batch) {
    batches.add(batch);
  }

  SnapshotColumns build() {
    SnapshotColumns columns = new SnapshotColumns();
    columns.areaIds = areaIds;
    int[][] sources = blocks(columns);
    int[] order = new int[columns.size];
    IntStream.range(0, sources.length)
        .parallel()
        .forEach(block -> sort(columns, block, sources[block], order));
    fill(columns, order);
    byId(columns);
    return columns;
  }

  /** Rows of each month, as the number of the batch and the row in it, packed. */
  private int[][] blocks(SnapshotColumns columns) {
    TreeMap<Integer, int[]> sizes = new TreeMap<>();
    for (RawRows batch : batches) {
      for (int row = 0; row < batch.size; row++) {
        sizes.computeIfAbsent(batch.month[row], month -> new int[1])[0]++;
      }
    }
    columns.blockMonth = sizes.keySet().stream().mapToInt(month -> month).toArray();
    columns.blockStart = new int[sizes.size() + 1];
    columns.blockPlaced = new int[sizes.size()];
    int[] counts = sizes.values().stream().mapToInt(count -> count[0]).toArray();
    int[][] sources = new int[sizes.size()][];
    for (int block = 0; block < sources.length; block++) {
      int size = counts[block];
      if (size >= 1 << ROW_BITS) {
        throw new IllegalStateException("more incidents in a month than a snapshot takes: " + size);
      }
      sources[block] = new int[size];
      columns.blockStart[block + 1] = columns.blockStart[block] + size;
    }
    columns.size = columns.blockStart[sources.length];
    distribute(columns, sources);
    return sources;
  }

  private void distribute(SnapshotColumns columns, int[][] sources) {
    int[] at = new int[sources.length];
    for (int batch = 0; batch < batches.size(); batch++) {
      RawRows rows = batches.get(batch);
      int lastMonth = Integer.MIN_VALUE;
      int block = 0;
      for (int row = 0; row < rows.size; row++) {
        if (rows.month[row] != lastMonth) {
          lastMonth = rows.month[row];
          block = Arrays.binarySearch(columns.blockMonth, lastMonth);
        }
        sources[block][at[block]++] = batch << 16 | row;
      }
    }
  }

  private void sort(SnapshotColumns columns, int block, int[] sources, int[] order) {
    long[] keys = new long[sources.length];
    int placed = 0;
    for (int i = 0; i < keys.length; i++) {
      RawRows rows = batches.get(sources[i] >>> 16);
      int row = sources[i] & 0xffff;
      long code = WITHOUT_PLACE;
      if (rows.placed[row]) {
        code = MercatorAddress.code(
            MercatorAddress.x(rows.lon[row]), MercatorAddress.y(rows.lat[row]));
        placed++;
      }
      keys[i] = code << ROW_BITS | i;
    }
    Arrays.sort(keys);
    int start = columns.blockStart[block];
    for (int i = 0; i < keys.length; i++) {
      order[start + i] = sources[(int) (keys[i] & ((1 << ROW_BITS) - 1))];
    }
    columns.blockPlaced[block] = start + placed;
  }

  /** One step of filling: takes what is at a row of a batch to a row of the snapshot. */
  private interface Step {
    void copy(int to, RawRows from, int row);
  }

  private void each(int[] order, Step step) {
    int parts = (order.length + RawRows.MOST - 1) / RawRows.MOST;
    IntStream.range(0, parts).parallel().forEach(part -> {
      int end = Math.min(order.length, (part + 1) * RawRows.MOST);
      for (int to = part * RawRows.MOST; to < end; to++) {
        step.copy(to, batches.get(order[to] >>> 16), order[to] & 0xffff);
      }
    });
  }

  private void fill(SnapshotColumns columns, int[] order) {
    int size = order.length;
    columns.mercatorX = new int[size];
    columns.mercatorY = new int[size];
    columns.x = new int[size];
    columns.y = new int[size];
    each(order, (to, from, row) -> {
      columns.mercatorX[to] = MercatorAddress.x(from.lon[row]);
      columns.mercatorY[to] = MercatorAddress.y(from.lat[row]);
      columns.x[to] = from.x[row];
      columns.y[to] = from.y[row];
    });
    columns.hourOfWeek = new byte[size];
    columns.code = new short[size];
    columns.flags = new short[size];
    columns.span = new short[size];
    columns.areas = new short[areaIds.length][size];
    each(order, (to, from, row) -> {
      columns.hourOfWeek[to] = from.hourOfWeek[row];
      columns.code[to] = from.code[row];
      columns.flags[to] = from.flags[row];
      columns.span[to] = from.span[row];
      for (int set = 0; set < columns.areas.length; set++) {
        columns.areas[set][to] = from.areas[set][row];
      }
    });
    times(columns, order);
    if (!batches.stream().allMatch(RawRows::stepsAreExact)) {
      degrees(columns, order);
    }
  }

  private void degrees(SnapshotColumns columns, int[] order) {
    columns.lon = new double[order.length];
    columns.lat = new double[order.length];
    each(order, (to, from, row) -> {
      columns.lon[to] = from.placed[row] ? from.lon[row] : Double.NaN;
      columns.lat[to] = from.placed[row] ? from.lat[row] : Double.NaN;
    });
  }

  private void times(SnapshotColumns columns, int[] order) {
    columns.second = new int[order.length];
    each(order, (to, from, row) -> {
      long second = Math.floorDiv(from.micros[row], 1_000_000L);
      columns.second[to] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, second));
    });
    int[] odd = IntStream.range(0, order.length)
        .filter(to -> micros(order[to]) != columns.second[to] * 1_000_000L)
        .toArray();
    columns.oddRow = odd;
    columns.oddMicros = Arrays.stream(odd).mapToLong(to -> micros(order[to])).toArray();
    boolean small =
        batches.stream().allMatch(rows -> Arrays.stream(rows.id).allMatch(id -> id == (int) id));
    if (small) {
      columns.id = new int[order.length];
      each(order, (to, from, row) -> columns.id[to] = (int) from.id[row]);
    } else {
      columns.longId = new long[order.length];
      each(order, (to, from, row) -> columns.longId[to] = from.id[row]);
    }
  }

  private long micros(int source) {
    return batches.get(source >>> 16).micros[source & 0xffff];
  }

  private static void byId(SnapshotColumns columns) {
    int size = columns.size;
    if (columns.id.length == size) {
      long[] keys = new long[size];
      for (int row = 0; row < size; row++) {
        keys[row] = (long) columns.id[row] << 32 | row;
      }
      Arrays.parallelSort(keys);
      columns.byId = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    } else {
      columns.byId = IntStream.range(0, size)
          .boxed()
          .sorted(java.util.Comparator.comparingLong(row -> columns.longId[row]))
          .mapToInt(row -> row)
          .toArray();
    }
  }
}
