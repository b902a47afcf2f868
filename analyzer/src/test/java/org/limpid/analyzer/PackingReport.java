package org.limpid.analyzer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.limpid.analyzer.pair.PairSpeedEvaluation;
import org.limpid.analyzer.score.ScoreErrors;

/**
 * How good the methods are on deep-learning models that they have not seen.
 *
 * @param scores one row per way to tell share scores and test; none if nothing was judged
 * @param pairs the rates of pairs; without rows if nothing was judged
 */
public record PackingReport(List<ScoreRow> scores, PairSpeedEvaluation pairs) {
  /** Quantile of the normal distribution for 95 %. */
  private static final double Z = 1.959964;

  /** Nothing was judged. */
  public static final PackingReport EMPTY =
      new PackingReport(List.of(), new PairSpeedEvaluation(List.of()));

  public PackingReport {
    scores = List.copyOf(scores);
    Objects.requireNonNull(pairs, "pairs");
  }

  /** The share scores as a table in Markdown. */
  public String scoresMarkdown() {
    return """
    | method | inputs | test | leaks | right | accuracy | 95 % interval | standard error | MAE |
    |---|---|---|---|---|---|---|---|---|
    """
        + scores.stream().map(PackingReport::line).collect(Collectors.joining());
  }

  private static String line(ScoreRow row) {
    ScoreErrors errors = row.errors();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d of %d | %.3f | %.2f to %.2f | %.3f | %.3f |\n",
        row.method(),
        row.inputs(),
        row.design().label(),
        row.leaks() ? "yes" : "no",
        errors.right(),
        errors.rowCount(),
        errors.accuracy(),
        low(errors),
        high(errors),
        errors.standardError(),
        errors.meanAbsoluteError());
  }

  /** Lower end of the 95 % interval of the accuracy by Wilson, for independent workloads. */
  public static double low(ScoreErrors errors) {
    return centre(errors) - halfWidth(errors);
  }

  /** Upper end of the 95 % interval of the accuracy by Wilson, for independent workloads. */
  public static double high(ScoreErrors errors) {
    return centre(errors) + halfWidth(errors);
  }

  private static double centre(ScoreErrors errors) {
    return (errors.right() + Z * Z / 2) / (errors.rowCount() + Z * Z);
  }

  private static double halfWidth(ScoreErrors errors) {
    double accuracy = errors.accuracy();
    double variance = accuracy * (1 - accuracy) * errors.rowCount() + Z * Z / 4;
    return Z * Math.sqrt(variance) / (errors.rowCount() + Z * Z);
  }

  /** The rates of pairs as a table in Markdown. */
  public String pairsMarkdown() {
    return """
    | method | rates | MAE | RMSE | R2 | Spearman |
    |---|---|---|---|---|---|
    """
        + pairs.rows().stream().map(PackingReport::line).collect(Collectors.joining());
  }

  private static String line(PairSpeedEvaluation.Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.4f | %.4f | %.3f | %s |\n",
        row.method(),
        row.rateCount(),
        row.meanAbsoluteError(),
        row.rootMeanSquaredError(),
        row.r2(),
        Double.isNaN(row.spearman()) ? "-" : String.format(Locale.ROOT, "%.3f", row.spearman()));
  }

  /**
   * How good one way to tell share scores is.
   *
   * @param method its name
   * @param inputs what it tells scores from
   * @param design how it was tested
   * @param leaks whether its inputs were measured in the pairs that the score is about
   * @param errors on the workloads tested
   */
  public record ScoreRow(
      String method, String inputs, Design design, boolean leaks, ScoreErrors errors) {
    /** What is learnt from and what is tested on. */
    public enum Design {
      /** Every deep-learning model in turn is held out with all its pairs. */
      LEAVE_ONE_MODEL_OUT("leave one model out"),
      /** 20 workloads, of models that are learnt from as well. */
      ARTIFACT_SPLIT("split of the artifact");

      private final String label;

      Design(String label) {
        this.label = label;
      }

      /** The name in reports. */
      public String label() {
        return label;
      }
    }

    public ScoreRow {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(inputs, "inputs");
      Objects.requireNonNull(design, "design");
      Objects.requireNonNull(errors, "errors");
    }
  }
}
