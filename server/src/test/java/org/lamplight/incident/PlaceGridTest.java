package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lamplight.geo.BBox;

class PlaceGridTest {

  @Test
  void aGridOverAPartOfTheCityLosesNoPlaceBeyondIt() {
    SplittableRandom random = new SplittableRandom(5);
    double[] lon = random.doubles(3_000, -118.4, -118.2).toArray();
    double[] lat = random.doubles(3_000, 33.9, 34.1).toArray();
    for (int row = 0; row < lon.length; row += 10) {
      lon[row] = Double.NaN;
    }
    PlaceGrid grid = new PlaceGrid(lon, lat, new BBox(-118.33, 33.97, -118.27, 34.03));
    for (int round = 0; round < 100; round++) {
      double west = random.nextDouble(-118.45, -118.2);
      double south = random.nextDouble(33.85, 34.1);
      BBox box = new BBox(west, south, west + 0.04, south + 0.03);
      BitSet near = new BitSet();
      grid.forEach(box, near::set);
      assertEquals(grid.size(box), near.cardinality());
      for (int row = 0; row < lon.length; row++) {
        boolean inside = box.contains(lon[row], lat[row]);
        assertTrue(!inside || near.get(row), "row " + row + " is in " + box + " but was not given");
      }
    }
  }
}
