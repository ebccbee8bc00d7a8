package org.lamplight.filter;

import org.lamplight.fault.Fault;

/** What is wrong with a filter text, with the position, counted from 1. */
final class EcqlFaults {

  private EcqlFaults() {}

  static Fault at(int position, String sentence) {
    return Fault.invalid("filter: at character " + position + ": " + sentence);
  }
}
