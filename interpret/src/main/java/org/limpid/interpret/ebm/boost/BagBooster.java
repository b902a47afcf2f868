package org.limpid.interpret.ebm.boost;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongConsumer;
import org.limpid.interpret.ebm.objective.ExponentialLoss;
import org.limpid.interpret.ebm.objective.LogLoss;
import org.limpid.interpret.ebm.objective.Objective;
import org.limpid.interpret.ebm.objective.PinballLoss;
import org.limpid.interpret.ebm.objective.PseudoHuber;
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
   * Boosts some terms, all others staying as they are, and gives for each its scores, cells x
   * scores. {@code progress} hears of each round. Throws a {@code CancellationException} if the
   * thread was interrupted.
   */
  public double[][] boost(
      List<TermShape> shapes,
      StartScores start,
      BoostingOptions options,
      long seed,
      LongConsumer progress) {
    StageTerms terms = new StageTerms(data.matrix(), shapes);
    try {
      return run(terms, state(terms, start, seed, options), options, seed, progress);
    } catch (FixedPointBag.OverflowException e) {
      return run(terms, squaredErrors(terms, start), options, seed, progress);
    }
  }

  private double[][] run(
      StageTerms terms, BagState state, BoostingOptions options, long seed, LongConsumer progress) {
    SplittableRandom random = new SplittableRandom(seed);
    int scoreCount = data.objective().scoreCount();
    return new Booster(terms, state, scoreCount, options, random, progress).run();
  }

  /**
   * How much each pair could add to what is there: the most that one cut of each of its features
   * gains, as twice the fall of the loss; minus infinity where no cut is allowed.
   */
  public double[] pairStrengths(
      List<TermShape> pairs, StartScores start, BoostingOptions options, long seed) {
    StageTerms terms = new StageTerms(data.matrix(), pairs);
    BagState state = state(terms, start, seed, options);
    PairSearch search =
        new PairSearch(options.leaves(), terms.mostCells(), data.objective().scoreCount());
    double[] strengths = new double[pairs.size()];
    for (int pair = 0; pair < strengths.length; pair++) {
      strengths[pair] = search.strength(pairs.get(pair), state.histogram(pair));
    }
    return strengths;
  }

  /** The fastest bag for an objective; any objective can do with gradients of all rows. */
  private BagState state(StageTerms terms, StartScores start, long seed, BoostingOptions options) {
    double[] targets = data.targets();
    double[] weights = data.weights();
    IntToDoubleFunction first = row -> score(start, row, 0);
    boolean calm = options.leaves().learningRate() <= 1;
    return switch (data.objective()) {
      case Objective _ when data.innerBags() > 0 -> gradients(terms, start, seed);
      case SquaredError _ when weights == null && calm -> fixedPoint(terms, start);
      case SquaredError _ -> squaredErrors(terms, start);
      case LogLoss logLoss when logLoss.classCount() == 2 ->
          new LogLossBag(terms, rows, targets, weights, first);
      case LogLoss logLoss ->
          new SoftmaxBag(
              terms,
              rows,
              logLoss.classCount(),
              targets,
              weights,
              (row, index) -> score(start, row, index));
      case ExponentialLoss loss -> new ExponentialBag(terms, rows, loss, targets, weights, first);
      case PinballLoss quantile when quantile.alpha() == 0.5 && weights == null ->
          new AbsoluteErrorBag(terms, rows, quantile, targets, first);
      case PinballLoss _, PseudoHuber _ -> gradients(terms, start, seed);
    };
  }

  private double score(StartScores start, int row, int index) {
    return start.score(data.matrix(), row, index) + data.offset(row, index);
  }

  private BagState fixedPoint(StageTerms terms, StartScores start) {
    BagState exact =
        FixedPointBag.of(terms, rows, row -> data.targets()[row] - score(start, row, 0));
    return exact == null ? squaredErrors(terms, start) : exact;
  }

  private BagState squaredErrors(StageTerms terms, StartScores start) {
    return new SquaredErrorBag(
        terms, rows, data.targets(), data.weights(), row -> score(start, row, 0));
  }

  private BagState gradients(StageTerms terms, StartScores start, long seed) {
    return new GradientBag(
        terms,
        rows,
        data.objective(),
        data.targets(),
        data.weights(),
        (row, index) -> score(start, row, index),
        data.innerBags(),
        new SplittableRandom(~seed));
  }
}
