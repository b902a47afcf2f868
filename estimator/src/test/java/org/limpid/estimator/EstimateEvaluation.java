package org.limpid.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.interpret.text.TextTable;

/**
 * How far estimates are from the true durations, for the jobs submitted in a span of time and for
 * parts of them.
 *
 * @param name what is judged, for example {@code EBM without-profile}
 * @param warning what to say beside the numbers, if anything
 * @param newUserShare share of the jobs whose users submitted nothing before the span; {@code NaN}
 *     without jobs
 * @param withoutEstimate how many jobs of the span have no estimate and are left out everywhere
 * @param parts all jobs first, then by knowledge of the user, then by duration
 */
public record EstimateEvaluation(
    String name,
    Optional<String> warning,
    double newUserShare,
    int withoutEstimate,
    List<Part> parts) {
  /** Longest duration of the first class of the Venus workloads, seconds. */
  private static final long SHORT_SECONDS = 3 * 3_600;

  /** Longest duration of the second class of the Venus workloads, seconds. */
  private static final long MEDIUM_SECONDS = 10 * 3_600;

  public EstimateEvaluation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(warning, "warning");
    parts = List.copyOf(parts);
  }

  /**
   * Some of the jobs.
   *
   * @param label which they are
   * @param jobCount how many there are
   * @param meanAbsoluteError seconds; like all measures {@code NaN} where it is not defined
   * @param r2 share of the variance of the durations that is explained
   * @param spearman rank correlation
   * @param logMeanAbsoluteError the same as {@code meanAbsoluteError} of ln(1 + seconds), where
   *     estimates below a second count as one
   * @param logR2 the same as {@code r2} of ln(1 + seconds)
   */
  public record Part(
      String label,
      int jobCount,
      double meanAbsoluteError,
      double r2,
      double spearman,
      double logMeanAbsoluteError,
      double logR2) {
    static Part of(String label, Trace trace, Estimates estimates, int[] rows) {
      double[] truth = IntStream.of(rows).mapToDouble(trace::durationSeconds).toArray();
      double[] estimated = IntStream.of(rows).mapToDouble(estimates::seconds).toArray();
      double[] logTruth = logarithms(truth);
      double[] logEstimated = logarithms(estimated);
      return new Part(
          label,
          rows.length,
          RegressionMetrics.meanAbsoluteError(truth, estimated),
          RegressionMetrics.r2(truth, estimated),
          RegressionMetrics.spearman(truth, estimated),
          RegressionMetrics.meanAbsoluteError(logTruth, logEstimated),
          RegressionMetrics.r2(logTruth, logEstimated));
    }

    private static double[] logarithms(double[] seconds) {
      return DoubleStream.of(seconds).map(s -> StrictMath.log1p(Math.max(1, s))).toArray();
    }

    private List<String> cells() {
      return List.of(
          label,
          Integer.toString(jobCount),
          text("%.0f", meanAbsoluteError),
          text("%.3f", r2),
          text("%.4f", spearman),
          text("%.3f", logMeanAbsoluteError),
          text("%.3f", logR2));
    }

    private static String text(String format, double value) {
      return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }
  }

  /**
   * Judges estimates.
   *
   * @param features what the estimates were made from; empty when that is not known
   * @param fromSeconds first second of the span
   * @param toSeconds first second after it
   */
  public static EstimateEvaluation of(
      String name,
      Optional<FeatureSet> features,
      Trace trace,
      Estimates estimates,
      long fromSeconds,
      long toSeconds) {
    int[] span =
        rows(
            IntStream.range(0, trace.size()).toArray(),
            row -> trace.submitSeconds(row) >= fromSeconds && trace.submitSeconds(row) < toSeconds);
    int[] judged = rows(span, estimates::has);
    boolean[] known = usersBefore(trace, fromSeconds);
    List<Part> parts = new ArrayList<>();
    parts(trace, known)
        .forEach(choice ->
            parts.add(Part.of(choice.label(), trace, estimates, rows(judged, choice.jobs()))));
    long strangers = IntStream.of(span).filter(row -> !known[trace.userIndex(row)]).count();
    return new EstimateEvaluation(
        name,
        features.flatMap(FeatureSet::warning),
        span.length == 0 ? Double.NaN : strangers / (double) span.length,
        span.length - judged.length,
        parts);
  }

  private record Choice(String label, IntPredicate jobs) {}

  private static List<Choice> parts(Trace trace, boolean[] known) {
    return List.of(
        new Choice("all jobs", row -> true),
        new Choice("known users", row -> known[trace.userIndex(row)]),
        new Choice("new users", row -> !known[trace.userIndex(row)]),
        new Choice("up to 3 h", row -> trace.durationSeconds(row) <= SHORT_SECONDS),
        new Choice(
            "3 to 10 h",
            row ->
                trace.durationSeconds(row) > SHORT_SECONDS
                    && trace.durationSeconds(row) <= MEDIUM_SECONDS),
        new Choice("over 10 h", row -> trace.durationSeconds(row) > MEDIUM_SECONDS));
  }

  private static int[] rows(int[] candidates, IntPredicate chosen) {
    return IntStream.of(candidates).filter(chosen).toArray();
  }

  private static boolean[] usersBefore(Trace trace, long seconds) {
    boolean[] known = new boolean[trace.userNames().size()];
    for (int row = 0; row < trace.size(); row++) {
      known[trace.userIndex(row)] |= trace.submitSeconds(row) < seconds;
    }
    return known;
  }

  /** All jobs of the span that have an estimate. */
  public Part allJobs() {
    return parts.getFirst();
  }

  /** Heads of the columns of {@link #rows}. */
  public static List<String> header() {
    return List.of("jobs", "count", "MAE s", "R2", "Spearman", "MAE ln", "R2 ln");
  }

  /** One line of cells per part. */
  public List<List<String>> rows() {
    return parts.stream().map(Part::cells).toList();
  }

  /** The table as text, with name and warning above. */
  @Override
  public String toString() {
    TextTable table = new TextTable(1).line(header());
    rows().forEach(table::line);
    String heading = warning.map(text -> name + "\n" + text).orElse(name);
    return heading + "\n" + table;
  }
}
