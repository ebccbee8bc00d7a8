package org.lamplight.disclosure;

/** Told how far a long computation has come; whatever it throws ends the computation and reaches the caller. */
@FunctionalInterface
public interface Progress {

  /** A computation of which nobody waits to hear. */
  Progress SILENT = (fraction, words) -> {};

  /**
   * Called on the calling thread, up to a hundred times for each choice and each audit within it.
   *
   * @param fraction done, 0 to 1, never falling within one computation
   * @param words what is being done, for a person
   */
  void at(double fraction, String words);
}
