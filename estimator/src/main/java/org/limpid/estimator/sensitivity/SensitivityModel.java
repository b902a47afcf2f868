package org.limpid.estimator.sensitivity;

import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;

/**
 * Predicts how fast a model is with any CPUs and memory. Immutable and safe for several threads.
 *
 * @param model of {@link SensitivityTrainer#TARGET}
 * @param fairCpus CPUs that belong to a GPU where all is divided equally
 */
public record SensitivityModel(Model model, double fairCpus) {
  /**
   * The speed compared with that at the fair share.
   *
   * @param cpus CPUs for each GPU
   * @param memoryGb memory for each GPU, GB
   * @param probe what was measured of the model
   */
  public double speed(double cpus, double memoryGb, SensitivityProbe probe) {
    return Math.exp(
        logSpeed(new SensitivityPoint("", cpus, fairCpus, memoryGb, probe, Double.NaN)));
  }

  double logSpeed(SensitivityPoint point) {
    Row row = model.newRow();
    for (SensitivityFeature feature : SensitivityFeature.values()) {
      row.set(feature.featureName(), feature.of(point));
    }
    return model.predict(row);
  }
}
