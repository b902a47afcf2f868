package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.limpid.interpret.ebm.objective.ExponentialLoss;

/**
 * A bag under a loss of exponentials, with or without weights. It keeps the exponentials in place
 * of scores: a step multiplies those of all rows of a cell by the same factor, and so the sums over
 * the cell. No exponential has to be taken for a row, and what a step does to histogram and loss of
 * its own term is exact. Rows are visited only when boosting turns to another term.
 */
final class ExponentialBag extends BagState {
  /** Beyond this an exponential stays where it is; e to this power is about 1e26. */
  private static final double HIGHEST_POWER = 60;

  private static final float MOST_AMOUNT = 1e30f;
  private static final float LEAST_AMOUNT = 1e-30f;

  /** Largest step of a score; no amount leaves the range of floats by one. */
  private static final double LARGEST_STEP = 8;

  /** Amounts move by less than e to this power, and one step, between two looks at their limits. */
  private static final double MOST_MOVEMENT = 4;

  private final byte[] side;
  private final double[] powers;
  private final float[][] amounts;
  private final PerTerm<double[]> slopes;
  private final double validationWeight;
  private final float[] none = {1};
  private final float[][] factors;
  private final double[][] sums;
  private double movement;

  /** Sums over the validation rows: of the exponentials, and of slopes times scores. */
  private double exponentials;

  private double slopesByScores;

  ExponentialBag(
      StageTerms terms,
      BagRows rows,
      ExponentialLoss loss,
      double[] targets,
      double[] weights,
      IntToDoubleFunction start) {
    super(terms, rows, 1);
    side = rows.side();
    powers = loss.powers();
    amounts = new float[powers.length][2 * terms.matrix().half()];
    factors = new float[powers.length][0];
    sums = new double[powers.length][0];
    double[] slopeOfRow = new double[targets.length];
    double weight = 0;
    for (int row = 0; row < targets.length; row++) {
      double ofRow = weight(weights, row);
      double score = start.applyAsDouble(row);
      slopeOfRow[row] = ofRow * loss.slope(targets[row]);
      for (int j = 0; j < powers.length; j++) {
        double power = Math.clamp(powers[j] * score, -HIGHEST_POWER, HIGHEST_POWER);
        amounts[j][row] = (float) (ofRow * loss.coefficient(j, targets[row]) * Math.exp(power));
      }
      if (rows.isValidation(row)) {
        weight += ofRow;
        slopesByScores += slopeOfRow[row] * score;
        for (float[] each : amounts) {
          exponentials += each[row];
        }
      }
    }
    validationWeight = weight;
    slopes = counts.sums(slopeOfRow);
    limit();
  }

  @Override
  Histogram histogram(int term) {
    if (term != heldTerm) {
      hold(term);
    }
    double[] slopesOfTerm = slopes.of(term);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      double gradient = -slopesOfTerm[cell];
      double hessian = 0;
      for (int j = 0; j < powers.length; j++) {
        gradient += powers[j] * sums[j][cell];
        hessian += powers[j] * powers[j] * sums[j][cell];
      }
      histogram.gradients[cell] = gradient;
      histogram.hessians[cell] = hessian;
    }
    return histogram;
  }

  private void hold(int term) {
    int cells = terms.shape(term).cellCount();
    int length = 2 * Kernels.tableSize(cells);
    int[] packed = terms.cells(term);
    int[] due = pendingTerm == NONE ? packed : terms.cells(pendingTerm);
    exponentials = 0;
    for (int j = 0; j < powers.length; j++) {
      sums[j] = Kernels.zeros(sums[j], length);
      float[] dueFactors = pendingTerm == NONE ? none : factors[j];
      multiplyAndSum(amounts[j], due, dueFactors, side, packed, sums[j]);
      for (int cell = 0; cell < cells; cell++) {
        exponentials += sums[j][length / 2 + cell];
      }
    }
    nowHolding(term);
  }

  /**
   * Multiplies each amount by the factor that is due, and adds it to the sum of its cell; those of
   * validation rows to the upper half of the table.
   */
  private static void multiplyAndSum(
      float[] amounts, int[] due, float[] factors, byte[] side, int[] cells, double[] sums) {
    int half = cells.length;
    int factorMask = factors.length - 1;
    int mask = sums.length - 1;
    int shift = Integer.numberOfTrailingZeros(sums.length) - 1;
    for (int i = 0; i < half; i++) {
      int dueCell = due[i];
      int cell = cells[i];
      float a = amounts[i] * factors[dueCell & 0xffff & factorMask];
      float b = amounts[half + i] * factors[(dueCell >>> 16) & factorMask];
      amounts[i] = a;
      amounts[half + i] = b;
      sums[((cell & 0xffff) | (side[i] & 1) << shift) & mask] += a;
      sums[((cell >>> 16) | (side[i] >>> 1) << shift) & mask] += b;
    }
  }

  @Override
  Step apply(Step step) {
    Step taken = step.limited(LARGEST_STEP);
    int term = taken.term();
    if (heldTerm != term) {
      hold(term);
    }
    if (pendingTerm == NONE) {
      resetFactors(Kernels.tableSize(histogram.cellCount));
      pendingTerm = term;
    }
    double[] values = taken.values();
    taken.forEachRun((from, to, leaf) -> shift(from, to, values[leaf]));
    movement += taken.largestValue();
    if (movement > MOST_MOVEMENT) {
      hold(term);
      limit();
    }
    return taken;
  }

  private void resetFactors(int length) {
    for (int j = 0; j < powers.length; j++) {
      if (factors[j].length != length) {
        factors[j] = new float[length];
      }
      Arrays.fill(factors[j], 1);
    }
  }

  private void shift(int from, int to, double change) {
    double[] slopesOfTerm = slopes.of(heldTerm);
    for (int cell = from; cell < to; cell++) {
      slopesByScores += change * slopesOfTerm[histogram.cellCount + cell];
    }
    for (int j = 0; j < powers.length; j++) {
      double factor = Math.exp(powers[j] * change);
      double[] ofPower = sums[j];
      int validation = ofPower.length / 2;
      for (int cell = from; cell < to; cell++) {
        exponentials += ofPower[validation + cell] * (factor - 1);
        ofPower[cell] *= factor;
        ofPower[validation + cell] *= factor;
        factors[j][cell] *= (float) factor;
      }
    }
  }

  /** Amounts of 0, of targets that are 0, stay so. */
  private void limit() {
    for (float[] each : amounts) {
      for (int i = 0; i < each.length; i++) {
        each[i] = each[i] > 0 ? Math.clamp(each[i], LEAST_AMOUNT, MOST_AMOUNT) : 0;
      }
    }
    movement = 0;
    heldTerm = NONE;
  }

  @Override
  double validationLoss() {
    return validationWeight > 0 ? (exponentials - slopesByScores) / validationWeight : Double.NaN;
  }
}
