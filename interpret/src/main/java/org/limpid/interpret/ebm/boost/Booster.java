package org.limpid.interpret.ebm.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.limpid.interpret.model.RowOrder;

/**
 * Boosts the terms of one stage in one bag: rounds of random cuts, term after term, that make
 * shapes smooth; then rounds that always change the term that gains most. Keeps the scores at which
 * the validation loss was lowest.
 */
final class Booster {
  private static final int MOST_STEPS_KEPT = 1 << 14;

  private final StageTerms terms;
  private final BagState state;
  private final BoostingOptions options;
  private final SplittableRandom random;
  private final SingleSearch singles;
  private final PairSearch pairs;
  private final int scoreCount;
  private final int[] order;
  private final double[] gains;
  private final double[][] best;
  private final double[] cutSums = new double[4];
  private final long mostSteps;
  private double[][] folded;
  private final List<Step> sinceBest = new ArrayList<>();
  private final LongConsumer progress;
  private double lowestLoss;
  private EarlyStopping stopping;
  private long steps;

  Booster(
      StageTerms terms,
      BagState state,
      int scoreCount,
      BoostingOptions options,
      SplittableRandom random,
      LongConsumer progress) {
    this.terms = terms;
    this.state = state;
    this.scoreCount = scoreCount;
    this.options = options;
    this.random = random;
    this.progress = progress;
    int mostCells = terms.mostCells();
    singles = new SingleSearch(options, mostCells, scoreCount);
    pairs = new PairSearch(options.leaves(), mostCells, scoreCount);
    order = new int[terms.count()];
    Arrays.setAll(order, i -> i);
    gains = new double[terms.count()];
    mostSteps = (long) options.maxRounds() * terms.count();
    best = new double[terms.count()][];
    for (int term = 0; term < best.length; term++) {
      best[term] = new double[terms.shape(term).cellCount() * scoreCount];
    }
    lowestLoss = state.validationLoss();
  }

  /**
   * Boosts until it no longer helps; gives for each term the scores at the lowest validation loss,
   * cells x scores.
   */
  double[][] run() {
    boolean going = terms.count() > 0;
    for (int round = 0; going && steps < mostSteps; round++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the training was interrupted");
      }
      if (round < options.smoothingRounds()) {
        smoothingRound();
      } else {
        going = options.greedyRatio() > 0 ? greedyRound() : cyclicRound();
      }
      progress.accept(1);
    }
    return best;
  }

  long steps() {
    return steps;
  }

  private void smoothingRound() {
    RowOrder.shuffle(order, random);
    for (int term : order) {
      take(randomStep(term));
    }
  }

  private Proposal randomStep(int term) {
    TermShape shape = terms.shape(term);
    if (shape.isPair()) {
      return averaged(() -> pairs.random(term, shape, state.histogram(term), random));
    }
    boolean simple = !shape.nominal() && shape.direction() == 0 && options.maxLeaves() == 2;
    if (simple && shape.binCounts()[0] > 3) {
      Proposal cut = randomCut(term, shape);
      if (cut.exists()) {
        return cut;
      }
    }
    return averaged(() -> singles.random(term, shape, state.histogram(term), random));
  }

  /** A random cut of a feature without missing values, from two sums instead of a histogram. */
  private Proposal randomCut(int term, TermShape shape) {
    if (!state.counts.hasMissing(term)) {
      int cut = 2 + random.nextInt(shape.binCounts()[0] - 3);
      if (state.sumsBelow(term, cut, cutSums)) {
        LeafRule rule = options.leaves();
        double below = rule.value(cutSums[0], cutSums[1]);
        double above = rule.value(cutSums[2] - cutSums[0], cutSums[3] - cutSums[1]);
        int[] ends = {cut, shape.binCounts()[0]};
        return new Proposal(new Step.Ranges(term, ends, new double[] {below, above}), 0);
      }
    }
    return Proposal.NONE;
  }

  private boolean cyclicRound() {
    RowOrder.shuffle(order, random);
    for (int term : order) {
      if (!take(bestStep(term))) {
        return false;
      }
    }
    return true;
  }

  private boolean greedyRound() {
    for (int term : order) {
      Proposal proposal = bestStep(term);
      gains[term] = proposal.gain();
      if (options.cyclicProgress() && !take(proposal)) {
        return false;
      }
    }
    double greedySteps = Math.ceil(options.greedyRatio() * terms.count());
    for (long i = 0; i < greedySteps; i++) {
      int term = mostPromising();
      Proposal proposal = bestStep(term);
      gains[term] = proposal.gain();
      if (!take(proposal)) {
        return false;
      }
    }
    return true;
  }

  private int mostPromising() {
    int most = 0;
    for (int term = 1; term < gains.length; term++) {
      most = gains[term] > gains[most] ? term : most;
    }
    return most;
  }

  private Proposal bestStep(int term) {
    TermShape shape = terms.shape(term);
    return shape.isPair()
        ? averaged(() -> pairs.best(term, shape, state.histogram(term)))
        : averaged(() -> singles.best(term, shape, state.histogram(term)));
  }

  /** With inner bags the mean of the steps that each of them proposes. */
  private Proposal averaged(Supplier<Proposal> search) {
    int innerBags = state.innerBagCount();
    if (innerBags == 0) {
      return search.get();
    }
    double gain = 0;
    double[] mean = null;
    Step last = null;
    for (int inner = 0; inner < innerBags; inner++) {
      state.useInnerBag(inner);
      Proposal found = search.get();
      if (found.exists()) {
        last = found.step();
        mean = mean == null ? new double[cellScores(last.term())] : mean;
        last.addTo(mean);
        gain += found.gain();
      }
    }
    return last == null ? Proposal.NONE : mean(last.term(), mean, gain, innerBags);
  }

  private int cellScores(int term) {
    return terms.shape(term).cellCount() * scoreCount;
  }

  private Proposal mean(int term, double[] sums, double gain, int count) {
    double[] values = Arrays.stream(sums).map(sum -> sum / count).toArray();
    int[] leafOfCell = new int[terms.shape(term).cellCount()];
    Arrays.setAll(leafOfCell, cell -> cell);
    return new Proposal(new Step.Scattered(term, scoreCount, leafOfCell, values), gain / count);
  }

  /**
   * Takes a step and says whether to go on. A term that offers none counts as a step as well. As in
   * interpret, the bound of rounds is one of steps per term, whether greedy or in turn; a pass that
   * only measures gains takes none.
   */
  private boolean take(Proposal proposal) {
    steps++;
    if (proposal.exists()) {
      sinceBest.add(state.apply(proposal.step()));
      if (sinceBest.size() > MOST_STEPS_KEPT) {
        fold();
      }
    }
    double loss = state.validationLoss();
    if (!(loss >= lowestLoss)) {
      lowestLoss = loss;
      keep();
    }
    if (steps >= mostSteps) {
      return false;
    }
    if (steps <= (long) options.smoothingRounds() * terms.count()) {
      return true;
    }
    if (stopping == null) {
      stopping =
          new EarlyStopping(
              options.earlyStoppingRounds() * terms.count(), options.earlyStoppingTolerance());
    }
    return !stopping.stopsAfter(loss);
  }

  /** Also where no row validates and the loss is not a number: then the last scores are kept. */
  private void keep() {
    if (folded != null) {
      for (int term = 0; term < best.length; term++) {
        for (int i = 0; i < best[term].length; i++) {
          best[term][i] += folded[term][i];
        }
      }
      folded = null;
    }
    sinceBest.forEach(step -> step.addTo(best[step.term()]));
    sinceBest.clear();
  }

  /** Adds up the steps since the best, where there are so many that a list takes more memory. */
  private void fold() {
    if (folded == null) {
      folded = Arrays.stream(best).map(table -> new double[table.length]).toArray(double[][]::new);
    }
    sinceBest.forEach(step -> step.addTo(folded[step.term()]));
    sinceBest.clear();
  }
}
