package org.limpid.analyzer.pair;

import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * Predicted rates of deep-learning models that were not learnt from.
 *
 * <p>Each model in turn is held out with all its pairs, in whichever place it stands there. The
 * rates of its workloads are then predicted, so every measured rate is predicted once. A model
 * without which fewer than {@link PairSpeedTrainer#FEWEST_PAIRS} pairs are left is not held out.
 */
public final class HeldOutRates {
  private HeldOutRates() {}

  /**
   * The predictions; the baseline is the mean rate of the training.
   *
   * @param name of the model in reports
   * @return without rows if no model can be held out
   */
  public static HeldOut of(
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
