package org.limpid.estimator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.estimator.scaling.ScalingErrors.OfModel;
import org.limpid.files.DataException;

/**
 * Curves after a law that is known: an iteration takes the computing of one GPU split evenly, and
 * an exchange that takes longer the more GPUs there are.
 */
final class ScalingTrainerTest {
  private static final int[] GPUS = {1, 2, 4, 8, 16};
  private static final double EXCHANGE = 0.02;
  private static final ScalingTrainer TRAINER = new ScalingTrainer(8, 1);

  private static double rate(double computing, int gpus) {
    return 1 / (computing / gpus + EXCHANGE * Math.log(gpus));
  }

  private static ScalingCurve curve(String model, int batch, double computing) {
    double[] rates = new double[GPUS.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = rate(computing, GPUS[i]);
    }
    return ScalingCurve.of(model, batch, 16, GPUS, rates);
  }

  /** Models that take from a twentieth of a second to two seconds for an iteration on one GPU. */
  private static ScalingCurves curves() {
    List<ScalingCurve> curves = new ArrayList<>();
    double[] computing = {0.05, 0.1, 0.2, 0.4, 0.8};
    for (int model = 0; model < computing.length; model++) {
      curves.add(curve("model" + model, 64, computing[model]));
      curves.add(curve("model" + model, 128, 2 * computing[model]));
    }
    return ScalingCurves.of(curves);
  }

  @Test
  void tellsModelsThatItHasNotSeenBetterThanTheMeanOfTheOthers() {
    ScalingErrors errors = ScalingErrors.of(TRAINER, curves());
    assertEquals(
        List.of("model0", "model1", "model2", "model3", "model4"),
        errors.models().stream().map(OfModel::model).toList());
    OfModel all = errors.all();
    assertEquals(5 * 2 * 4, all.points());
    assertTrue(all.glassBox() < all.meanCurve(), all::toString);
    assertTrue(all.meanCurve() < all.linear(), all::toString);
    assertTrue(all.largest() >= all.glassBox(), all::toString);
  }

  /** Each GPU more of an exact law errs by the factor that it lacks; here by hand for two GPUs. */
  @Test
  void measuresErrorsOfLinearScalingAsFactors() {
    ScalingErrors errors = ScalingErrors.of(TRAINER, curves());
    double sum = 0;
    for (double computing : new double[] {0.05, 0.1}) {
      for (int gpus : new int[] {2, 4, 8, 16}) {
        sum += Math.log(gpus * rate(computing, 1) / rate(computing, gpus));
      }
    }
    assertEquals(Math.exp(sum / 8), errors.models().getFirst().linear(), 1e-12);
  }

  @Test
  void fillsGapsAndKeepsWhatWasMeasured() {
    ScalingModel model = TRAINER.train(curves());
    double[] rates = {1 / 0.2, Double.NaN, rate(0.2, 4), Double.NaN, 0};
    ScalingCurve filled = model.complete(ScalingCurve.of("new", 64, 16, GPUS, rates));
    assertTrue(filled.isPredicted());
    assertEquals(rates[0], filled.throughputOn(1));
    assertEquals(rates[2], filled.throughputOn(4));
    assertEquals(0, filled.throughputOn(16));
    assertEquals(rate(0.2, 2), filled.throughputOn(2), 0.25 * rate(0.2, 2));
    assertEquals(rate(0.2, 8), filled.throughputOn(8), 0.25 * rate(0.2, 8));
  }

  @Test
  void findsTheRateOfOneGpuFromThatOfMore() {
    ScalingModel model = TRAINER.train(curves());
    double one = model.oneGpuRate(64, 4, rate(0.2, 4));
    assertEquals(rate(0.2, 4), one * 4 * model.efficiency(64, 4, one), 1e-6 * rate(0.2, 4));
    assertEquals(5, one, 1.5);
  }

  @Test
  void predictsWholeCurvesFromOnePointOrNone() {
    ScalingModel model = TRAINER.train(curves());
    ScalingCurve known = model.predict("job", 64, GPUS, 4, rate(0.2, 4));
    assertTrue(known.isPredicted());
    assertEquals(rate(0.2, 4), known.throughputOn(4));
    assertEquals(rate(0.2, 8), known.throughputOn(8), 0.3 * rate(0.2, 8));
    assertTrue(known.mostElasticGpus() >= 4);
    ScalingCurve unknown = model.predict("job", 0, GPUS, 4, Double.NaN);
    assertEquals(1, unknown.throughputOn(1));
    assertEquals(1, unknown.batchSize());
    assertTrue(unknown.throughputOn(16) > 1, unknown::toString);
  }

  @Test
  void leavesCurvesWithoutGapsAndThoseOfWhichNothingIsKnown() {
    ScalingModel model = TRAINER.train(curves());
    ScalingCurve whole = curve("whole", 64, 0.3);
    assertSame(whole, model.complete(whole));
    ScalingCurve unknown =
        ScalingCurve.of("unknown", 64, 2, new int[] {1, 2}, new double[] {Double.NaN, Double.NaN});
    assertSame(unknown, model.complete(unknown));
  }

  /** More GPUs, or more nodes, never use each GPU better; more computing never worse. */
  @Test
  void predictsAsPhysicsSays() {
    ScalingModel model = TRAINER.train(curves());
    assertEquals(1, model.efficiency(64, 1, 5));
    for (double rate = 0.5; rate < 20; rate *= 1.5) {
      assertTrue(model.efficiency(64, 8, rate) >= model.efficiency(64, 8, 1.5 * rate));
    }
    assertTrue(model.efficiency(Double.NaN, 8, Double.NaN) > 0);
  }

  @Test
  void learnsNothingFromPredictionsOrTooFewPoints() {
    List<ScalingCurve> predicted = curves().all().stream().map(ScalingCurve::asPredicted).toList();
    DataException failure =
        assertThrows(DataException.class, () -> TRAINER.train(ScalingCurves.of(predicted)));
    assertTrue(failure.getMessage().contains("found 0"), failure::getMessage);
    assertTrue(ScalingErrors.of(TRAINER, ScalingCurves.of(predicted)).models().isEmpty());
  }
}
