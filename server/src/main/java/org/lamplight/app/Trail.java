package org.lamplight.app;

import org.lamplight.http.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where deeds of the server and of the command line are written. */
final class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

  private Trail() {}

  /** Writes each deed as a line of the log. */
  static Audit logged() {
    return deed -> LOG.info(
        "{} {} by {} from {} in {}: {}",
        deed.action(),
        deed.outcome(),
        deed.actor(),
        deed.from(),
        deed.city(),
        deed.details());
  }
}
