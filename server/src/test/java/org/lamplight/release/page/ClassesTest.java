package org.lamplight.release.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassesTest {

  @Test
  void fiveClassesRiseFromTheSmallestValueAndHoldAboutAsManyValuesEach() {
    Random random = new Random(3);
    List<Double> values = random.doubles(5_000, 10, 500).mapToObj(Math::rint).toList();
    Classes classes = Classes.of(values, 1);
    assertEquals(Classes.MANY, classes.floors().size());
    assertEquals(10, classes.floors().get(0));
    int[] held = new int[Classes.MANY];
    values.forEach(value -> held[classes.of(value)]++);
    for (int many : held) {
      assertTrue(many > 700 && many < 1_300, "a class holds " + many);
    }
  }

  @Test
  void floorsRiseWhateverTheValues() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      double step = i % 2 == 0 ? 1 : 0.1;
      List<Double> values = random
          .doubles(1 + random.nextInt(40), 0, 1 + random.nextInt(60))
          .mapToObj(value -> Math.rint(value / step) * step)
          .toList();
      List<Double> floors = Classes.of(values, step).floors();
      for (int j = 1; j < floors.size(); j++) {
        assertTrue(floors.get(j) - floors.get(j - 1) > step * 0.99, floors.toString());
      }
    }
  }

  @Test
  void aValueAtAFloorBelongsToItsClassAndZeroIsNoValue() {
    Classes classes = Classes.of(List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0), 1);
    assertEquals(List.of(10.0, 20.0, 30.0, 40.0, 50.0), classes.floors());
    assertEquals(1, classes.of(20));
    assertEquals(0, classes.of(19));
    assertEquals(4, classes.of(1_000));
  }

  @Test
  void nothingShownIsOneClass() {
    assertEquals(List.of(1.0), Classes.of(List.of(0.0, 0.0), 1).floors());
  }
}
