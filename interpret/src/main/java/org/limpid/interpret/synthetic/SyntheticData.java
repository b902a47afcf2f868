package org.limpid.interpret.synthetic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The data sets that can be generated. All numbers come from {@code new SplittableRandom(seed)},
 * row by row: first the features, then the noise of the target, and the test rows after the
 * training rows. So a set depends on nothing but its seed and its numbers of rows.
 */
public enum SyntheticData {
  /**
   * Ten features, of which five matter: 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 + 10 x3 + 5 x4, normal
   * noise of deviation 1 (Friedman, "Multivariate adaptive regression splines", 1991).
   */
  FRIEDMAN1(1, 50_000, 10_000, Recipes.friedman()),
  /** Ten features that only add up, of many shapes; two are idle. Normal noise of deviation 0.5. */
  ADDITIVE10(2, 200_000, 20_000, Recipes.tenShapes()),
  /** Six features and two pairs, one smooth and one of steps. Normal noise of deviation 0.5. */
  PAIR6(3, 100_000, 10_000, Recipes.twoPairs()),
  /** Two classes; the logit adds up from the ten shapes of {@link #ADDITIVE10}. */
  LOGIT10(4, 50_000, 10_000, Recipes.logitOfTenShapes()),
  /** Numbers and texts, gaps, weights, a rare category and one that only test rows have. */
  MIXED(5, 20_000, 5_000, new MixedRecipe()),
  /** Counts of a Poisson distribution; the logarithm of the mean adds up. */
  COUNTS(6, 20_000, 5_000, Recipes.counts()),
  /** Positive numbers of a gamma distribution of shape 2; the logarithm of the mean adds up. */
  DURATIONS(7, 20_000, 5_000, Recipes.durations()),
  /** Three classes, whose scores add up. */
  THREE_CLASSES(8, 20_000, 5_000, Recipes.threeClasses()),
  /** Rises with x0 and falls with x1, with plateaus; x2 turns. Normal noise of deviation 1. */
  MONOTONE(9, 20_000, 5_000, Recipes.monotone()),
  /** Student's t noise with two degrees of freedom, whose variance is infinite. */
  HEAVY_TAILED(10, 20_000, 5_000, Recipes.heavyTailed()),
  /**
   * The impedance of a circuit, of four features; normal noise of deviation 125 (Friedman,
   * "Multivariate adaptive regression splines", 1991).
   */
  FRIEDMAN2(11, 20_000, 5_000, Recipes.impedance()),
  /** The phase of the same circuit; normal noise of deviation 0.1. */
  FRIEDMAN3(12, 20_000, 5_000, Recipes.phase()),
  /**
   * Two classes: inside and outside of a ball in ten dimensions (Hastie, Tibshirani and Friedman,
   * "The elements of statistical learning", section 10.1).
   */
  BALL(13, 20_000, 5_000, Recipes.ball()),
  /** Five classes, whose scores add up over twenty features. */
  FIVE_CLASSES(14, 20_000, 10_000, Recipes.fiveClasses());

  private final long seed;
  private final int trainRowCount;
  private final int testRowCount;
  private final Recipe recipe;

  SyntheticData(long seed, int trainRowCount, int testRowCount, Recipe recipe) {
    this.seed = seed;
    this.trainRowCount = trainRowCount;
    this.testRowCount = testRowCount;
    this.recipe = recipe;
  }

  /** What the set is called, for example {@code three-classes}. */
  public String setName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public long seed() {
    return seed;
  }

  /** The set with its usual seed and numbers of rows. */
  public SyntheticSet generate() {
    return generate(seed, trainRowCount, testRowCount);
  }

  /**
   * The set with another seed or other numbers of rows. Throws an {@code IllegalArgumentException}
   * if a number of rows is not positive.
   */
  public SyntheticSet generate(long ownSeed, int ownTrainRowCount, int ownTestRowCount) {
    if (ownTrainRowCount < 1 || ownTestRowCount < 1) {
      throw new IllegalArgumentException(
          "expected a row or more, found %d and %d".formatted(ownTrainRowCount, ownTestRowCount));
    }
    SplittableRandom random = new SplittableRandom(ownSeed);
    SyntheticSet.Part train = recipe.rows(random, ownTrainRowCount);
    SyntheticSet.Part test = recipe.testRows(random, ownTestRowCount);
    return new SyntheticSet(setName(), train, test, recipe.shapes(), recipe.pairs());
  }

  /** The set of this name, if there is one. */
  public static Optional<SyntheticData> named(String name) {
    return Arrays.stream(values()).filter(data -> data.setName().equals(name)).findFirst();
  }
}
