package org.limpid.predictor;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;

/**
 * What a {@link BackTest} predicted and how good that was.
 *
 * @param target what was predicted
 * @param firstSlot position in the series of the first slot that was predicted
 * @param truth what was submitted in each slot
 * @param predicted what was predicted for each slot; may lie slightly below 0
 * @param counted how many of these slots, from the first one on, tell how good that was: those up
 *     to the last submission of the series
 * @param stretches one per training, in the order of time; those with slots that count
 */
public record BackTestResult(
    LoadTarget target,
    int firstSlot,
    double[] truth,
    double[] predicted,
    int counted,
    List<Stretch> stretches) {
  public BackTestResult {
    truth = truth.clone();
    predicted = predicted.clone();
    stretches = List.copyOf(stretches);
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(truth.length, predicted.length));
    }
  }

  /**
   * The slots that one model predicted.
   *
   * @param trainedSlots slots that the model was trained on
   * @param evaluation how good the predictions were
   */
  public record Stretch(long trainedSlots, Evaluation evaluation) {}

  /** Number of slots. */
  public int size() {
    return truth.length;
  }

  /** A copy of what was submitted in each slot. */
  @Override
  public double[] truth() {
    return truth.clone();
  }

  /** A copy of what was predicted for each slot. */
  @Override
  public double[] predicted() {
    return predicted.clone();
  }

  /** How good all predictions together were, up to the last submission. */
  public Evaluation overall() {
    double[][] outputs = new double[counted][];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = new double[] {predicted[row]};
    }
    return Evaluation.of(
        new Target.Numbers(target.column(), Arrays.copyOf(truth, counted)),
        new Predictions(new Task.Regression(), outputs));
  }
}
