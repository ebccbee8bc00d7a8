package org.lamplight.incident;

/** Rows of a snapshot by the numbers of their incidents. */
final class RowsById {

  private RowsById() {}

  /** The row of an incident; -1 when there is none. */
  static int row(Snapshot snapshot, long number) {
    int at = firstAbove(snapshot, number - 1);
    if (at == snapshot.size()) {
      return -1;
    }
    int row = snapshot.columns.byId[at];
    return snapshot.id(row) == number ? row : -1;
  }

  /** Position in {@code byId} of the first incident whose number is above this one; the size when there is none. */
  static int firstAbove(Snapshot snapshot, long number) {
    int[] byId = snapshot.columns.byId;
    int low = 0;
    int high = byId.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (snapshot.id(byId[middle]) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
