package org.limpid.interpret.ebm.boost;

import java.util.List;

/**
 * The scores of all rows before a stage: a constant per score, plus what an earlier stage learnt of
 * single features, for each term cells x scores.
 */
public record StartScores(double[] constant, List<TermShape> terms, double[][] tables) {
  public static StartScores of(double[] constant) {
    return new StartScores(constant, List.of(), new double[0][]);
  }

  double score(BinMatrix matrix, int row, int index) {
    double sum = constant[index];
    for (int t = 0; t < tables.length; t++) {
      int bin = matrix.bin(terms.get(t).features()[0], row);
      sum += tables[t][bin * constant.length + index];
    }
    return sum;
  }
}
