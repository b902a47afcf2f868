package org.limpid.analyzer.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limpid.data.PairProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.RegressionMetrics;

/**
 * How good predicted rates are on deep-learning models that were not learnt from.
 *
 * <p>Each model in turn is held out with all its pairs, in whichever place it stands there. The
 * rates of its workloads are then predicted, so every measured rate is predicted once.
 *
 * @param rows the model and two baselines
 */
public record PairSpeedEvaluation(List<Row> rows) {
  public PairSpeedEvaluation {
    rows = List.copyOf(rows);
  }

  /**
   * One way to predict.
   *
   * @param method its name
   * @param rateCount how many rates were predicted
   * @param meanAbsoluteError mean of |truth - predicted|
   * @param rootMeanSquaredError root of the mean of (truth - predicted)^2
   * @param r2 share of the variance explained, see {@link RegressionMetrics#r2}
   * @param spearman rank correlation; {@code NaN} where it is undefined
   */
  public record Row(
      String method,
      int rateCount,
      double meanAbsoluteError,
      double rootMeanSquaredError,
      double r2,
      double spearman) {
    private static Row of(String method, double[] truth, double[] predicted) {
      return new Row(
          method,
          truth.length,
          RegressionMetrics.meanAbsoluteError(truth, predicted),
          RegressionMetrics.rootMeanSquaredError(truth, predicted),
          RegressionMetrics.r2(truth, predicted),
          RegressionMetrics.spearman(truth, predicted));
    }
  }

  /**
   * Holds out each model in turn. A model without which fewer than {@link
   * PairSpeedTrainer#FEWEST_PAIRS} pairs are left is not held out.
   *
   * @return without rows if no model can be held out
   */
  public static PairSpeedEvaluation leaveOneModelOut(
      PairSpeedTrainer trainer, List<WorkloadProfile> singles, List<PairProfile> pairs) {
    List<PairRate> rates = PairRate.of(singles, pairs);
    Collector collector = new Collector();
    rates.stream()
        .map(rate -> rate.own().workload().model())
        .distinct()
        .forEach(model -> collector.holdOut(trainer, rates, model));
    return collector.evaluation();
  }

  /** Predictions of all models held out so far. */
  private static final class Collector {
    private final List<Double> truth = new ArrayList<>();
    private final List<Double> modelled = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();

    void holdOut(PairSpeedTrainer trainer, List<PairRate> rates, String model) {
      List<PairRate> train = rates.stream().filter(rate -> !rate.involves(model)).toList();
      if (train.size() < 2 * PairSpeedTrainer.FEWEST_PAIRS) {
        return;
      }
      PairSpeedModel learnt = trainer.train(train);
      double mean = train.stream().mapToDouble(PairRate::rate).average().orElseThrow();
      List<PairRate> test = rates.stream().filter(rate -> rate.isOf(model)).toList();
      add(truth, test, PairRate::rate);
      add(modelled, test, rate -> learnt.rate(rate.own(), rate.other()));
      add(means, test, _ -> mean);
    }

    private static void add(
        List<Double> values, List<PairRate> test, ToDoubleFunction<PairRate> value) {
      test.forEach(rate -> values.add(value.applyAsDouble(rate)));
    }

    PairSpeedEvaluation evaluation() {
      double[] rates = array(truth);
      double[] ones = new double[rates.length];
      Arrays.fill(ones, 1);
      return new PairSpeedEvaluation(
          rates.length == 0
              ? List.of()
              : List.of(
                  Row.of("EBM", rates, array(modelled)),
                  Row.of("mean of training", rates, array(means)),
                  Row.of("rate 1", rates, ones)));
    }

    private static double[] array(List<Double> values) {
      return values.stream().mapToDouble(value -> value).toArray();
    }
  }
}
