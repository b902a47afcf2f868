package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.limpid.interpret.ebm.objective.Objective;

/**
 * A bag under any objective, with or without weights and inner bags: scores, gradients and hessians
 * of every row in single precision.
 */
final class GradientBag extends BagState {
  private final int rowCount;
  private final int[] validationRows;
  private final Objective objective;
  private final double[] targets;
  private final double[] weights;
  private final int scoreCount;
  private final float[] scores;
  private final float[] gradients;
  private final float[] hessians;
  private final byte[] multiplicities;
  private final int innerBags;
  private final double[] dense;
  private final double validationWeight;

  /** How much each row counts in histograms; 0 for rows that validate. */
  private final double[] trainingWeights;

  private double loss;

  interface Scores {
    double of(int row, int index);
  }

  GradientBag(
      StageTerms terms,
      BagRows rows,
      Objective objective,
      double[] targets,
      double[] weights,
      Scores start,
      int innerBags,
      SplittableRandom random) {
    super(terms, rows, objective.scoreCount());
    this.objective = objective;
    this.targets = targets;
    this.weights = weights;
    this.innerBags = innerBags;
    scoreCount = objective.scoreCount();
    dense = new double[terms.mostCells() * scoreCount];
    rowCount = rows.rowCount();
    validationRows = rows.validationRows();
    scores = new float[rowCount * scoreCount];
    gradients = new float[rowCount * scoreCount];
    hessians = new float[rowCount * scoreCount];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) start.of(i / scoreCount, i % scoreCount);
    }
    multiplicities = draw(random);
    validationWeight =
        Arrays.stream(validationRows)
            .mapToDouble(row -> weight(weights, row))
            .reduce(0, Double::sum);
    trainingWeights = new double[rowCount];
    useInnerBag(0);
    refresh();
  }

  /** How often each row is in each bootstrap sample: inner bags x rows. */
  private byte[] draw(SplittableRandom random) {
    byte[] drawn = new byte[innerBags * rowCount];
    for (int bag = 0; bag < innerBags; bag++) {
      for (int i = 0; i < rowCount; i++) {
        int position = bag * rowCount + random.nextInt(rowCount);
        drawn[position] += (byte) (drawn[position] < Byte.MAX_VALUE ? 1 : 0);
      }
    }
    return drawn;
  }

  private void refresh() {
    objective.derivatives(scores, targets, gradients, hessians, 0, rowCount);
    double total = 0;
    for (int row : validationRows) {
      total += weight(weights, row) * objective.loss(scores, targets, row);
    }
    loss = total / validationWeight;
  }

  @Override
  void useInnerBag(int bag) {
    for (int row = 0; row < rowCount; row++) {
      int times = innerBags > 0 ? multiplicities[bag * rowCount + row] : 1;
      trainingWeights[row] = weight(weights, row) * times;
    }
    for (int row : validationRows) {
      trainingWeights[row] = 0;
    }
  }

  @Override
  int innerBagCount() {
    return innerBags;
  }

  @Override
  Histogram histogram(int term) {
    int cells = terms.shape(term).cellCount();
    Arrays.fill(histogram.gradients, 0, cells * scoreCount, 0);
    Arrays.fill(histogram.hessians, 0, cells * scoreCount, 0);
    if (scoreCount == 1) {
      sumSingleScores(terms.cells(term));
    } else {
      sumScores(terms.cells(term));
    }
    histogram.counts = counts.training(term);
    histogram.cellCount = cells;
    return histogram;
  }

  /** The loops of most trainings, with nothing in them but the sums. */
  private void sumSingleScores(int[] packed) {
    double[] gradientSums = histogram.gradients;
    double[] hessianSums = histogram.hessians;
    int half = packed.length;
    for (int row = 0; row < half; row++) {
      int cell = packed[row] & 0xffff;
      gradientSums[cell] += trainingWeights[row] * gradients[row];
      hessianSums[cell] += trainingWeights[row] * hessians[row];
    }
    for (int row = half; row < rowCount; row++) {
      int cell = packed[row - half] >>> 16;
      gradientSums[cell] += trainingWeights[row] * gradients[row];
      hessianSums[cell] += trainingWeights[row] * hessians[row];
    }
  }

  private void sumScores(int[] packed) {
    for (int row = 0; row < rowCount; row++) {
      int first = Kernels.cell(packed, row) * scoreCount;
      for (int k = 0; k < scoreCount; k++) {
        int score = row * scoreCount + k;
        histogram.gradients[first + k] += trainingWeights[row] * gradients[score];
        histogram.hessians[first + k] += trainingWeights[row] * hessians[score];
      }
    }
  }

  @Override
  Step apply(Step step) {
    Arrays.fill(dense, 0, terms.shape(step.term()).cellCount() * scoreCount, 0);
    step.addTo(dense);
    int[] packed = terms.cells(step.term());
    if (scoreCount == 1) {
      addSingleScores(packed);
    } else {
      addScores(packed);
    }
    refresh();
    return step;
  }

  private void addSingleScores(int[] packed) {
    int half = packed.length;
    for (int row = 0; row < half; row++) {
      scores[row] += (float) dense[packed[row] & 0xffff];
    }
    for (int row = half; row < rowCount; row++) {
      scores[row] += (float) dense[packed[row - half] >>> 16];
    }
  }

  private void addScores(int[] packed) {
    for (int row = 0; row < rowCount; row++) {
      int first = Kernels.cell(packed, row) * scoreCount;
      for (int k = 0; k < scoreCount; k++) {
        scores[row * scoreCount + k] += (float) dense[first + k];
      }
    }
  }

  @Override
  double validationLoss() {
    return validationRows.length == 0 ? Double.NaN : loss;
  }
}
