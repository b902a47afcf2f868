package org.limpid.plots.observation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.analyzer.PackingModels;
import org.limpid.analyzer.PackingModels.PairMatrix;
import org.limpid.analyzer.pair.HeldOutRates;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.models.JudgedModel;
import org.limpid.models.ModelFolder;

/**
 * The speeds of workloads beside each other, measured, and predicted by models that had not learnt
 * from them. A pair that a folder of models was trained on has the prediction that was made while
 * its deep-learning model was held out; others have that of the model in the folder. Where nobody
 * knows which pairs it was trained on, no pair that was measured has a prediction.
 *
 * @param heldOut how many of the measured pairs have a prediction from when they were held out
 * @param mean the mean speed that the model learnt from; {@code NaN} where it isn't known
 */
public record UnseenPairs(PairMatrix matrix, int heldOut, double mean) {

  /** Places of the measured pairs that have a prediction: row times workloads plus column. */
  public int[] measured() {
    int count = matrix.workloads().size();
    return IntStream.range(0, count * count)
        .filter(i -> !Double.isNaN(matrix.measured().rate(i / count, i % count)))
        .filter(i -> !Double.isNaN(matrix.predicted().rate(i / count, i % count)))
        .toArray();
  }

  /** The pairs of some workloads; empty without a model of pairs. */
  public static Optional<UnseenPairs> of(ModelFolder models, Profiles profiles) {
    return models
        .packing()
        .filter(packing -> packing.pairSpeeds().isPresent())
        .map(packing -> of(packing, models.heldOut(JudgedModel.PAIR_SPEED), profiles));
  }

  private static UnseenPairs of(PackingModels packing, Optional<HeldOut> known, Profiles profiles) {
    PairMatrix all = packing.matrix(profiles);
    Map<String, Double> seen = new HashMap<>();
    known.ifPresent(held -> held.rows().forEach(row -> seen.put(row.name(), row.predicted())));
    int size = all.workloads().size();
    double[][] rates = new double[size][size];
    int count = 0;
    for (int own = 0; own < size; own++) {
      for (int other = 0; other < size; other++) {
        Double held = seen.get(name(all, own, other));
        boolean measured = !Double.isNaN(all.measured().rate(own, other));
        count += measured && held != null ? 1 : 0;
        boolean isUnknown = measured && known.isEmpty();
        double told = isUnknown ? Double.NaN : all.predicted().rate(own, other);
        rates[own][other] = held != null ? held : told;
      }
    }
    PairSpeeds predicted = new PairSpeeds(all.workloads(), rates);
    return new UnseenPairs(
        new PairMatrix(all.workloads(), all.measured(), predicted), count, mean(known));
  }

  private static String name(PairMatrix all, int own, int other) {
    return HeldOutRates.rowName(all.workloads().get(own), all.workloads().get(other));
  }

  private static double mean(Optional<HeldOut> known) {
    return known
        .map(held -> Arrays.stream(held.actual()).average().orElse(Double.NaN))
        .orElse(Double.NaN);
  }
}
