package org.lamplight.filter;

import static org.lamplight.filter.EcqlFaults.at;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.lamplight.fault.Fault;

/**
 * Filter texts in ECQL. GeoTools reads them; what they may hold is checked before and after, and what comes out is a {@link Condition}.
 *
 * <ul>
 *   <li><b>Input</b>: at most 2,000 characters, 20 brackets deep, 100 conditions, 200 values in a list; no functions.
 *   <li><b>Output</b>: the condition.
 *   <li><b>Errors</b>: INVALID with the position of what is wrong.
 *   <li><b>Cost</b>: linear in the text.
 * </ul>
 */
public final class Ecql {

  private static final Pattern COLUMN = Pattern.compile("line (\\d+), column (\\d+)");

  private Ecql() {}

  /** Reads a text over the properties of a schema. */
  public static Condition parse(String text, FilterSchema schema) {
    List<EcqlText.Token> tokens = EcqlText.check(text);
    try {
      return new EcqlReader(schema, tokens).condition(ECQL.toFilter(text));
    } catch (CQLException e) {
      Matcher place = COLUMN.matcher(String.valueOf(e.getMessage()));
      throw at(place.find() ? Integer.parseInt(place.group(2)) : 1, "this is not ECQL");
    } catch (Fault e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      // The parser fails in many ways on what its grammar lets pass, where assertions are on by
      // them too.
      throw at(1, "this is not ECQL");
    }
  }
}
