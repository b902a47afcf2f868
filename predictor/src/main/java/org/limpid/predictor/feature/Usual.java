package org.limpid.predictor.feature;

/**
 * What is usual at a slot's time of day: a mean over the same time on earlier days, in which recent
 * days and days of the same kind count more.
 *
 * <pre>
 * usual(t) = sum over j = 1..periods of w_j M_j / sum of w_j
 * M_j = statistic of the slots u-reach .. u+reach around u = t - j period
 * w_j = decay^j, x 0.2 where one of t and u lies in a weekend and the other does not
 * </pre>
 *
 * Days that reach beyond the first slot are left out; NaN if none is left.
 *
 * @param periodSlots a day or a week
 * @param periods how many are looked back
 * @param decay weight of a period relative to the one after it
 * @param reachSlots slots on either side that count, too
 */
record Usual(int periodSlots, int periods, double decay, int reachSlots) {
  private static final double OTHER_KIND_OF_DAY = 0.2;

  static final Usual DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 28, 0.9, 3);
  static final Usual BROAD_DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 28, 0.9, 6);
  static final Usual SLOW_DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 56, 0.97, 6);
  static final Usual WEEK = new Usual(7 * LoadHistory.SLOTS_PER_DAY, 12, 0.9, 6);

  /** A statistic of the slots from the first to the last, both inclusive. */
  @FunctionalInterface
  interface Statistic {
    double of(int first, int last);
  }

  double at(int slot, LoadHistory history, Statistic statistic) {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int j = 1; j <= periods && slot - j * periodSlots >= reachSlots; j++) {
      int then = slot - j * periodSlots;
      weight *= decay;
      boolean alike = history.isWeekend(slot) == history.isWeekend(then);
      double counted = alike ? weight : OTHER_KIND_OF_DAY * weight;
      sum += counted * statistic.of(then - reachSlots, then + reachSlots);
      weights += counted;
    }
    return weights == 0 ? Double.NaN : sum / weights;
  }
}
