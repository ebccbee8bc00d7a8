package org.lamplight.incident;

/**
 * The first and the last second of each 64 rows, by which whole words of a snapshot are passed over.
 *
 * @param least first second of each word
 * @param most last second of each word
 */
record WordTimes(int[] least, int[] most) {

  static WordTimes of(int[] second) {
    int words = (second.length + 63) >>> 6;
    int[] least = new int[words];
    int[] most = new int[words];
    java.util.Arrays.fill(least, Integer.MAX_VALUE);
    java.util.Arrays.fill(most, Integer.MIN_VALUE);
    for (int row = 0; row < second.length; row++) {
      least[row >>> 6] = Math.min(least[row >>> 6], second[row]);
      most[row >>> 6] = Math.max(most[row >>> 6], second[row]);
    }
    return new WordTimes(least, most);
  }
}
