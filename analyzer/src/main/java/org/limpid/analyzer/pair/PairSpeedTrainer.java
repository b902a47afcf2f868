package org.limpid.analyzer.pair;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.data.PairProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

/**
 * Learns {@link PairSpeedModel}s: an explainable boosting machine without interactions, squared
 * error, each pair giving two rows, one per workload.
 */
public final class PairSpeedTrainer {
  /** Fewer pairs than this teach nothing. */
  public static final int FEWEST_PAIRS = 10;

  private static final String TARGET = "rate";

  private final EbmTrainer trainer;

  /**
   * A trainer with {@link #parameters()}.
   *
   * @param threads most threads to use; the model does not depend on it
   */
  public PairSpeedTrainer(int threads) {
    this(parameters(), threads);
  }

  /**
   * A trainer with other parameters.
   *
   * @param threads most threads to use; the model does not depend on it
   */
  public PairSpeedTrainer(EbmParameters parameters, int threads) {
    trainer = new EbmTrainer(parameters, threads);
  }

  /**
   * The parameters of {@link #PairSpeedTrainer(int)}: more demand of either workload never makes a
   * rate higher, there are no interactions, and no rounds of random cuts, which would fit the
   * models of the training before boosting is stopped.
   */
  public static EbmParameters parameters() {
    String falling =
        PairFeature.columns().stream()
            .map(column -> column + ": -1")
            .collect(Collectors.joining("; "));
    return EbmParameters.regression()
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.SMOOTHING_ROUNDS, 0)
        .with(EbmParameter.MONOTONE_CONSTRAINTS, falling);
  }

  /**
   * Learns a model.
   *
   * @param singles profiles of single workloads
   * @param pairs measured pairs; those without both single profiles are left out
   * @throws DataException if fewer than {@value #FEWEST_PAIRS} pairs are left
   */
  public PairSpeedModel train(List<WorkloadProfile> singles, List<PairProfile> pairs) {
    return train(PairRate.of(singles, pairs));
  }

  PairSpeedModel train(List<PairRate> rates) {
    if (rates.size() < 2 * FEWEST_PAIRS) {
      throw new DataException(
          Problem.of(
              "profiles of pairs",
              "expected %d or more pairs of workloads with single profiles, found %d"
                  .formatted(FEWEST_PAIRS, rates.size() / 2),
              "Maybe measure more pairs, or simulate with the rates that were measured."));
    }
    return new PairSpeedModel(trainer.train(trainingSet(rates)));
  }

  private static TrainingSet trainingSet(List<PairRate> rates) {
    double[] targets = rates.stream().mapToDouble(PairRate::rate).toArray();
    return TrainingSet.of(PairFeature.table(rates), new Target.Numbers(TARGET, targets));
  }
}
