package org.lamplight.browser;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The analyst's day on the demo's synthetic Los Angeles. */
class AnalystsDayTest extends AnalystsDay {

  @Override
  String colleague() {
    return People.withPassword("colleague", "analyst");
  }

  @Test
  void riseIsFoundKeptSentAndExported() throws IOException {
    riseIsFoundKeptSentAndExported(new Dates("2023-01-01", "2023-12-31", null));
  }
}
