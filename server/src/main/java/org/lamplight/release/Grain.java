package org.lamplight.release;

import java.util.Locale;

/** How long a public period is. */
public enum Grain {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  Grain(int months) {
    this.months = months;
  }

  /** Its length in months. */
  public int months() {
    return months;
  }

  /** The name in parameters. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
