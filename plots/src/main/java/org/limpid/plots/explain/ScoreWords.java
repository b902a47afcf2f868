package org.limpid.plots.explain;

import java.util.List;
import org.limpid.estimator.sensitivity.SensitivityTrainer;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.results.table.Numbers;

/**
 * How the scores of a model are written: as they are or, where they are logarithms of what is
 * predicted, as the factors that they stand for.
 *
 * @param unit that of scores
 * @param factors whether scores are such logarithms
 * @param seconds whether what is predicted is a time
 */
record ScoreWords(String unit, boolean factors, boolean seconds) {
  private static final String LOGARITHM_OF_DURATION = "ln(duration)";

  /** From which ratio of the largest to the smallest factor on powers of ten are marked. */
  private static final double WIDE = 10;

  private static final String DURATION = "duration (s)";

  static ScoreWords of(Model model) {
    String target = model.provenance().target();
    boolean ofDuration = target.equals(LOGARITHM_OF_DURATION);
    boolean logarithm = ofDuration || target.equals(SensitivityTrainer.TARGET);
    boolean linked = model instanceof EbmModel ebm && ebm.link() == LinkFunction.LOG;
    return new ScoreWords(
        ModelWords.scoreUnit(model), logarithm || linked, ofDuration || target.equals(DURATION));
  }

  /** Whether terms multiply to a time. */
  boolean isOfTimes() {
    return factors && seconds;
  }

  /** The title of an axis of what terms add. */
  String axisTitle() {
    if (factors) {
      return "Factor";
    }
    return unit.isEmpty() ? "Score" : "Score (" + unit + ")";
  }

  /** What a term adds, or by what it multiplies. */
  String step(double score) {
    return factors
        ? "× " + Numbers.short3(Math.exp(score))
        : (score > 0 ? "+" : "") + Numbers.short3(score);
  }

  /** The same with the unit. */
  String stepWithUnit(double score) {
    return factors ? step(score) : step(score) + " " + unit;
  }

  /** An intercept or a sum. */
  String total(double sum) {
    if (!factors) {
      return Numbers.short3(sum);
    }
    return seconds ? Words.roughly(Math.exp(sum)) : Numbers.short3(Math.exp(sum));
  }

  /** The title of an axis of sums. */
  String totalTitle(Model model) {
    if (!factors) {
      return axisTitle();
    }
    return seconds ? "Duration" : "Prediction (%s)".formatted(ModelWords.targetUnit(model));
  }

  /** An axis of what terms add. */
  Scale steps(double low, double high) {
    return factors ? new Exponentials(low, high, ScoreWords::factors) : Scales.linear(low, high);
  }

  /** An axis of sums. */
  Scale totals(double low, double high) {
    if (!factors) {
      return Scales.linear(low, high);
    }
    return new Exponentials(low, high, seconds ? Scales::logarithmicDuration : Scales::logarithmic);
  }

  /** What stripes on a map of scores mean, a sentence. */
  String stripes() {
    return factors ? "Stripes: factors below 1." : "Stripes: below 0.";
  }

  /** What a figure with several axes says of them once. */
  String note() {
    return factors ? "Factors on the prediction" : "Scores in " + unit;
  }

  /** Round factors, by equal distances where they are near to each other. */
  private static Scale factors(double low, double high) {
    return high > WIDE * low ? Scales.logarithmic(low, high) : Scales.linear(low, high);
  }

  /** Logarithms, marked with what they are the logarithms of. */
  private record Exponentials(double low, double high, Marks marks) implements Scale {
    @FunctionalInterface
    interface Marks {
      Scale between(double low, double high);
    }

    @Override
    public List<Tick> ticks(int most) {
      return marks.between(Math.exp(low), Math.exp(high)).ticks(most).stream()
          .map(tick -> new Tick(Math.log(tick.value()), tick.label()))
          .filter(tick -> tick.value() >= low && tick.value() <= high)
          .toList();
    }
  }
}
