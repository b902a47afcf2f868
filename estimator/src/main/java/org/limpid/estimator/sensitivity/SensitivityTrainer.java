package org.limpid.estimator.sensitivity;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.ResourceProfiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Learns from models that were measured throughout how fast another one is with any CPUs and
 * memory, of which {@link SensitivityProbe four speeds} are known: an explainable boosting machine
 * of the logarithm of speed, so that speed is a product of one factor for CPUs, one for memory, one
 * for their pair, and those that say how much of this the model at hand feels. Immutable; the same
 * profiles give the same model with any number of threads.
 *
 * @param fairCpus CPUs that belong to a GPU where all is divided equally
 * @param fairMemoryGb memory that does, GB
 * @param threads most bags at the same time
 */
public record SensitivityTrainer(double fairCpus, double fairMemoryGb, int threads) {
  /** What models predict. */
  public static final String TARGET = "ln(speed over fair share)";

  /** Fewest deep-learning models that anything is learnt from. */
  static final int FEWEST_MODELS = 3;

  /**
   * A model of all profiles.
   *
   * @throws DataException if there are too few
   */
  public SensitivityModel train(ResourceProfiles profiles) {
    List<SensitivityPoint> points = points(profiles);
    long models = points.stream().map(SensitivityPoint::model).distinct().count();
    if (models < FEWEST_MODELS) {
      throw new DataException(
          Problem.of(
              "sensitivity",
              "expected %d or more models with speeds for the fair share of %s CPUs and %s GB, found %d"
                  .formatted(FEWEST_MODELS, fairCpus, fairMemoryGb, models),
              "Maybe import the data with more profiles, or with another cluster."));
    }
    return train(points);
  }

  List<SensitivityPoint> points(ResourceProfiles profiles) {
    return SensitivityPoint.of(profiles, fairCpus, fairMemoryGb);
  }

  SensitivityModel train(List<SensitivityPoint> points) {
    double[] targets = points.stream().mapToDouble(SensitivityPoint::logSpeed).toArray();
    EbmParameters parameters =
        EbmParameters.regression()
            .with(EbmParameter.PAIRS, SensitivityFeature.pairs())
            .with(EbmParameter.OUTER_BAGS, 8)
            .with(EbmParameter.MIN_SAMPLES_LEAF, 2)
            .with(EbmParameter.SMOOTHING_ROUNDS, 0)
            .with(EbmParameter.INTERACTION_SMOOTHING_ROUNDS, 0);
    EbmModel model =
        new EbmTrainer(parameters, threads)
            .train(TrainingSet.of(inputs(points), new Target.Numbers(TARGET, targets)));
    return new SensitivityModel(model, fairCpus);
  }

  private static Table inputs(List<SensitivityPoint> points) {
    return Table.of(
        Arrays.stream(SensitivityFeature.values())
            .map(feature ->
                NumericColumn.generate(
                    feature.featureName(), points.size(), row -> feature.of(points.get(row))))
            .toArray(NumericColumn[]::new));
  }
}
