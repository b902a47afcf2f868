package org.limpid.adaptation.learning;

/**
 * How learning slows down and exploration ends.
 *
 * @param episodes that are over
 * @param learningRate of the next one
 * @param temperature of the next one, at least 1, where actions are drawn from the probabilities as
 *     they are
 */
record Schedule(long episodes, double learningRate, double temperature) {
  private static final double FIRST_RATE = 1e-4;
  private static final double RATE_FACTOR = 0.99;
  private static final int RATE_EPISODES = 500;
  private static final double LEAST_RATE = 1e-9;
  private static final double COOLING = 0.9;

  /** Before the first episode. */
  static Schedule from(double temperature) {
    return new Schedule(0, FIRST_RATE, temperature);
  }

  /**
   * After an episode. The temperature falls after each one, as in the code of the artifact; its
   * report speaks of every 500.
   */
  Schedule next() {
    long over = episodes + 1;
    boolean slower = over % RATE_EPISODES == 0 && learningRate >= LEAST_RATE;
    return new Schedule(
        over,
        slower ? learningRate * RATE_FACTOR : learningRate,
        Math.max(COOLING * temperature, 1));
  }
}
