package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MonotoneCalibrationTest {
  /** 40 rows make two bins: means 0 and 10, medians 3 and 5; the tilt adds 0.01 over these ten. */
  @Test
  void twoBinsByHand() {
    double[] predictions = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0 : 10).toArray();
    double[] targets = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 3 : 5).toArray();
    targets[0] = 100;
    targets[39] = -100;
    MonotoneCalibration calibration = MonotoneCalibration.of(predictions, targets);
    assertEquals(3, calibration.apply(0), 1e-12);
    assertEquals(5.01, calibration.apply(10), 1e-12);
    assertEquals(4.005, calibration.apply(5), 1e-12);
    assertEquals(5.02, calibration.apply(20), 1e-12);
    assertEquals(2.99, calibration.apply(-10), 1e-12);
  }

  /**
   * Predictions in seconds, some of them below nothing: means -20,000 and 80,000, medians ln 60 and
   * ln 6000. In the middle the estimate is their geometric mean, a rise of 100,000 adds 0.01.
   */
  @Test
  void predictionsInSecondsBecomeLogarithms() {
    double[] predictions = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? -2e4 : 8e4).toArray();
    double[] targets =
        IntStream.range(0, 40).mapToDouble(i -> Math.log(i < 20 ? 60 : 6_000)).toArray();
    MonotoneCalibration calibration = MonotoneCalibration.of(predictions, targets);
    assertEquals(60, Math.exp(calibration.apply(-2e4)), 1e-9);
    assertEquals(600 * Math.exp(0.005), Math.exp(calibration.apply(3e4)), 1e-9);
    assertEquals(6_000 * Math.exp(0.02), Math.exp(calibration.apply(18e4)), 1e-9);
    assertEquals(60 * Math.exp(-0.01), Math.exp(calibration.apply(-12e4)), 1e-9);
  }

  /** Medians 5 and 3 fall, so both become 4; only the tilt is left. */
  @Test
  void fallingMediansArePooled() {
    double[] predictions = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0 : 10).toArray();
    double[] targets = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 5 : 3).toArray();
    MonotoneCalibration calibration = MonotoneCalibration.of(predictions, targets);
    assertEquals(4, calibration.apply(0), 1e-12);
    assertEquals(4.01, calibration.apply(10), 1e-12);
  }

  @Test
  void theOrderOfPredictionsStays() {
    Random random = new Random(1);
    double[] predictions = random.doubles(3_000, 0, 12).toArray();
    double[] targets = random.doubles(3_000, 0, 12).toArray();
    MonotoneCalibration calibration = MonotoneCalibration.of(predictions, targets);
    double previous = Double.NEGATIVE_INFINITY;
    for (double x = -5; x < 20; x += 0.01) {
      double value = calibration.apply(x);
      assertTrue(value > previous, "at " + x);
      previous = value;
    }
  }

  /** Means of almost equal values go up and down by their last digits. */
  @Test
  void predictionsThatDifferByRoundingBecomeFewPoints() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      double centre = 1 + 10 * random.nextDouble();
      double[] predictions =
          random.doubles(400).map(u -> centre + (int) (3 * u) * Math.ulp(centre)).toArray();
      double[] targets = random.doubles(400, 0, 12).toArray();
      double[] inputs = MonotoneCalibration.of(predictions, targets).inputs();
      assertTrue(inputs.length <= 20, inputs.length + " points");
    }
  }

  @Test
  void constantPredictionsBecomeOnePoint() {
    MonotoneCalibration calibration =
        MonotoneCalibration.of(new double[100], IntStream.range(0, 100).asDoubleStream().toArray());
    assertEquals(1, calibration.inputs().length);
    assertTrue(Double.isFinite(calibration.apply(7)));
  }

  /** The mean of 20 equal numbers may differ from that of 21 in the last digit. */
  @Test
  void constantPredictionsBecomeOnePointWhateverTheyAre() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double[] predictions = new double[410 + i];
      Arrays.fill(predictions, 10_000 * random.nextDouble());
      double[] targets = random.doubles(predictions.length, 0, 12).toArray();
      assertEquals(1, MonotoneCalibration.of(predictions, targets).inputs().length);
    }
  }

  @Test
  void pointsMustIncrease() {
    double[] falling = {1, 0};
    double[] rising = {0, 1};
    assertThrows(IllegalArgumentException.class, () -> new MonotoneCalibration(falling, rising));
    assertThrows(IllegalArgumentException.class, () -> new MonotoneCalibration(rising, falling));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MonotoneCalibration(new double[0], new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> new MonotoneCalibration(rising, new double[1]));
  }
}
