package org.limpid.estimator.scaling;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.estimator.scaling.ScalingPoint.Measured;
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
 * Learns what more GPUs bring from measured scaling curves: an explainable boosting machine without
 * pairs of the logarithm of efficiency, the speed-up over one GPU per GPU, so that efficiency is a
 * product of one factor per feature. Two points may make a leaf, as there are but some dozens.
 * Immutable; the same curves give the same model with any number of threads.
 *
 * @param gpusPerNode GPUs of a node of the cluster on which the curves were measured, at least 1
 * @param threads most bags at the same time
 */
public record ScalingTrainer(int gpusPerNode, int threads) {
  /** What models predict. */
  public static final String TARGET = "ln(speed-up per GPU)";

  /** Fewest points that anything is learnt from: five per feature. */
  static final int FEWEST_POINTS = 5 * ScalingFeature.values().length;

  /**
   * A model of all measured curves; those that were predicted teach nothing.
   *
   * @throws DataException if there are too few points
   */
  public ScalingModel train(ScalingCurves curves) {
    List<ScalingCurve> measured = measured(curves);
    List<Measured> points = Measured.of(measured, gpusPerNode);
    if (points.size() < FEWEST_POINTS) {
      throw new DataException(
          Problem.of(
              "scaling curves",
              "expected throughput on more than one GPU at %d or more points, of curves that are known on one GPU, found %d"
                  .formatted(FEWEST_POINTS, points.size()),
              "Maybe measure more models or batch sizes."));
    }
    return new ScalingModel(train(points), gpusPerNode);
  }

  static List<ScalingCurve> measured(ScalingCurves curves) {
    return curves.all().stream().filter(curve -> !curve.isPredicted()).toList();
  }

  EbmModel train(List<Measured> points) {
    double[] targets = points.stream().mapToDouble(Measured::logEfficiency).toArray();
    EbmParameters parameters =
        EbmParameters.regression()
            .with(EbmParameter.INTERACTIONS, 0)
            .with(EbmParameter.OUTER_BAGS, 8)
            .with(EbmParameter.LEARNING_RATE, 0.02)
            .with(EbmParameter.MAX_BINS, 32)
            .with(EbmParameter.MIN_SAMPLES_LEAF, 2)
            .with(EbmParameter.SMOOTHING_ROUNDS, 0)
            .with(EbmParameter.MONOTONE_CONSTRAINTS, ScalingFeature.directions());
    return new EbmTrainer(parameters, threads)
        .train(TrainingSet.of(inputs(points), new Target.Numbers(TARGET, targets)));
  }

  private static Table inputs(List<Measured> points) {
    return Table.of(
        Arrays.stream(ScalingFeature.values())
            .map(feature ->
                NumericColumn.generate(
                    feature.featureName(),
                    points.size(),
                    row -> feature.of(points.get(row).point())))
            .toArray(NumericColumn[]::new));
  }
}
