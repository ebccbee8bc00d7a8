package org.lamplight.explore.export;

import java.io.IOException;
import org.lamplight.incident.Incident;

/** Writes incidents into a file of some format. */
interface RowWriter {

  void write(Incident incident) throws IOException;

  /** What stands behind the last row; without it the file is not whole. */
  void end() throws IOException;
}
