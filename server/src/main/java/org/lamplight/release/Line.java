package org.lamplight.release;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Text;

/**
 * Offences that the public sees city-wide by quarter only: all sensitive ones as one line, all that police find themselves as another.
 *
 * @param k the smallest count that is shown
 * @param counts by quarter; null where it is hidden
 */
public record Line(Kind kind, int k, Map<Period, @Nullable Integer> counts) {

  /** Which offences. */
  public enum Kind {
    /** Sensitive offences; a hidden quarter may be 0 too. */
    SENSITIVE("sensitive"),
    /** What is recorded because police looked for it. */
    POLICE("police-generated");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in answers and tables; no group of a profile has it. */
    public String id() {
      return id;
    }

    public Text title() {
      return this == SENSITIVE
          ? new Text("Sensitive offenses", "Delitos sensibles")
          : new Text("Found by police", "Descubiertos por la policía");
    }

    int k(Facts.Rules rules) {
      return this == SENSITIVE ? rules.sensitiveK() : rules.k();
    }

    /** The kind of that id; another one is a bug. */
    static Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no line " + id);
    }
  }
}
