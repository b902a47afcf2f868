package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.limpid.interpret.ebm.objective.Objective;

/**
 * A bag under any objective, with or without weights and inner bags: scores, gradients and hessians
 * of every row in single precision.
 */
final class GradientBag implements BagState {
  private final Terms terms;
  private final BagRows rows;
  private final CellCounts counts;
  private final Objective objective;
  private final double[] targets;
  private final double[] weights;
  private final int scoreCount;
  private final float[] scores;
  private final float[] gradients;
  private final float[] hessians;
  private final byte[] multiplicities;
  private final int innerBags;
  private final Histogram histogram;
  private final double[] dense;
  private final double validationWeight;
  private double loss;
  private int innerBag;

  /** Scores at the start. */
  interface Scores {
    double of(int row, int index);
  }

  /**
   * The state before the first step of a stage.
   *
   * @param weights weight of each row, or {@code null}
   * @param innerBags how many bootstrap samples there are; 0 for none
   */
  GradientBag(
      Terms terms,
      BagRows rows,
      Objective objective,
      double[] targets,
      double[] weights,
      Scores start,
      int innerBags,
      SplittableRandom random) {
    this.terms = terms;
    this.rows = rows;
    this.objective = objective;
    this.targets = targets;
    this.weights = weights;
    this.innerBags = innerBags;
    scoreCount = objective.scoreCount();
    counts = new CellCounts(terms, rows);
    histogram = new Histogram(terms.mostCells(), scoreCount);
    dense = new double[terms.mostCells() * scoreCount];
    int rowCount = rows.rowCount();
    scores = new float[rowCount * scoreCount];
    gradients = new float[rowCount * scoreCount];
    hessians = new float[rowCount * scoreCount];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) start.of(i / scoreCount, i % scoreCount);
    }
    multiplicities = draw(rowCount, random);
    validationWeight = validationWeight();
    refresh();
  }

  /** How often each row is in each bootstrap sample: inner bags x rows. */
  private byte[] draw(int rowCount, SplittableRandom random) {
    byte[] drawn = new byte[innerBags * rowCount];
    for (int bag = 0; bag < innerBags; bag++) {
      for (int i = 0; i < rowCount; i++) {
        int position = bag * rowCount + random.nextInt(rowCount);
        drawn[position] += (byte) (drawn[position] < Byte.MAX_VALUE ? 1 : 0);
      }
    }
    return drawn;
  }

  private double validationWeight() {
    double total = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      total += rows.isValidation(row) ? weight(row) : 0;
    }
    return total;
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  private void refresh() {
    objective.derivatives(scores, targets, gradients, hessians, 0, rows.rowCount());
    double total = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      if (rows.isValidation(row)) {
        total += weight(row) * objective.loss(scores, targets, row);
      }
    }
    loss = total / validationWeight;
  }

  /** Chooses which bootstrap sample the next histograms are of. */
  void useInnerBag(int bag) {
    innerBag = bag;
  }

  /** How many bootstrap samples there are; 0 for none. */
  int innerBagCount() {
    return innerBags;
  }

  @Override
  public Histogram histogram(int term) {
    int cells = terms.shape(term).cellCount();
    Arrays.fill(histogram.gradients, 0, cells * scoreCount, 0);
    Arrays.fill(histogram.hessians, 0, cells * scoreCount, 0);
    int[] packed = terms.cells(term);
    int half = packed.length;
    for (int i = 0; i < half; i++) {
      add(i, packed[i] & 0xffff);
    }
    for (int i = half; i < rows.rowCount(); i++) {
      add(i, packed[i - half] >>> 16);
    }
    histogram.counts = counts.training(term);
    histogram.cellCount = cells;
    return histogram;
  }

  private void add(int row, int cell) {
    if (rows.isValidation(row)) {
      return;
    }
    double weight = weight(row);
    if (innerBags > 0) {
      weight *= multiplicities[innerBag * rows.rowCount() + row];
    }
    for (int k = 0; k < scoreCount; k++) {
      histogram.gradients[cell * scoreCount + k] += weight * gradients[row * scoreCount + k];
      histogram.hessians[cell * scoreCount + k] += weight * hessians[row * scoreCount + k];
    }
  }

  @Override
  public Step apply(Step step) {
    int cells = terms.shape(step.term()).cellCount();
    Arrays.fill(dense, 0, cells * scoreCount, 0);
    step.addTo(dense);
    int[] packed = terms.cells(step.term());
    int half = packed.length;
    for (int row = 0; row < rows.rowCount(); row++) {
      int cell = row < half ? packed[row] & 0xffff : packed[row - half] >>> 16;
      for (int k = 0; k < scoreCount; k++) {
        scores[row * scoreCount + k] += (float) dense[cell * scoreCount + k];
      }
    }
    refresh();
    return step;
  }

  @Override
  public boolean hasMissing(int term) {
    return counts.training(term)[0] + counts.validation(term)[0] > 0;
  }

  @Override
  public double validationLoss() {
    return rows.validationCount() == 0 ? Double.NaN : loss;
  }
}
