package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.boost.BagBooster;
import org.limpid.interpret.ebm.boost.BagRows;
import org.limpid.interpret.ebm.boost.BoostingOptions;
import org.limpid.interpret.ebm.boost.LeafRule;
import org.limpid.interpret.ebm.boost.StartScores;
import org.limpid.interpret.ebm.boost.TermShape;
import org.limpid.interpret.ebm.boost.TrainingRows;
import org.limpid.interpret.ebm.objective.ExponentialLoss;
import org.limpid.interpret.ebm.objective.LogLoss;
import org.limpid.interpret.ebm.objective.Objective;
import org.limpid.interpret.ebm.objective.PinballLoss;
import org.limpid.interpret.ebm.objective.PseudoHuber;
import org.limpid.interpret.ebm.objective.SquaredError;
import org.limpid.interpret.model.DataHash;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.text.NumberText;

/**
 * One training: bins, then for each bag the single features, then the choice of pairs by all bags
 * together, then for each bag the pairs, then the average over the bags.
 */
final class EbmTraining {
  private static final int MOST_STRATA = 1 << 16;

  private final TrainingSet data;
  private final EbmParameters parameters;
  private final BagThreads threads;
  private final TrainingMonitor monitor;
  private final double[] former;
  private final BinnedData binned;
  private final TrainingRows rows;
  private final List<TermShape> singles;
  private final int bagCount;

  /** A training that begins with these scores, rows x scores, or with a constant: {@code null}. */
  EbmTraining(
      TrainingSet data,
      double[] former,
      EbmParameters parameters,
      BagThreads threads,
      TrainingMonitor monitor) {
    this.former = former;
    this.data = data;
    this.parameters = parameters;
    this.threads = threads;
    this.monitor = monitor;
    binned = new BinnedData(data, parameters);
    rows = trainingRows();
    bagCount = parameters.whole(EbmParameter.OUTER_BAGS);
    singles = singles();
  }

  private TrainingRows trainingRows() {
    double[] targets =
        switch (data.target()) {
          case Target.Numbers numbers -> transformed(numbers.values());
          case Target.Classes classes -> Arrays.stream(classes.codes()).asDoubleStream().toArray();
        };
    double[] weights = data.weights().orElse(null);
    Objective objective =
        data.target() instanceof Target.Classes classes
            ? new LogLoss(classes.classes().size())
            : parameters.objective().fittedTo(targets, weights);
    int innerBags = parameters.whole(EbmParameter.INNER_BAGS);
    double[] offsets = former == null ? data.offsets().orElse(null) : former;
    return new TrainingRows(binned.matrix(), objective, targets, weights, offsets, innerBags);
  }

  private double[] transformed(double[] targets) {
    Objective objective = parameters.objective();
    boolean changes = Arrays.stream(targets).anyMatch(y -> objective.transformed(y) != y);
    return changes ? Arrays.stream(targets).map(objective::transformed).toArray() : targets;
  }

  private List<TermShape> singles() {
    List<Set<String>> excluded = parameters.terms(EbmParameter.EXCLUDE);
    List<TermShape> shapes = new ArrayList<>();
    for (int column = 0; column < binned.matrix().featureCount(); column++) {
      EbmFeature feature = binned.binnedFeature(column);
      if (!excluded.contains(Set.of(feature.name()))) {
        shapes.add(
            TermShape.single(
                column,
                feature.bins(1).count(),
                isUnordered(feature),
                parameters.monotoneConstraints().getOrDefault(feature.name(), 0)));
      }
    }
    return shapes;
  }

  /** One regular bin has no cut inside, but like a category it may differ from missing values. */
  private static boolean isUnordered(EbmFeature feature) {
    return feature.feature() instanceof Feature.Nominal || feature.bins(1).regularCount() == 1;
  }

  EbmModel run() {
    StartScores start =
        StartScores.of(
            former == null ? BestConstant.of(rows) : new double[rows.objective().scoreCount()]);
    List<TermShape> candidates = PairChoice.candidates(binned, parameters);
    int wanted = Math.min(candidates.size(), PairChoice.wanted(binned, parameters));
    checkAnyTerm(wanted);
    boolean search = wanted < candidates.size();
    List<Mains> mains = boostMains(start, search ? candidates : List.of());
    List<TermShape> pairs =
        search
            ? PairChoice.strongest(
                candidates, mains.stream().map(Mains::strengths).toList(), wanted)
            : candidates;
    List<double[][]> pairTables = boostPairs(start, mains, pairs);
    List<double[][]> tables = new ArrayList<>();
    for (int bag = 0; bag < bagCount; bag++) {
      tables.add(joined(mains.get(bag).tables(), pairTables.get(bag)));
    }
    List<TermShape> shapes = new ArrayList<>(singles);
    shapes.addAll(pairs);
    return new ModelAssembly(binned, rows, shapes, bagWeights())
        .assemble(data.target().task(), link(), clip(), start.constant(), tables, provenance());
  }

  private void checkAnyTerm(int pairCount) {
    if (singles.isEmpty() && pairCount == 0) {
      throw new DataException(
          new Problem(
              data.inputs().source(),
              0,
              "",
              parameters.text(EbmParameter.EXCLUDE),
              "expected a feature or a pair to learn from; exclude leaves none",
              "Maybe exclude fewer features, or name some pairs."));
    }
  }

  private static double[][] joined(double[][] first, double[][] second) {
    double[][] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** What a bag learnt of single features, and how strong it finds each candidate pair. */
  private record Mains(double[][] tables, double[] strengths) {}

  private List<Mains> boostMains(StartScores start, List<TermShape> candidates) {
    BoostingOptions options = options(parameters.whole(EbmParameter.SMOOTHING_ROUNDS));
    BagProgress progress = new BagProgress(monitor, "boosting features", bagCount, options);
    return threads.forEach(
        bagCount,
        bag -> {
          BagBooster booster = new BagBooster(rows, bagRows(bag));
          double[][] tables =
              booster.boost(singles, start, options, seed(bag, 1), progress.ofBag());
          StartScores after = new StartScores(start.constant(), singles, tables);
          double[] strengths =
              candidates.isEmpty()
                  ? new double[0]
                  : booster.pairStrengths(candidates, after, options, seed(bag, 2));
          progress.endBag();
          return new Mains(tables, strengths);
        });
  }

  private List<double[][]> boostPairs(StartScores start, List<Mains> mains, List<TermShape> pairs) {
    if (pairs.isEmpty()) {
      return IntStream.range(0, bagCount).mapToObj(_ -> new double[0][]).toList();
    }
    BoostingOptions options = options(parameters.whole(EbmParameter.INTERACTION_SMOOTHING_ROUNDS));
    BagProgress progress = new BagProgress(monitor, "boosting pairs", bagCount, options);
    return threads.forEach(
        bagCount,
        bag -> {
          StartScores after = new StartScores(start.constant(), singles, mains.get(bag).tables());
          double[][] tables =
              new BagBooster(rows, bagRows(bag))
                  .boost(pairs, after, options, seed(bag, 3), progress.ofBag());
          progress.endBag();
          return tables;
        });
  }

  private BoostingOptions options(int smoothingRounds) {
    LeafRule leaves =
        new LeafRule(
            parameters.number(EbmParameter.LEARNING_RATE),
            parameters.whole(EbmParameter.MIN_SAMPLES_LEAF),
            parameters.number(EbmParameter.MIN_HESSIAN),
            parameters.number(EbmParameter.REG_ALPHA),
            parameters.number(EbmParameter.REG_LAMBDA),
            parameters.number(EbmParameter.MAX_DELTA_STEP));
    return new BoostingOptions(
        leaves,
        parameters.whole(EbmParameter.MAX_LEAVES),
        BoostingOptions.MissingValues.valueOf(
            parameters.text(EbmParameter.MISSING).toUpperCase(Locale.ROOT)),
        parameters.number(EbmParameter.GAIN_SCALE),
        parameters.whole(EbmParameter.MIN_CAT_SAMPLES),
        parameters.number(EbmParameter.CAT_SMOOTH),
        parameters.number(EbmParameter.GREEDY_RATIO),
        parameters.flag(EbmParameter.CYCLIC_PROGRESS),
        smoothingRounds,
        parameters.whole(EbmParameter.MAX_ROUNDS),
        parameters.whole(EbmParameter.EARLY_STOPPING_ROUNDS),
        parameters.number(EbmParameter.EARLY_STOPPING_TOLERANCE));
  }

  private BagRows bagRows(int bag) {
    int[] strata =
        data.target() instanceof Target.Classes classes && classes.classes().size() < MOST_STRATA
            ? classes.codes()
            : null;
    int strataCount = strata == null ? 1 : ((Target.Classes) data.target()).classes().size();
    return BagRows.draw(
        data.rowCount(),
        strata,
        strataCount,
        parameters.number(EbmParameter.VALIDATION_SIZE),
        new SplittableRandom(seed(bag, 0)));
  }

  /** Each purpose has random numbers of its own, so that one does not shift the others. */
  private long seed(int bag, int purpose) {
    return (long) parameters.whole(EbmParameter.RANDOM_STATE) << 24 | (long) bag << 3 | purpose;
  }

  private double[] bagWeights() {
    double[] weights = new double[bagCount];
    for (int bag = 0; bag < bagCount; bag++) {
      BagRows drawn = bagRows(bag);
      for (int row = 0; row < data.rowCount(); row++) {
        if (!drawn.isValidation(row)) {
          weights[bag] += rows.weights() == null ? 1 : rows.weights()[row];
        }
      }
    }
    return weights;
  }

  private LinkFunction link() {
    return switch (rows.objective()) {
      case LogLoss logLoss -> logLoss.classCount() == 2 ? LinkFunction.LOGIT : LinkFunction.SOFTMAX;
      case SquaredError squared ->
          squared.logarithmic() ? LinkFunction.LOG1P : LinkFunction.IDENTITY;
      case PinballLoss _, PseudoHuber _ -> LinkFunction.IDENTITY;
      case ExponentialLoss _ -> LinkFunction.LOG;
    };
  }

  /** A few predictions on a logarithmic scale would be far beyond all that was measured. */
  private Optional<EbmModel.ResponseRange> clip() {
    if (link() != LinkFunction.LOG1P || !(data.target() instanceof Target.Numbers numbers)) {
      return Optional.empty();
    }
    double[] values = numbers.values();
    return Optional.of(
        new EbmModel.ResponseRange(
            Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow()));
  }

  private Provenance provenance() {
    Map<String, String> known = parameters.toMap();
    if (data.target() instanceof Target.Numbers numbers) {
      DoubleSummaryStatistics range = Arrays.stream(numbers.values()).summaryStatistics();
      known.put(Provenance.MINIMUM, NumberText.exact(range.getMin()));
      known.put(Provenance.MAXIMUM, NumberText.exact(range.getMax()));
    }
    return new Provenance(
        EbmTrainer.VERSION,
        DataHash.of(data),
        data.rowCount(),
        data.target().name(),
        known,
        parameters.whole(EbmParameter.RANDOM_STATE),
        List.of(),
        data.inputs().reading(),
        RowSketch.of(data.inputs(), data.target()));
  }
}
