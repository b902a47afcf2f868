package org.limpid.adaptation.learning;

/**
 * How long steps are, how they shorten, and how exploration ends.
 *
 * @param learningRate of the first episode
 * @param rateFactor what the learning rate is multiplied with, at most 1, until it is below 1e-9
 * @param rateEpisodes after how many episodes that is done
 * @param temperature of the first episode, at least 1: 1 from scratch, up to 1000 after a transfer
 * @param cooling what the temperature is multiplied with, at most 1, until it is 1
 * @param coolingEpisodes after how many episodes that is done
 */
public record LearningRules(
    double learningRate,
    double rateFactor,
    int rateEpisodes,
    double temperature,
    double cooling,
    int coolingEpisodes) {
  /** Those of the published runs from scratch. */
  public static final LearningRules PUBLISHED = new LearningRules(1e-4, 0.99, 500, 1, 0.9, 1);

  public LearningRules {
    require(learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate);
    require(rateFactor > 0 && rateFactor <= 1, "factor of the learning rate", rateFactor);
    require(rateEpisodes > 0, "episodes of a learning rate", rateEpisodes);
    require(temperature >= 1 && Double.isFinite(temperature), "temperature", temperature);
    require(cooling > 0 && cooling <= 1, "factor of the temperature", cooling);
    require(coolingEpisodes > 0, "episodes of a temperature", coolingEpisodes);
  }

  private static void require(boolean condition, String name, double value) {
    if (!condition) {
      throw new IllegalArgumentException("unexpected %s: %s".formatted(name, value));
    }
  }

  /** The same rules with another temperature of the first episode. */
  public LearningRules withTemperature(double first) {
    return new LearningRules(
        learningRate, rateFactor, rateEpisodes, first, cooling, coolingEpisodes);
  }
}
