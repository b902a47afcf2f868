package org.limpid.experiment.chain;

import java.util.Arrays;
import java.util.Locale;
import org.limpid.interpret.ebm.EbmModel;

/**
 * What is added to a predicted quantile so that it holds on data that the model has not seen: of n
 * residuals, targets less predictions, the one of rank {@code ceil((n + 1) q)}, at most n.
 *
 * <p>Source: Romano, Patterson and Candes, "Conformalized quantile regression", NeurIPS 2019, for a
 * bound on one side.
 */
final class ConformalShift {
  private ConformalShift() {}

  /**
   * The shift.
   *
   * @param residuals of rows that were not trained on, one or more
   * @param quantile that is predicted, above 0 and below 1
   */
  static double of(double[] residuals, double quantile) {
    double[] sorted = residuals.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil((sorted.length + 1) * quantile);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }

  /** The model with a shift of all that it predicts; its provenance tells it. */
  static EbmModel shifted(EbmModel model, double hours) {
    double[] intercept = {model.intercept()[0] + hours};
    double[][] bags = model.bagIntercepts();
    for (double[] bag : bags) {
      bag[0] += hours;
    }
    String edit =
        String.format(
            Locale.ROOT, "added %.4f h to all predictions (conformal calibration)", hours);
    return model.with(model.terms(), intercept, bags, model.provenance().withEdit(edit));
  }
}
