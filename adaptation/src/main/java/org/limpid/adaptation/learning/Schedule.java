package org.limpid.adaptation.learning;

/**
 * How learning slows down and exploration ends.
 *
 * @param rules that it follows
 * @param episodes that are over
 * @param learningRate of the next one
 * @param temperature of the next one, at least 1, where actions are drawn from the probabilities as
 *     they are
 */
record Schedule(LearningRules rules, long episodes, double learningRate, double temperature) {
  private static final double LEAST_RATE = 1e-9;

  /** Before the first episode. */
  static Schedule from(LearningRules rules) {
    return new Schedule(rules, 0, rules.learningRate(), rules.temperature());
  }

  /** After so many episodes. */
  static Schedule after(LearningRules rules, long episodes) {
    Schedule schedule = from(rules);
    while (schedule.episodes < episodes) {
      schedule = schedule.next();
    }
    return schedule;
  }

  /**
   * After an episode. By the published rules the temperature falls after each one, as in the code
   * of the artifact; its report speaks of every 500.
   */
  Schedule next() {
    long over = episodes + 1;
    boolean slower = over % rules.rateEpisodes() == 0 && learningRate >= LEAST_RATE;
    boolean cooler = over % rules.coolingEpisodes() == 0;
    return new Schedule(
        rules,
        over,
        slower ? learningRate * rules.rateFactor() : learningRate,
        cooler ? Math.max(rules.cooling() * temperature, 1) : temperature);
  }
}
