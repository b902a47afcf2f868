package org.limpid.workbench.shapley;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Row;

/**
 * Shapley values of an EBM, exact and without sampling: the value of a set of features is the
 * average of the score over the training data in all other features of the term. So the score of a
 * single feature is its own value, and a pair is shared between its two. Values of a row add up to
 * its score less the average score of the terms.
 *
 * <p>Source: Lundberg and Lee, "A unified approach to interpreting model predictions", NeurIPS
 * 2017; features of different terms enter the average independently of each other.
 */
public final class EbmShapley {
  private final EbmModel model;
  private final List<Game> games = new ArrayList<>();

  /** One term with the shape of its table: bins per feature. */
  private record Game(Term term, int[] shape) {}

  /** That of a model. */
  public EbmShapley(EbmModel model) {
    this.model = model;
    for (Term term : model.terms()) {
      games.add(new Game(term, model.bins(term).stream().mapToInt(Bins::count).toArray()));
    }
  }

  /** Shapley values of a row: features x scores, the score running fastest. */
  public double[] values(Row row) {
    int scoreCount = model.scoreCount();
    double[] values = new double[model.features().size() * scoreCount];
    for (int t = 0; t < games.size(); t++) {
      int cell = model.cell(t, row);
      for (int score = 0; score < scoreCount; score++) {
        share(games.get(t), cell, score, values);
      }
    }
    return values;
  }

  /** Adds to each feature of a term the weighted mean of what it adds to a set of the others. */
  private void share(Game game, int cell, int score, double[] values) {
    int order = game.term().order();
    double[] worth = new double[1 << order];
    for (int known = 0; known < worth.length; known++) {
      worth[known] = average(game, cell, known, score);
    }
    for (int i = 0; i < order; i++) {
      double value = 0;
      for (int known = 0; known < worth.length; known++) {
        if ((known >> i & 1) == 0) {
          value += weight(order, Integer.bitCount(known)) * (worth[known | 1 << i] - worth[known]);
        }
      }
      values[game.term().feature(i) * model.scoreCount() + score] += value;
    }
  }

  /** How often, over all orders of the features, exactly {@code before} come before a given one. */
  private static double weight(int order, int before) {
    double orders = order;
    for (int i = 1; i <= before; i++) {
      orders *= (order - i) / (double) i;
    }
    return 1 / orders;
  }

  /** Average score over the training data where the known features stay in the row's cell. */
  private static double average(Game game, int cell, int known, int score) {
    Term term = game.term();
    if (known == (1 << term.order()) - 1) {
      return term.score(cell, score);
    }
    double sum = 0;
    double total = 0;
    for (int other = 0; other < term.cellCount(); other++) {
      double weight = term.binWeight(other);
      if (weight > 0) {
        sum += weight * term.score(mixed(game.shape(), cell, other, known), score);
        total += weight;
      }
    }
    return total > 0 ? sum / total : 0;
  }

  /** The cell with the known features' bins of one cell and all other bins of another. */
  private static int mixed(int[] shape, int cell, int other, int known) {
    int mixed = 0;
    int stride = 1;
    int ours = cell;
    int theirs = other;
    for (int i = shape.length - 1; i >= 0; i--) {
      mixed += stride * ((known >> i & 1) == 1 ? ours % shape[i] : theirs % shape[i]);
      ours /= shape[i];
      theirs /= shape[i];
      stride *= shape[i];
    }
    return mixed;
  }
}
