package org.limpid.interpret.ebm.boost;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.limpid.interpret.ebm.objective.ExponentialLoss;
import org.limpid.interpret.ebm.objective.LogLoss;
import org.limpid.interpret.ebm.objective.Quantile;
import org.limpid.interpret.ebm.objective.SquaredError;

/**
 * Boosts one bag, stage by stage. The same rows, options and random numbers give the same scores
 * bit for bit.
 */
public final class BagBooster {
  private final TrainingRows data;
  private final BagRows rows;

  public BagBooster(TrainingRows data, BagRows rows) {
    this.data = data;
    this.rows = rows;
  }

  /**
   * Boosts some terms, all others staying as they are.
   *
   * @param start scores before the stage
   * @param seed seed of the random cuts
   * @param progress hears of each round
   * @return for each term its scores, cells x scores
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public double[][] boost(
      List<TermShape> shapes,
      StartScores start,
      BoostingOptions options,
      long seed,
      LongConsumer progress) {
    Terms terms = new Terms(data.matrix(), shapes);
    try {
      return run(terms, state(terms, start, seed, options), options, seed, progress);
    } catch (FixedPointBag.OverflowException e) {
      return run(terms, squaredErrors(terms, start), options, seed, progress);
    }
  }

  private double[][] run(
      Terms terms, BagState state, BoostingOptions options, long seed, LongConsumer progress) {
    SplittableRandom random = new SplittableRandom(seed);
    int scoreCount = data.objective().scoreCount();
    return new Booster(terms, state, scoreCount, options, random, progress).run();
  }

  /**
   * How much each pair could add to what is there: the most that one cut of each of its features
   * gains.
   *
   * @param pairs terms of two features
   * @return twice the fall of the loss per pair; minus infinity where no cut is allowed
   */
  public double[] pairStrengths(
      List<TermShape> pairs, StartScores start, BoostingOptions options, long seed) {
    Terms terms = new Terms(data.matrix(), pairs);
    BagState state = state(terms, start, seed, options);
    PairSearch search =
        new PairSearch(options.leaves(), terms.mostCells(), data.objective().scoreCount());
    double[] strengths = new double[pairs.size()];
    for (int pair = 0; pair < strengths.length; pair++) {
      strengths[pair] = search.strength(pairs.get(pair), state.histogram(pair));
    }
    return strengths;
  }

  private BagState state(Terms terms, StartScores start, long seed, BoostingOptions options) {
    if (data.innerBags() > 0) {
      return gradients(terms, start, seed);
    }
    boolean calm = options.leaves().learningRate() <= 1;
    if (data.objective() instanceof SquaredError) {
      BagState exact =
          plain() && calm ? FixedPointBag.of(terms, rows, row -> residual(start, row)) : null;
      return exact != null ? exact : squaredErrors(terms, start);
    }
    if (data.objective() instanceof LogLoss logLoss) {
      return logLoss.classCount() == 2
          ? new LogLossBag(
              terms, rows, positives(), data.weights(), row -> start.score(data.matrix(), row, 0))
          : new SoftmaxBag(
              terms,
              rows,
              logLoss.classCount(),
              data.targets(),
              data.weights(),
              (row, index) -> start.score(data.matrix(), row, index));
    }
    if (data.objective() instanceof ExponentialLoss loss) {
      return new ExponentialBag(
          terms,
          rows,
          loss,
          data.targets(),
          data.weights(),
          row -> start.score(data.matrix(), row, 0));
    }
    if (plain() && data.objective() instanceof Quantile quantile && quantile.alpha() == 0.5) {
      return new AbsoluteErrorBag(
          terms, rows, quantile, data.targets(), row -> start.score(data.matrix(), row, 0));
    }
    return gradients(terms, start, seed);
  }

  private boolean plain() {
    return data.weights() == null;
  }

  private BagState squaredErrors(Terms terms, StartScores start) {
    return new SquaredErrorBag(
        terms, rows, data.targets(), data.weights(), row -> start.score(data.matrix(), row, 0));
  }

  private double residual(StartScores start, int row) {
    return data.targets()[row] - start.score(data.matrix(), row, 0);
  }

  private byte[] positives() {
    int half = data.matrix().half();
    byte[] positives = new byte[half];
    for (int row = 0; row < data.rowCount(); row++) {
      if (data.targets()[row] > 0) {
        positives[row < half ? row : row - half] |= (byte) (row < half ? 1 : 2);
      }
    }
    return positives;
  }

  private BagState gradients(Terms terms, StartScores start, long seed) {
    return new GradientBag(
        terms,
        rows,
        data.objective(),
        data.targets(),
        data.weights(),
        (row, index) -> start.score(data.matrix(), row, index),
        data.innerBags(),
        new SplittableRandom(~seed));
  }
}
