package org.limpid.analyzer.pair;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.HeldOut;
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
    return of(heldOut("EBM", trainer, singles, pairs));
  }

  private static PairSpeedEvaluation of(HeldOut held) {
    double[] ones = new double[held.rows().size()];
    Arrays.fill(ones, 1);
    return new PairSpeedEvaluation(
        held.rows().isEmpty()
            ? List.of()
            : List.of(
                Row.of(held.model(), held.actual(), held.predicted()),
                Row.of("mean of training", held.actual(), held.baseline()),
                Row.of("rate 1", held.actual(), ones)));
  }

  /**
   * The predictions of {@link #leaveOneModelOut}; the baseline is the mean rate of the training.
   *
   * @param name of the model in reports
   */
  public static HeldOut heldOut(
      String name,
      PairSpeedTrainer trainer,
      List<WorkloadProfile> singles,
      List<PairProfile> pairs) {
    List<PairRate> rates = PairRate.of(singles, pairs);
    return new HeldOut(
        name,
        rates.stream()
            .map(rate -> rate.own().workload().model())
            .distinct()
            .flatMap(model -> heldOut(trainer, rates, model))
            .toList());
  }

  /** The name of the row of a workload beside another. */
  public static String rowName(Workload own, Workload other) {
    return own + " beside " + other;
  }

  private static Stream<HeldOut.Row> heldOut(
      PairSpeedTrainer trainer, List<PairRate> rates, String model) {
    List<PairRate> train = rates.stream().filter(rate -> !rate.involves(model)).toList();
    if (train.size() < 2 * PairSpeedTrainer.FEWEST_PAIRS) {
      return Stream.empty();
    }
    PairSpeedModel learnt = trainer.train(train);
    double mean = train.stream().mapToDouble(PairRate::rate).average().orElseThrow();
    return rates.stream()
        .filter(rate -> rate.isOf(model))
        .map(rate ->
            new HeldOut.Row(
                rowName(rate.own().workload(), rate.other().workload()),
                rate.rate(),
                learnt.rate(rate.own(), rate.other()),
                mean));
  }
}
