package org.lamplight.ingest;

/** Told how far an import has come. */
public interface Progress {

  /** Says nothing. */
  Progress NONE = (step, rows, done, total) -> {};

  /**
   * Called often; must return at once.
   *
   * @param step what is being done
   * @param rows rows read so far
   * @param bytesDone bytes of the file taken so far
   * @param bytesTotal size of the file; -1 when not known
   */
  void at(Step step, long rows, long bytesDone, long bytesTotal);

  /** What an import does, in order. */
  enum Step {
    READING,
    LOCATING,
    COMPARING,
    STORING,
    INDEXING,
    DONE
  }
}
