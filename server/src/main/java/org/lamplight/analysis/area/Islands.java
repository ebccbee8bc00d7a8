package org.lamplight.analysis.area;

import java.util.List;
import org.lamplight.analysis.chance.Warning;

/** Units without neighbors, said in words. */
final class Islands {

  private Islands() {}

  static void warn(Neighbors neighbors, List<Warning> warnings) {
    int islands = neighbors.islands().length;
    if (islands > 0) {
      warnings.add(
          Warning.of(
              (islands == 1 ? "One unit has" : islands + " units have")
                  + " no neighbors and no result: take a longer distance or more neighbors, or leave them out."));
    }
  }
}
