package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every parameter of {@link EbmTrainer}: its name in interpret where that has it, its kind and
 * range, its defaults, and what it does. Command line, provenance and documentation are made from
 * this list.
 */
public enum EbmParameter {
  MAX_BINS(
      Kind.WHOLE,
      4,
      65_535,
      "1024",
      "1024",
      "256",
      "Most bins of a feature, with missing and unseen"),
  MAX_INTERACTION_BINS(
      Kind.WHOLE, 4, 1_024, "64", "64", "32", "Most bins of a feature within a pair"),
  BINNING(
      List.of("quantile", "uniform", "rounded_quantile"),
      "quantile",
      "quantile",
      "quantile",
      "Where cuts go: equal weight between them, equal distance, or equal weight at round numbers"),
  INTERACTIONS(
      Kind.INTERACTIONS,
      0,
      100_000,
      "5x",
      "3x",
      "10",
      "How many pairs to look for; 5x: five times as many as features"),
  PAIRS(Kind.TERMS, "", "Pairs to use instead of looking for some: a & b; c & d"),
  EXCLUDE(Kind.TERMS, "", "Features or pairs to leave out: a; b & c"),
  VALIDATION_SIZE(
      Kind.NUMBER,
      0,
      0.9,
      "0.15",
      "0.15",
      "0.15",
      "Share of the rows of a bag that stop the boosting"),
  OUTER_BAGS(
      Kind.WHOLE, 1, 10_000, "14", "14", "8", "Models that are averaged; each has its own rows"),
  INNER_BAGS(
      Kind.WHOLE, 0, 1_000, "0", "0", "0", "Bootstrap samples that each update is averaged over"),
  LEARNING_RATE(
      Kind.NUMBER, 1e-6, 10, "0.04", "0.015", "0.01", "Share of a leaf's value that one step adds"),
  GREEDY_RATIO(
      Kind.NUMBER,
      0,
      1_000,
      "10.0",
      "10.0",
      "0.0",
      "Greedy steps per term and round, after the cyclic ones"),
  CYCLIC_PROGRESS(
      Kind.FLAG,
      0,
      1,
      "false",
      "false",
      "true",
      "Whether the cyclic pass of a greedy round changes scores"),
  SMOOTHING_ROUNDS(
      Kind.WHOLE, 0, 1_000_000, "500", "75", "0", "First rounds, which cut at random places"),
  INTERACTION_SMOOTHING_ROUNDS(Kind.WHOLE, 0, 1_000_000, "100", "75", "0", "The same for pairs"),
  MAX_ROUNDS(
      Kind.WHOLE, 0, 100_000_000, "50000", "50000", "5000", "Most rounds; one is a step per term"),
  EARLY_STOPPING_ROUNDS(
      Kind.WHOLE,
      0,
      1_000_000,
      "100",
      "100",
      "50",
      "Rounds without progress that end a bag; 0: never"),
  EARLY_STOPPING_TOLERANCE(
      Kind.NUMBER, 0, 1, "1.0E-5", "1.0E-5", "1.0E-4", "Smallest relative progress that counts"),
  MIN_SAMPLES_LEAF(Kind.WHOLE, 0, 1_000_000_000, "4", "4", "2", "Fewest rows on a side of a cut"),
  MIN_HESSIAN(Kind.NUMBER, 0, 1e9, "0.0", "1.0E-4", "0.0", "Smallest hessian on a side of a cut"),
  REG_ALPHA(Kind.NUMBER, 0, 1e9, "0.0", "0.0", "0.0", "L1 regularisation of leaves"),
  REG_LAMBDA(Kind.NUMBER, 0, 1e9, "0.0", "0.0", "0.0", "L2 regularisation of leaves"),
  MAX_DELTA_STEP(
      Kind.NUMBER,
      0,
      1e9,
      "0.0",
      "0.0",
      "0.0",
      "Largest step of a score before the learning rate; 0: any"),
  GAIN_SCALE(Kind.NUMBER, 0, 1e6, "5.0", "5.0", "1.0", "Factor on the gain of nominal features"),
  MIN_CAT_SAMPLES(
      Kind.WHOLE,
      0,
      1_000_000_000,
      "10",
      "10",
      "0",
      "Rows that a category needs to be cut off by itself"),
  CAT_SMOOTH(
      Kind.NUMBER,
      0,
      1e9,
      "10.0",
      "10.0",
      "0.0",
      "Hessian added to each category before they are ordered"),
  MISSING(
      List.of("separate", "low", "high", "gain"),
      "separate",
      "separate",
      "low",
      "Where missing values go: a leaf of their own, the low side, the high side or the better"
          + " one"),
  MAX_LEAVES(Kind.WHOLE, 2, 256, "2", "2", "3", "Most leaves of a step of one feature"),
  MONOTONE_CONSTRAINTS(
      Kind.DIRECTIONS, "", "Features whose scores may only rise or fall: a: +1; b: -1"),
  OBJECTIVE(
      Kind.OBJECTIVE,
      "rmse",
      "What is minimised: rmse, rmse_log1p, mae, quantile:alpha=0.9, pseudo_huber:delta=1,"
          + " poisson_deviance, gamma_deviance, tweedie_deviance:variance_power=1.5; log_loss for"
          + " classes"),
  RANDOM_STATE(Kind.WHOLE, Integer.MIN_VALUE, Integer.MAX_VALUE, "42", "42", "42", "The seed");

  /** What values a parameter takes. */
  public enum Kind {
    /** A whole number. */
    WHOLE,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG,
    /** One of a few words. */
    CHOICE,
    /** A whole number, or a multiple of the number of features such as {@code 5x}. */
    INTERACTIONS,
    /** Names of terms, separated by semicolons. */
    TERMS,
    /** Names of features with {@code +1} or {@code -1}, separated by semicolons. */
    DIRECTIONS,
    /** Name of an objective, perhaps with a parameter after a colon. */
    OBJECTIVE
  }

  private final Kind kind;
  private final double minimum;
  private final double maximum;
  private final List<String> choices;
  private final String regressionDefault;
  private final String classificationDefault;
  private final String firstVersionDefault;
  private final String description;

  EbmParameter(
      Kind kind,
      double minimum,
      double maximum,
      String regressionDefault,
      String classificationDefault,
      String firstVersionDefault,
      String description) {
    this.kind = kind;
    this.minimum = minimum;
    this.maximum = maximum;
    this.choices = List.of();
    this.regressionDefault = regressionDefault;
    this.classificationDefault = classificationDefault;
    this.firstVersionDefault = firstVersionDefault;
    this.description = description;
  }

  EbmParameter(
      List<String> choices,
      String regressionDefault,
      String classificationDefault,
      String firstVersionDefault,
      String description) {
    this.kind = Kind.CHOICE;
    this.minimum = Double.NaN;
    this.maximum = Double.NaN;
    this.choices = choices;
    this.regressionDefault = regressionDefault;
    this.classificationDefault = classificationDefault;
    this.firstVersionDefault = firstVersionDefault;
    this.description = description;
  }

  EbmParameter(Kind kind, String regressionDefault, String description) {
    this.kind = kind;
    this.minimum = Double.NaN;
    this.maximum = Double.NaN;
    this.choices = List.of();
    this.regressionDefault = regressionDefault;
    this.classificationDefault = kind == Kind.OBJECTIVE ? "log_loss" : regressionDefault;
    this.firstVersionDefault = regressionDefault;
    this.description = description;
  }

  /** The name in interpret, in a model's provenance and on the command line. */
  public String parameterName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What values it takes. */
  public Kind kind() {
    return kind;
  }

  /** Smallest value of a number; {@code NaN} for others. */
  public double minimum() {
    return minimum;
  }

  /** Largest value of a number; {@code NaN} for others. */
  public double maximum() {
    return maximum;
  }

  /** The words of a choice; empty for others. */
  public List<String> choices() {
    return choices;
  }

  /** Default of regressions in interpret 0.7.8. */
  public String regressionDefault() {
    return regressionDefault;
  }

  /** Default of classifications in interpret 0.7.8. */
  public String classificationDefault() {
    return classificationDefault;
  }

  /** Default of regressions in interpret 0.2.7, the version that Lucid used. */
  public String firstVersionDefault() {
    return firstVersionDefault;
  }

  /** What it does, without a full stop. */
  public String description() {
    return description;
  }

  /** The parameter of this name; {@code seed} is another name of {@code random_state}. */
  public static Optional<EbmParameter> named(String name) {
    String wanted = name.equals("seed") ? RANDOM_STATE.parameterName() : name;
    return Arrays.stream(values())
        .filter(parameter -> parameter.parameterName().equals(wanted))
        .findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(EbmParameter::parameterName).toList();
  }
}
