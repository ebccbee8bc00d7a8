package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;
import org.lamplight.incident.SyntheticIncidents;

class BoxParameterTest {

  private static final City CITY = new City((short) 1, SyntheticIncidents.PROFILE);

  @Property
  void anyTextIsABoxOrTheCallersFault(@ForAll @StringLength(max = 60) String text) {
    try {
      BoxParameter.parse(text, Crs.CRS84, CITY);
    } catch (Fault e) {
      assertTrue(e.sentence().startsWith("bbox:"), e.sentence());
    }
  }

  @Property
  void boxInMercatorIsTheBoxInDegrees(
      @ForAll @DoubleRange(min = -179, max = 178) double west,
      @ForAll @DoubleRange(min = -80, max = 79) double south) {
    double radius = 6_378_137;
    String text = radius * Math.toRadians(west) + "," + northing(south) + ","
        + radius * Math.toRadians(west + 1) + "," + northing(south + 1);
    Condition.InBox box = (Condition.InBox) BoxParameter.parse(text, Crs.WEB_MERCATOR, CITY);
    BBox only = box.boxes().get(0);
    assertEquals(west, only.west(), 1e-9);
    assertEquals(south, only.south(), 1e-9);
    assertEquals(west + 1, only.east(), 1e-9);
    assertEquals(south + 1, only.north(), 1e-9);
  }

  private static double northing(double latitude) {
    return 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }

  @Example
  void boxOverTheAntimeridianIsTwoBoxes() {
    assertEquals(
        new Condition.InBox(List.of(new BBox(177, 65, 180, 70), new BBox(-180, 65, -177, 70))),
        BoxParameter.parse("177,65,-177,70", Crs.CRS84, CITY));
  }

  @Example
  void heightsAreLeftAside() {
    assertEquals(
        new Condition.InBox(List.of(new BBox(1, 2, 4, 5))),
        BoxParameter.parse("1,2,-3,4,5,6", Crs.CRS84, CITY));
  }
}
