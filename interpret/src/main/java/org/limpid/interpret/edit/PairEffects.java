package org.limpid.interpret.edit;

/**
 * The scores of a pair, split for each of the scores of a cell.
 *
 * @param rows bins of the first feature x scores
 * @param columns bins of the second feature x scores
 * @param rest cells x scores
 */
record PairEffects(double[] rows, double[] columns, double[] rest) {

  static PairEffects of(TwoWayEffects table, double[] scores) {
    int rows = table.rowWeights().length;
    int columns = table.columnWeights().length;
    int count = scores.length / (rows * columns);
    PairEffects effects =
        new PairEffects(
            new double[rows * count], new double[columns * count], new double[scores.length]);
    for (int k = 0; k < count; k++) {
      TwoWayEffects.Split split = table.split(every(scores, k, count));
      put(split.rows(), effects.rows, k, count);
      put(split.columns(), effects.columns, k, count);
      put(split.rest(), effects.rest, k, count);
    }
    return effects;
  }

  private static double[] every(double[] scores, int first, int step) {
    double[] some = new double[scores.length / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = scores[first + i * step];
    }
    return some;
  }

  private static void put(double[] some, double[] scores, int first, int step) {
    for (int i = 0; i < some.length; i++) {
      scores[first + i * step] = some[i];
    }
  }
}
