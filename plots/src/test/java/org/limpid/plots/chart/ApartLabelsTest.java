package org.limpid.plots.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class ApartLabelsTest {
  private static void assertPlaces(double[] expected, double... wanted) {
    assertArrayEquals(expected, ApartLabels.of(wanted, 10, 0, 100), 1e-12);
  }

  @Test
  void labelsWithRoomStayWhereTheyAre() {
    assertPlaces(new double[] {}, new double[] {});
    assertPlaces(new double[] {5, 50, 95}, 5, 50, 95);
  }

  /** Upwards they would stand at 50, 60, 70, downwards at 30, 40, 50. */
  @Test
  void aCrowdMovesToBothSides() {
    assertPlaces(new double[] {40, 50, 60}, 50, 50, 50);
  }

  @Test
  void noneLeavesTheAxis() {
    assertPlaces(new double[] {80, 90, 100}, 99, 99, 100);
    assertPlaces(new double[] {0, 10}, 0, 1);
  }
}
