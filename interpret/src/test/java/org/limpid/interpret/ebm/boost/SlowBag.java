package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random rows in four features and seven terms, and a bag that does everything row by row. */
final class SlowBag {
  static final int TERMS = 7;
  private static final int[] BINS = {5, 9, 12, 4};

  final BagRows rows;
  final StageTerms terms;
  final double[] scores;
  private final BinMatrix matrix;

  SlowBag(int rowCount, double validationShare, SplittableRandom random) {
    matrix = new BinMatrix(rowCount, BINS.length);
    for (int feature = 0; feature < BINS.length; feature++) {
      int first = feature == 2 ? 1 : 0;
      int bins = BINS[feature];
      int[] column = random.ints(rowCount, first, bins - 1).toArray();
      matrix.setColumn(feature, bins, row -> column[row]);
    }
    rows = BagRows.draw(rowCount, null, 1, validationShare, random);
    terms =
        new StageTerms(
            matrix,
            List.of(
                single(0), single(1), single(2), single(3), pair(0, 1), pair(2, 1), pair(3, 0)));
    scores = new double[rowCount];
  }

  private static TermShape single(int feature) {
    return TermShape.single(feature, BINS[feature], false, 0);
  }

  /** Bins of the first feature are joined in pairs. */
  private static TermShape pair(int first, int second) {
    int[] halved = new int[BINS[first]];
    Arrays.setAll(halved, i -> (i + 1) / 2);
    int[] same = new int[BINS[second]];
    Arrays.setAll(same, i -> i);
    int[] counts = {halved[halved.length - 1] + 1, same.length};
    return TermShape.pair(first, second, halved, same, counts);
  }

  int rowCount() {
    return scores.length;
  }

  int cell(int term, int row) {
    TermShape shape = terms.shape(term);
    int[] features = shape.features();
    if (features.length == 1) {
      return matrix.bin(features[0], row);
    }
    int first = shape.binsOfFine()[0][matrix.bin(features[0], row)];
    int second = shape.binsOfFine()[1][matrix.bin(features[1], row)];
    return first * shape.binCounts()[1] + second;
  }

  /** A number that belongs to a row. */
  interface OfRow {
    double of(int row);
  }

  /** Sums over the training rows per cell. */
  double[] sums(int term, OfRow number) {
    double[] sums = new double[terms.shape(term).cellCount()];
    for (int row = 0; row < rowCount(); row++) {
      sums[cell(term, row)] += rows.isValidation(row) ? 0 : number.of(row);
    }
    return sums;
  }

  /** Mean over the validation rows. */
  double validationMean(OfRow weight, OfRow number) {
    double total = 0;
    double weights = 0;
    for (int row = 0; row < rowCount(); row++) {
      if (rows.isValidation(row)) {
        total += weight.of(row) * number.of(row);
        weights += weight.of(row);
      }
    }
    return total / weights;
  }

  void apply(Step step) {
    double[] table = new double[terms.shape(step.term()).cellCount()];
    step.addTo(table);
    for (int row = 0; row < rowCount(); row++) {
      scores[row] += table[cell(step.term(), row)];
    }
  }

  /** A step of any kind, with values up to {@code largest}. */
  Step randomStep(int term, double largest, SplittableRandom random) {
    TermShape shape = terms.shape(term);
    int cells = shape.cellCount();
    double[] values = random.doubles(4, -largest, largest).toArray();
    if (shape.isPair() && random.nextBoolean()) {
      int[] bins = shape.binCounts();
      boolean firstCuts = random.nextBoolean();
      int other = bins[firstCuts ? 1 : 0];
      int cut = random.nextInt(1, bins[firstCuts ? 0 : 1]);
      int low = random.nextInt(1, other);
      int high = random.nextInt(1, other);
      return new Step.Quadrants(term, firstCuts, cut, low, high, bins[0], bins[1], values);
    }
    if (random.nextInt(3) == 0) {
      return new Step.Scattered(term, 1, random.ints(cells, 0, 4).toArray(), values);
    }
    return cut(term, random.nextInt(1, cells), values[0], values[1]);
  }

  Step cut(int term, int cut, double below, double above) {
    int[] ends = {cut, terms.shape(term).cellCount()};
    return new Step.Ranges(term, ends, new double[] {below, above});
  }
}
