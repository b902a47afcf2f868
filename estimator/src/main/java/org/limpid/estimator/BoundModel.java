package org.limpid.estimator;

import java.util.List;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Row;

/**
 * A model with the positions of its features among those of a trace. Features that the trace does
 * not have are missing in every row. Allocates nothing per estimate. Not safe for several threads.
 */
final class BoundModel {
  private static final int ABSENT = -1;

  private final JobDurationModel model;
  private final int[] positions;
  private final Row row;
  private final double[] output = new double[1];

  BoundModel(JobDurationModel model, List<String> featureNames) {
    this.model = model;
    positions = model.featureNames().stream().mapToInt(featureNames::indexOf).toArray();
    row = model.model().newRow();
  }

  double seconds(double[] features) {
    bind(features);
    model.model().predict(row, output);
    return model.seconds(output[0]);
  }

  /** Why that is the estimate; empty for models that are no sums of terms. */
  Optional<EstimateReasons> explain(double[] features) {
    double seconds = seconds(features);
    return model.model() instanceof EbmModel ebm
        ? Optional.of(new EstimateReasons(model, PredictionExplanation.of(ebm, row), seconds))
        : Optional.empty();
  }

  private void bind(double[] features) {
    for (int i = 0; i < positions.length; i++) {
      row.setEncoded(i, positions[i] == ABSENT ? Double.NaN : features[positions[i]]);
    }
  }
}
