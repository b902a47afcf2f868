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
      whole(4, 65_535), "1024", "1024", "256", "Most bins of a feature, with missing and unseen"),
  MAX_INTERACTION_BINS(whole(4, 1_024), "64", "64", "32", "Most bins of a feature within a pair"),
  BINNING(
      choice("quantile", "uniform", "rounded_quantile"),
      "quantile",
      "Where cuts go: equal weight between them, equal distance, or equal weight at round numbers"),
  INTERACTIONS(
      new Range(Kind.INTERACTIONS, 0, 100_000, List.of()),
      "5x",
      "3x",
      "10",
      "How many pairs to look for; 5x: five times as many as features"),
  PAIRS(other(Kind.TERMS), "", "Pairs to use instead of looking for some: a & b; c & d"),
  EXCLUDE(other(Kind.TERMS), "", "Features or pairs to leave out: a; b & c"),
  VALIDATION_SIZE(number(0, 0.9), "0.15", "Share of the rows of a bag that stop the boosting"),
  OUTER_BAGS(whole(1, 10_000), "14", "14", "8", "Models that are averaged; each has its own rows"),
  INNER_BAGS(whole(0, 1_000), "0", "Bootstrap samples that each update is averaged over"),
  LEARNING_RATE(
      number(1e-6, 10), "0.04", "0.015", "0.01", "Share of a leaf's value that one step adds"),
  GREEDY_RATIO(
      number(0, 1_000),
      "10.0",
      "10.0",
      "0.0",
      "Greedy steps per term and round, after the cyclic ones"),
  CYCLIC_PROGRESS(
      other(Kind.FLAG),
      "false",
      "false",
      "true",
      "Whether the cyclic pass of a greedy round changes scores"),
  SMOOTHING_ROUNDS(
      whole(0, 1_000_000), "500", "75", "0", "First rounds, which cut at random places"),
  INTERACTION_SMOOTHING_ROUNDS(whole(0, 1_000_000), "100", "75", "0", "The same for pairs"),
  MAX_ROUNDS(
      whole(0, 100_000_000), "50000", "50000", "5000", "Most rounds; one is a step per term"),
  EARLY_STOPPING_ROUNDS(
      whole(0, 1_000_000), "100", "100", "50", "Rounds without progress that end a bag; 0: never"),
  EARLY_STOPPING_TOLERANCE(
      number(0, 1), "1.0E-5", "1.0E-5", "1.0E-4", "Smallest relative progress that counts"),
  MIN_SAMPLES_LEAF(whole(0, 1_000_000_000), "4", "4", "2", "Fewest rows on a side of a cut"),
  MIN_HESSIAN(number(0, 1e9), "0.0", "1.0E-4", "0.0", "Smallest hessian on a side of a cut"),
  REG_ALPHA(number(0, 1e9), "0.0", "L1 regularisation of leaves"),
  REG_LAMBDA(number(0, 1e9), "0.0", "L2 regularisation of leaves"),
  MAX_DELTA_STEP(number(0, 1e9), "0.0", "Largest step of a score before the learning rate; 0: any"),
  GAIN_SCALE(number(0, 1e6), "5.0", "5.0", "1.0", "Factor on the gain of nominal features"),
  MIN_CAT_SAMPLES(
      whole(0, 1_000_000_000),
      "10",
      "10",
      "0",
      "Rows that a category needs to be cut off by itself"),
  CAT_SMOOTH(
      number(0, 1e9),
      "10.0",
      "10.0",
      "0.0",
      "Hessian added to each category before they are ordered"),
  MISSING(
      choice("separate", "low", "high", "gain"),
      "separate",
      "separate",
      "low",
      "Where missing values go: a leaf of their own, the low side, the high side or the better"
          + " one"),
  MAX_LEAVES(whole(2, 256), "2", "2", "3", "Most leaves of a step of one feature"),
  MONOTONE_CONSTRAINTS(
      other(Kind.DIRECTIONS), "", "Features whose scores may only rise or fall: a: +1; b: -1"),
  OBJECTIVE(
      other(Kind.OBJECTIVE),
      "rmse",
      "log_loss",
      "rmse",
      "What is minimised: rmse, rmse_log1p, mae, quantile:alpha=0.9, pseudo_huber:delta=1,"
          + " poisson_deviance, gamma_deviance, tweedie_deviance:variance_power=1.5; log_loss for"
          + " classes"),
  RANDOM_STATE(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "42", "The seed");

  public enum Kind {
    WHOLE,
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG,
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

  /** What values there may be; numbers from a minimum to a maximum. */
  private record Range(Kind kind, double minimum, double maximum, List<String> choices) {}

  private final Range range;
  private final String regressionDefault;
  private final String classificationDefault;
  private final String firstVersionDefault;
  private final String description;

  EbmParameter(Range range, String anyDefault, String description) {
    this(range, anyDefault, anyDefault, anyDefault, description);
  }

  EbmParameter(
      Range range,
      String regressionDefault,
      String classificationDefault,
      String firstVersionDefault,
      String description) {
    this.range = range;
    this.regressionDefault = regressionDefault;
    this.classificationDefault = classificationDefault;
    this.firstVersionDefault = firstVersionDefault;
    this.description = description;
  }

  private static Range whole(int minimum, int maximum) {
    return new Range(Kind.WHOLE, minimum, maximum, List.of());
  }

  private static Range number(double minimum, double maximum) {
    return new Range(Kind.NUMBER, minimum, maximum, List.of());
  }

  private static Range choice(String... choices) {
    return new Range(Kind.CHOICE, Double.NaN, Double.NaN, List.of(choices));
  }

  private static Range other(Kind kind) {
    return new Range(kind, Double.NaN, Double.NaN, List.of());
  }

  /** The name in interpret, in a model's provenance and on the command line. */
  public String parameterName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return range.kind();
  }

  /** Smallest value of a number; {@code NaN} for others. */
  public double minimum() {
    return range.minimum();
  }

  /** Largest value of a number; {@code NaN} for others. */
  public double maximum() {
    return range.maximum();
  }

  /** The words of a choice; empty for others. */
  public List<String> choices() {
    return range.choices();
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

  public static List<String> names() {
    return Arrays.stream(values()).map(EbmParameter::parameterName).toList();
  }
}
