package org.lamplight.explore;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.explore.Question.Dimension;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowMask;
import org.lamplight.geo.HexGrid;
import org.lamplight.incident.CountColumns;
import org.lamplight.incident.HexColumn;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Selection;
import org.lamplight.incident.Snapshot;

/**
 * One pass over all incidents that counts each dimension without its own filter, on all processors. Filters become bitmaps, 64 rows a
 * word; those that a count leaves out are simply not joined in.
 */
final class CountPass {

  /** Words of a step: what it needs stays in the processor's nearest memory. */
  private static final int PART = 128;

  private final Snapshot snapshot;
  private final CountColumns columns;
  private final Question question;
  private final RowMask base;
  private final Map<Dimension, RowMask> own = new EnumMap<>(Dimension.class);
  private final boolean[] areaIsOwn;
  private final HexColumn reference;
  private final Tally.Sizes sizes;
  private final int[] minuteOffsets;
  private final long[] matched;

  CountPass(Incidents.Loaded data, Snapshot snapshot, Question question) {
    this.snapshot = snapshot;
    this.columns = snapshot.countColumns();
    this.question = question;
    this.base = mask(question.base());
    question.own().forEach((dimension, condition) -> own.put(dimension, mask(condition)));
    List<String> sets = snapshot.areaSets();
    this.areaIsOwn = new boolean[sets.size()];
    for (int set = 0; set < areaIsOwn.length; set++) {
      areaIsOwn[set] = question.areaSets().contains(sets.get(set));
    }
    this.reference = snapshot
        .hexagons(new HexGrid(DensityScale.REFERENCE_METRES))
        .orElseGet(() -> new HexColumn(
            new HexGrid(DensityScale.REFERENCE_METRES), new short[snapshot.size()], new long[0]));
    this.sizes = new Tally.Sizes(
        data.taxonomy().codes().stream().mapToInt(code -> code.id() + 1).max().orElse(1) + 1,
        snapshot.blocks(),
        IntStream.range(0, sets.size())
            .map(set -> snapshot.areaIds(set).length + 1)
            .toArray(),
        reference.cells().length + 1);
    this.minuteOffsets = minuteOffsets(data);
    this.matched = new long[snapshot.words()];
  }

  private RowMask mask(Condition condition) {
    return snapshot
        .mask(condition)
        .orElseThrow(() -> Fault.invalid(
            "filter: address, premises, weapon, status, beat, record, occurredTo and reportedOn cannot be"
                + " explored, only listed"));
  }

  /** Minutes by which local hours of each block begin off those of UTC. */
  private int[] minuteOffsets(Incidents.Loaded data) {
    return IntStream.range(0, snapshot.blocks())
        .map(block -> data.city()
                .profile()
                .zone()
                .getRules()
                .getOffset(Instant.ofEpochSecond(snapshot.second(snapshot.blockStart(block))))
                .getTotalSeconds()
            / 60
            % 60)
        .toArray();
  }

  HexColumn reference() {
    return reference;
  }

  /** The incidents that satisfy the whole filter, once they are counted. */
  Selection selection() {
    return Selection.of(snapshot, matched);
  }

  Tally count() {
    int parts = (snapshot.words() + PART - 1) / PART;
    Tally counted = IntStream.range(0, parts)
        .parallel()
        .collect(() -> new Tally(sizes), this::part, Tally::add);
    if (!filtered(Dimension.OFFENCE) && !filtered(Dimension.ORIGIN)) {
      System.arraycopy(counted.offenceCodes, 0, counted.originCodes, 0, counted.originCodes.length);
    }
    if (!filtered(Dimension.FLAGS) && !filtered(Dimension.FIREARM)) {
      System.arraycopy(counted.flags, 0, counted.firearm, 0, counted.firearm.length);
    }
    return counted;
  }

  private boolean filtered(Dimension dimension) {
    return own.containsKey(dimension);
  }

  private void part(Tally tally, int part) {
    int from = part * PART;
    int to = Math.min(snapshot.words(), from + PART);
    long[] held = new long[to - from];
    base.fill(from, to, held);
    int beyond = (to << 6) - snapshot.size();
    if (beyond > 0) {
      held[held.length - 1] &= -1L >>> beyond;
    }
    if (Arrays.stream(held).anyMatch(word -> word != 0)) {
      count(tally, from, new Bits(held, filled(from, to)));
    }
  }

  private Map<Dimension, long[]> filled(int from, int to) {
    Map<Dimension, long[]> filled = new EnumMap<>(Dimension.class);
    own.forEach((dimension, mask) -> {
      long[] words = new long[to - from];
      mask.fill(from, to, words);
      filled.put(dimension, words);
    });
    return filled;
  }

  /** Rows of a part that every count holds, and for each dimension with a filter those that it holds. */
  private record Bits(long[] base, Map<Dimension, long[]> own) {

    /** Rows that hold all filters but those of some dimensions; {@code all} itself when these have none. */
    long[] without(long[] all, Dimension... left) {
      return Arrays.stream(left).anyMatch(own::containsKey) ? joined(left) : all;
    }

    /** Rows that hold all filters but those of some dimensions. */
    long[] joined(Dimension... left) {
      long[] joined = base.clone();
      own.forEach((dimension, words) -> {
        if (Arrays.stream(left).noneMatch(each -> each == dimension)) {
          for (int word = 0; word < joined.length; word++) {
            joined[word] &= words[word];
          }
        }
      });
      return joined;
    }
  }

  private void count(Tally tally, int from, Bits bits) {
    long[] all = bits.joined();
    System.arraycopy(all, 0, matched, from, all.length);
    tally.matched += Selection.count(all, 0, 0, all.length << 6);
    Tally.count(columns.code(), bits.without(all, Dimension.OFFENCE), from, tally.offenceCodes);
    if (filtered(Dimension.OFFENCE) || filtered(Dimension.ORIGIN)) {
      Tally.count(columns.code(), bits.without(all, Dimension.ORIGIN), from, tally.originCodes);
    }
    long[] clock = bits.without(all, Dimension.HOURS, Dimension.WEEKDAYS);
    Tally.count(columns.hourOfWeek(), clock, from, tally.hours);
    long[] anywhere = bits.without(all, Dimension.AREA);
    for (int set = 0; set < areaIsOwn.length; set++) {
      Tally.count(columns.areas()[set], areaIsOwn[set] ? anywhere : all, from, tally.areas[set]);
    }
    Tally.count(columns.flags(), bits.without(all, Dimension.FLAGS), from, tally.flags);
    if (filtered(Dimension.FLAGS) || filtered(Dimension.FIREARM)) {
      Tally.count(columns.flags(), bits.without(all, Dimension.FIREARM), from, tally.firearm);
    }
    Tally.count(reference.rows(), all, from, tally.cells);
    blocks(tally, from, all, bits.without(all, Dimension.TIME));
    if (question.aoristic()) {
      aoristic(tally.aoristic, from, clock);
    }
  }

  /** What goes by block: months, and rows without a place, which stand at the end of each. */
  private void blocks(Tally tally, int from, long[] all, long[] anytime) {
    int first = from << 6;
    int last = Math.min(snapshot.size(), (from + all.length) << 6);
    for (int block = snapshot.blockAt(first);
        block < snapshot.blocks() && snapshot.blockStart(block) < last;
        block++) {
      tally.months[block] +=
          Selection.count(anytime, from, snapshot.blockStart(block), snapshot.blockEnd(block));
      tally.withoutPlace +=
          Selection.count(all, from, snapshot.placedEnd(block), snapshot.blockEnd(block));
    }
  }

  private void aoristic(Aoristic into, int from, long[] words) {
    int block = snapshot.blockAt(from << 6);
    for (int word = 0; word < words.length; word++) {
      for (long bits = words[word]; bits != 0; bits &= bits - 1) {
        int row = (from + word) << 6 | Long.numberOfTrailingZeros(bits);
        while (row >= snapshot.blockEnd(block)) {
          block++;
        }
        int minute =
            Math.floorMod(Math.floorDiv(columns.second()[row], 60) + minuteOffsets[block], 60);
        into.add((columns.hourOfWeek()[row] & 0xff) * 60 + minute, columns.span()[row] & 0xffff);
      }
    }
  }
}
