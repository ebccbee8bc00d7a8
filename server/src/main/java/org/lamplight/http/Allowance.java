package org.lamplight.http;

/** What a request of somebody who is not signed in draws on; each client has one bucket of each kind. */
public enum Allowance {
  /** Answers that are worked out. */
  DATA(1),
  /** Files that wait in memory: a first visit asks for many at once. */
  FILES(20),
  /** Proofs of an identity that turned out not to be good. */
  PROOFS(20),
  /** Never counted: whether the server lives. */
  FREE(0);

  /** How many times the setting it is wide. */
  final int times;

  Allowance(int times) {
    this.times = times;
  }
}
