package org.lamplight.demo;

import java.time.YearMonth;

/** Something that can draw an incident of a month, a police division and a category. */
interface IncidentSource {

  /** Draws an incident; {@code post} is the index of the division in {@link DemoCity#posts()}. */
  DrawnIncident draw(YearMonth month, int post, String category, Dice dice);
}
