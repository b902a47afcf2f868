package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.Objects;
import org.limpid.interpret.model.RowOrder;

/**
 * A term of an EBM: the table of scores of one feature, or of two or more together. Immutable.
 *
 * <p>A table has one cell per combination of bins, those of missing and unseen values included; the
 * bin of the last feature runs fastest. A cell has one score, or one per class where there are more
 * than two; scores of one cell stand side by side: {@code scores[cell * scoreCount + class]}.
 *
 * @see EbmModel
 */
public final class Term {
  private final int[] features;
  private final double[] scores;
  private final double[] deviations;
  private final double[][] bagScores;
  private final double[] binWeights;

  /**
   * A term; the arrays are copied.
   *
   * @param features positions of its features in the model, ascending
   * @param scores cells x scores per cell
   * @param deviations standard deviation of each score over the bags, as long as {@code scores};
   *     empty when not known
   * @param bagScores the scores of each bag, each as long as {@code scores}; empty when not known
   * @param binWeights total training weight of each cell
   */
  public Term(
      int[] features,
      double[] scores,
      double[] deviations,
      double[][] bagScores,
      double[] binWeights) {
    this.features = features.clone();
    this.scores = scores.clone();
    this.deviations = deviations.clone();
    this.bagScores = Arrays.stream(bagScores).map(double[]::clone).toArray(double[][]::new);
    this.binWeights = binWeights.clone();
    check();
  }

  private void check() {
    Objects.requireNonNull(features, "features");
    boolean fits =
        features.length >= 1
            && binWeights.length >= 1
            && scores.length % binWeights.length == 0
            && (deviations.length == 0 || deviations.length == scores.length)
            && Arrays.stream(bagScores).allMatch(bag -> bag.length == scores.length)
            && Arrays.stream(scores).allMatch(Double::isFinite);
    if (!fits) {
      throw new IllegalArgumentException(
          "expected finite scores for %d cells in every bag of the term %s"
              .formatted(binWeights.length, Arrays.toString(features)));
    }
    for (int i = 1; i < features.length; i++) {
      if (features[i] <= features[i - 1]) {
        throw new IllegalArgumentException("expected ascending features");
      }
    }
  }

  /** How many features the term has: 1, or 2 for a pair. */
  public int order() {
    return features.length;
  }

  public int feature(int index) {
    return features[index];
  }

  /** Positions of its features in the model. A copy. */
  public int[] features() {
    return features.clone();
  }

  public int cellCount() {
    return binWeights.length;
  }

  /** How many scores a cell has: 1, or one per class where there are more than two. */
  public int scoreCount() {
    return scores.length / binWeights.length;
  }

  public double score(int cell) {
    return scores[cell];
  }

  public double score(int cell, int index) {
    return scores[cell * scoreCount() + index];
  }

  /** All scores, cells x scores per cell. A copy. */
  public double[] scores() {
    return scores.clone();
  }

  /** Standard deviation of each score over the bags; empty when not known. A copy. */
  public double[] deviations() {
    return deviations.clone();
  }

  /** Whether the scores of the single bags are known. */
  public boolean hasBags() {
    return bagScores.length > 0;
  }

  public int bagCount() {
    return bagScores.length;
  }

  /** A score of a bag; {@code index} counts as in {@link #scores()}. */
  public double bagScore(int bag, int index) {
    return bagScores[bag][index];
  }

  public double[][] bagScores() {
    return Arrays.stream(bagScores).map(double[]::clone).toArray(double[][]::new);
  }

  public double binWeight(int cell) {
    return binWeights[cell];
  }

  public double[] binWeights() {
    return binWeights.clone();
  }

  void addScores(int cell, double[] sums) {
    int count = sums.length;
    if (count == 1) {
      sums[0] += scores[cell];
      return;
    }
    for (int k = 0; k < count; k++) {
      sums[k] += scores[cell * count + k];
    }
  }

  void addBagScores(int bag, int cell, double[] sums) {
    int count = sums.length;
    for (int k = 0; k < count; k++) {
      sums[k] += bagScores[bag][cell * count + k];
    }
  }

  public Term withScores(double[] newScores, double[] newDeviations, double[][] newBagScores) {
    return new Term(features, newScores, newDeviations, newBagScores, binWeights);
  }

  /** The term of a table whose features, with so many bins each, stand in any order. */
  public static Term reordered(
      int[] features,
      int[] shape,
      double[] scores,
      double[] deviations,
      double[][] bagScores,
      double[] binWeights) {
    int[] ascending = features.clone();
    Arrays.sort(ascending);
    if (Arrays.equals(ascending, features)) {
      return new Term(features, scores, deviations, bagScores, binWeights);
    }
    int[] source = sources(features, shape, binWeights.length);
    int count = scores.length / binWeights.length;
    return new Term(
        ascending,
        picked(scores, source, count),
        deviations.length == 0 ? deviations : picked(deviations, source, count),
        Arrays.stream(bagScores).map(bag -> picked(bag, source, count)).toArray(double[][]::new),
        picked(binWeights, source, 1));
  }

  /** For each cell in ascending order of the features the cell of the table that it was. */
  private static int[] sources(int[] features, int[] shape, int cellCount) {
    int[] order = RowOrder.by(features.length, i -> features[i]);
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    int[] source = new int[cellCount];
    for (int cell = 0; cell < cellCount; cell++) {
      int rest = cell;
      for (int i = order.length - 1; i >= 0; i--) {
        source[cell] += rest % shape[order[i]] * strides[order[i]];
        rest /= shape[order[i]];
      }
    }
    return source;
  }

  /** The numbers of these cells, {@code width} of them in each. */
  public static double[] picked(double[] numbers, int[] cells, int width) {
    double[] picked = new double[cells.length * width];
    for (int i = 0; i < cells.length; i++) {
      System.arraycopy(numbers, cells[i] * width, picked, i * width, width);
    }
    return picked;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term that
        && Arrays.equals(features, that.features)
        && Arrays.equals(scores, that.scores)
        && Arrays.equals(deviations, that.deviations)
        && Arrays.deepEquals(bagScores, that.bagScores)
        && Arrays.equals(binWeights, that.binWeights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(features) + Arrays.hashCode(scores);
  }
}
