package org.limpid.interpret.binning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DistinctValuesTest {

  /** Without the missing value: twice zero (one of them negative) and three times 3. */
  @Test
  void missingValuesAreLeftOutAndTheZerosAreOne() {
    double[] values = {3, Double.NaN, -0.0, 3, 0.0, 3};
    DistinctValues distinct = DistinctValues.takingOver(values.clone());
    assertEquals(2, distinct.size());
    assertEquals(Double.POSITIVE_INFINITY, 1 / distinct.value(0));
    assertEquals(2, distinct.count(0));
    assertEquals(3, distinct.value(1));
    assertEquals(3, distinct.count(1));
    assertArrayEquals(new double[] {3, Double.NaN, -0.0, 3, 0.0, 3}, values);
  }

  @Test
  void ofNoValuesThereAreNone() {
    assertEquals(0, DistinctValues.takingOver(new double[0]).size());
    assertEquals(0, DistinctValues.takingOver(new double[] {Double.NaN, Double.NaN}).size());
  }

  @Test
  void countsAreThoseOfASortedMap() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 100; round++) {
      double[] values = new double[random.nextInt(1, 200)];
      Map<Double, Integer> expected = new TreeMap<>();
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(1, 40) / 8.0;
        if (!Double.isNaN(values[i])) {
          expected.merge(values[i], 1, Integer::sum);
        }
      }
      DistinctValues distinct = DistinctValues.takingOver(values);
      Map<Double, Integer> found = new TreeMap<>();
      for (int i = 0; i < distinct.size(); i++) {
        found.put(distinct.value(i), distinct.count(i));
      }
      assertEquals(expected, found);
    }
  }
}
