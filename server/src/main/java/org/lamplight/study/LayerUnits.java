package org.lamplight.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.area.AreaNames;
import org.lamplight.geo.Projection;
import org.locationtech.jts.geom.Geometry;

/** The places that incidents are counted by: the areas of a set, or the cells of a grid. */
final class LayerUnits {

  private final Map<String, Object> filled;
  private final Places places;
  private final Of of;
  private final double[] sizes;

  /** Finds the place of an incident. */
  private interface Of {
    int of(LayerRows rows, int row);
  }

  private LayerUnits(Map<String, Object> filled, Places places, Of of, double[] sizes) {
    this.filled = filled;
    this.places = places;
    this.of = of;
    this.sizes = sizes;
  }

  static LayerUnits of(LayerAreas areas, AreaNames names) {
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("areas", areas.outlines());
    Map<String, Integer> placeOfSlug = areas.placeOfSlug();
    int[] placeOfId =
        new int[names.all().stream().mapToInt(AreaNames.Ref::id).max().orElse(0) + 1];
    java.util.Arrays.fill(placeOfId, -1);
    names.all().forEach(ref -> placeOfId[ref.id()] = placeOfSlug.getOrDefault(ref.slug(), -1));
    List<Geometry> outlines = areas.outlines();
    return new LayerUnits(
        filled,
        areas.places(),
        (rows, row) -> rows.area[row] == 0 ? -1 : placeOfId[rows.area[row]],
        outlines.stream().mapToDouble(Geometry::getArea).toArray());
  }

  static LayerUnits of(LayerCells cells, Layer.Grid grid, Projection projection) {
    Map<String, Object> filled = new LinkedHashMap<>();
    filled.put("x", cells.centresX());
    filled.put("y", cells.centresY());
    filled.put(Weighting.SPACING, new double[] {grid.size()});
    double[] sizes = new double[cells.size()];
    java.util.Arrays.fill(sizes, cells.areaM2());
    return new LayerUnits(
        filled,
        cells.places(projection),
        (rows, row) -> cells.place(rows.x[row], rows.y[row]),
        sizes);
  }

  int size() {
    return sizes.length;
  }

  /** The place that holds the incident of a row; -1 for none. */
  int of(LayerRows rows, int row) {
    return of.of(rows, row);
  }

  double[] counted(LayerRows rows) {
    double[] counts = new double[size()];
    for (int row = 0; row < rows.size; row++) {
      int unit = of(rows, row);
      if (unit >= 0) {
        counts[unit]++;
      }
    }
    return counts;
  }

  /** Inputs that follow from the places; the caller may add to them. */
  Map<String, Object> filled() {
    return new LinkedHashMap<>(filled);
  }

  Places places() {
    return places;
  }

  /** Square metres of each. */
  double[] sizes() {
    return sizes.clone();
  }
}
