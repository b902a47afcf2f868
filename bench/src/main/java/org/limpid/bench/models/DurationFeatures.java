package org.limpid.bench.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Chooses the features of the readable model of durations, one after the other: always the one with
 * which models predict later jobs best. Looks at the first 60 % of each data set only: models learn
 * from the jobs that ended in the first 30 % (45 %) of its time, and predict those that are
 * submitted in the 15 % after.
 *
 * <p>What is told is the mean over the cases of ln(error / error of a model with all features),
 * where three quarters of the error are that of logarithms under the model of medians, and a
 * quarter the gamma deviance of the model of means.
 */
final class DurationFeatures {
  private static final double[][] PARTS = {{0.3, 0.45}, {0.45, 0.6}};
  private static final double SHARE_OF_MEDIANS = 0.75;
  private static final int MOST_FEATURES = 12;

  /** Those that are best alone. */
  private static final int CANDIDATES = 24;

  private static final int MOST_ROWS = 15_000;
  private static final int FEWEST_ROWS = 100;

  private final FeatureSet set;
  private final List<Case> cases;

  /** Jobs to learn from and jobs to predict, with their durations, at least 1 s. */
  private record Case(Table past, double[] pastSeconds, Table next, double[] nextSeconds) {}

  private DurationFeatures(FeatureSet set, List<Path> datasets) {
    this.set = set;
    cases = datasets.stream().flatMap(this::cases).toList();
  }

  /**
   * Prints the features in the order of their choice.
   *
   * @param arguments the name of a {@link FeatureSet}, and folders of data sets
   */
  public static void main(String[] arguments) {
    FeatureSet set = FeatureSet.named(arguments[0]).orElseThrow();
    List<Path> datasets = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    new DurationFeatures(set, datasets).run();
  }

  private void run() {
    Set<String> known = new LinkedHashSet<>();
    cases.forEach(each -> known.addAll(varying(each.past())));
    double[] all = cases.stream().mapToDouble(each -> error(each, List.copyOf(known))).toArray();
    Map<String, Double> alone = errors(List.of(), known, all);
    Set<String> left =
        known.stream()
            .sorted(Comparator.comparing(alone::get))
            .limit(CANDIDATES)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < MOST_FEATURES && !left.isEmpty()) {
      Map<String, Double> errors = errors(chosen, left, all);
      String best = left.stream().min(Comparator.comparing(errors::get)).orElseThrow();
      chosen.add(best);
      left.remove(best);
      System.out.printf(Locale.ROOT, "%2d  %+.4f  %s%n", chosen.size(), errors.get(best), best);
    }
  }

  /** What comes of each feature beside those that are chosen. */
  private Map<String, Double> errors(List<String> chosen, Set<String> next, double[] all) {
    return next.parallelStream()
        .collect(Collectors.toMap(Function.identity(), name -> error(with(chosen, name), all)));
  }

  private static List<String> with(List<String> chosen, String next) {
    return Stream.concat(chosen.stream(), Stream.of(next)).toList();
  }

  private double error(List<String> features, double[] all) {
    return IntStream.range(0, cases.size())
        .mapToDouble(i -> error(cases.get(i), features) - all[i])
        .average()
        .orElseThrow();
  }

  /** The logarithm of the error of a case. */
  private double error(Case jobs, List<String> features) {
    List<String> known = features.stream().filter(varying(jobs.past())::contains).toList();
    double[] medians = predicted(WorkloadTrainer.readable(set, known, 1), jobs, known);
    double[] means = predicted(WorkloadTrainer.quickReadable(set, known), jobs, known);
    double logarithms = 0;
    double deviance = 0;
    for (int i = 0; i < jobs.nextSeconds().length; i++) {
      double seconds = jobs.nextSeconds()[i];
      double ratio = seconds / Math.max(1, means[i]);
      logarithms += Math.abs(Math.log(seconds / Math.max(1, medians[i])));
      deviance += ratio - 1 - Math.log(ratio);
    }
    return SHARE_OF_MEDIANS * Math.log(logarithms / jobs.nextSeconds().length)
        + (1 - SHARE_OF_MEDIANS) * Math.log(deviance / jobs.nextSeconds().length);
  }

  /** Seconds; the median of the past where a case has none of the features. */
  private static double[] predicted(WorkloadTrainer trainer, Case jobs, List<String> features) {
    if (features.isEmpty()) {
      double[] sorted = Arrays.stream(jobs.pastSeconds()).sorted().toArray();
      double[] same = new double[jobs.nextSeconds().length];
      Arrays.fill(same, sorted[sorted.length / 2]);
      return same;
    }
    DurationScale scale = trainer.scale();
    double[] targets = Arrays.stream(jobs.pastSeconds()).map(scale::of).toArray();
    Model model =
        trainer
            .learner()
            .train(TrainingSet.of(jobs.past(), new Target.Numbers(scale.target(), targets)));
    return Arrays.stream(model.predict(jobs.next()).values()).map(scale::seconds).toArray();
  }

  private Stream<Case> cases(Path folder) {
    DatasetReader data = DatasetReader.open(folder);
    Trace trace = data.trace();
    Table table = WorkloadEstimator.table(trace, data.origin(), set);
    long first =
        IntStream.range(0, trace.size()).mapToLong(trace::submitSeconds).min().orElseThrow();
    long last =
        IntStream.range(0, trace.size()).mapToLong(trace::submitSeconds).max().orElseThrow();
    return Arrays.stream(PARTS)
        .map(part ->
            part(
                trace,
                table,
                first + Math.round(part[0] * (last - first)),
                first + Math.round(part[1] * (last - first))))
        .filter(each -> Math.min(each.past().rowCount(), each.next().rowCount()) >= FEWEST_ROWS);
  }

  private static Case part(Trace trace, Table table, long split, long end) {
    int[] past =
        IntStream.range(0, trace.size())
            .filter(row -> trace.submitSeconds(row) + trace.durationSeconds(row) < split)
            .toArray();
    int[] next =
        IntStream.range(0, trace.size())
            .filter(row -> trace.submitSeconds(row) >= split && trace.submitSeconds(row) < end)
            .limit(MOST_ROWS)
            .toArray();
    int[] last = Arrays.copyOfRange(past, Math.max(0, past.length - MOST_ROWS), past.length);
    return new Case(table.rows(last), seconds(trace, last), table.rows(next), seconds(trace, next));
  }

  private static double[] seconds(Trace trace, int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Math.max(1, trace.durationSeconds(row)))
        .toArray();
  }

  private static List<String> varying(Table table) {
    return table.columns().stream().filter(DurationFeatures::varies).map(Column::name).toList();
  }

  private static boolean varies(Column column) {
    NumericColumn numbers = (NumericColumn) column;
    return IntStream.range(1, numbers.size())
        .anyMatch(row -> Double.compare(numbers.value(row), numbers.value(0)) != 0);
  }
}
