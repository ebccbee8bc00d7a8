package org.lamplight.analysis.chance;

import java.util.List;
import org.lamplight.fault.Fault;

/**
 * What a reader of a result must know before he trusts it.
 *
 * @param belowMinimum whether there is less data than the method needs
 * @param sentence what is missing and what to do
 */
public record Warning(boolean belowMinimum, String sentence) {

  /** A remark that stands beside a result. */
  public static Warning of(String sentence) {
    return new Warning(false, sentence);
  }

  /** One of a result from less data than the method needs. */
  public static Warning below(String sentence) {
    return new Warning(true, sentence);
  }

  /** Throws INVALID with the first sentence about too little data, as runs on stored layers do. */
  public static void refuseBelowMinimum(List<Warning> warnings) {
    for (Warning warning : warnings) {
      if (warning.belowMinimum()) {
        throw Fault.invalid(warning.sentence());
      }
    }
  }
}
