package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EarlyStoppingTest {

  /**
   * Window of 2 steps. After 5 4 3 the window's lowest is 3 and 5 has left it; after 3.5 it is 3
   * against 4; after 3.2 the window holds 3.5 and 3.2 against 3, which is no progress.
   */
  @Test
  void stopsWhenTheLowestLossHasLeftTheWindow() {
    EarlyStopping stopping = new EarlyStopping(2, 0);
    for (double loss : new double[] {5, 4, 3, 3.5}) {
      assertFalse(stopping.stopsAfter(loss));
    }
    assertTrue(stopping.stopsAfter(3.2));
  }

  /** A fall from 100 to 99 is 1 %: too little for a tolerance of 2 %. */
  @Test
  void smallProgressIsNone() {
    EarlyStopping demanding = new EarlyStopping(1, 0.02);
    assertFalse(demanding.stopsAfter(100));
    assertTrue(demanding.stopsAfter(99));
    EarlyStopping modest = new EarlyStopping(1, 0.005);
    assertFalse(modest.stopsAfter(100));
    assertFalse(modest.stopsAfter(99));
  }

  @Test
  void neverStopsWithoutAWindowOrALoss() {
    EarlyStopping none = new EarlyStopping(0, 0);
    EarlyStopping blind = new EarlyStopping(2, 0);
    for (int i = 0; i < 20; i++) {
      assertFalse(none.stopsAfter(i));
      assertFalse(blind.stopsAfter(Double.NaN));
    }
  }

  @Test
  void theAnswerIsThatOfASearchThroughAllLosses() {
    SplittableRandom random = new SplittableRandom(12);
    int stops = 0;
    for (int round = 0; round < 300; round++) {
      int window = random.nextInt(1, 12);
      double tolerance = random.nextInt(3) * 0.01;
      EarlyStopping stopping = new EarlyStopping(window, tolerance);
      double[] losses = new double[60];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = 100.0 / (i + 10) + random.nextInt(8) / 4.0;
        boolean expected = stops(losses, i + 1, window, tolerance);
        assertEquals(expected, stopping.stopsAfter(losses[i]));
        stops += expected ? 1 : 0;
      }
    }
    assertNotEquals(0, stops);
  }

  private static boolean stops(double[] losses, int count, int window, double tolerance) {
    if (count <= window) {
      return false;
    }
    double before = Arrays.stream(losses, 0, count - window).min().getAsDouble();
    double within = Arrays.stream(losses, count - window, count).min().getAsDouble();
    return within >= before - tolerance * Math.abs(before);
  }
}
