package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingCurveTest {
  private static final ScalingCurve CURVE = curve(64, 10, 18, Double.NaN, 0);

  private static ScalingCurve curve(int batchSize, double... rates) {
    return ScalingCurve.of("resnet50", batchSize, 32, new int[] {1, 2, 4, 8}, rates);
  }

  @Test
  void isReadByColumnAndByGpus() {
    assertEquals("resnet50/64", CURVE.name());
    assertEquals(32, CURVE.mostElasticGpus());
    assertEquals(4, CURVE.columns());
    assertEquals(8, CURVE.gpuCount(3));
    assertEquals(18, CURVE.throughput(1));
    assertEquals(18, CURVE.throughputOn(2));
    assertEquals(Double.NaN, CURVE.throughputOn(3), "no such column");
    assertEquals(Double.NaN, CURVE.throughputOn(4), "not measured");
    assertEquals(0, CURVE.throughputOn(8));
  }

  @Test
  void runsOnlyWhereItWasSeenToRun() {
    assertTrue(CURVE.runsOn(2));
    assertFalse(CURVE.runsOn(3));
    assertFalse(CURVE.runsOn(4));
    assertFalse(CURVE.runsOn(8));
  }

  @Test
  void predictionIsMarked() {
    assertFalse(CURVE.isPredicted());
    assertTrue(CURVE.asPredicted().isPredicted());
    assertNotEquals(CURVE, CURVE.asPredicted());
    assertEquals(CURVE, curve(64, 10, 18, Double.NaN, 0));
  }

  @Test
  void arraysAreCopied() {
    double[] rates = {1, 2, 3, 4};
    ScalingCurve curve = curve(64, rates);
    rates[0] = 9;
    assertEquals(1, curve.throughput(0));
  }

  @Test
  void whatIsNoCurveIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> curve(0, 1, 2, 3, 4));
    assertThrows(IllegalArgumentException.class, () -> curve(64, 1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> curve(64, 1, 2, 3, -1));
    assertThrows(IllegalArgumentException.class, () -> curve(64, 1, 2, 3, 1 / 0.0));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScalingCurve.of("vgg16", 64, 8, new int[] {2, 1}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScalingCurve.of("vgg16", 64, 8, new int[] {}, new double[] {}));
  }

  @Test
  void curvesAreFoundByName() {
    ScalingCurve other = curve(128, 1, 2, 3, 4);
    ScalingCurves curves = ScalingCurves.of(List.of(other, CURVE));
    assertEquals(List.of(other, CURVE), curves.all(), "in their order");
    assertEquals(Optional.of(CURVE), curves.find("resnet50/64"));
    assertEquals(Optional.empty(), curves.find("resnet50/32"));
    assertTrue(ScalingCurves.EMPTY.isEmpty());
    assertThrows(IllegalArgumentException.class, () -> ScalingCurves.of(List.of(CURVE, CURVE)));
  }
}
