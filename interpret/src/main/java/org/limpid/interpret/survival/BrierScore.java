package org.limpid.interpret.survival;

/**
 * The squared error of survival curves. At a time it is the mean over all rows of (0 - S)^2 where
 * the duration has ended by then and of (1 - S)^2 where it lasts longer, S being the predicted
 * probability to last longer; rows that were no longer watched say nothing, and those that were
 * stand for them, by the inverse of the probability to be watched so long.
 *
 * <p>Source: Graf, Schmoor, Sauerbrei and Schumacher, "Assessment and comparison of prognostic
 * classification schemes for survival data", Statistics in Medicine 18, 1999.
 */
final class BrierScore {
  private final double[] durations;
  private final boolean[] ended;
  private final KaplanMeier watch;

  /** Curves predicted for a row at a time. */
  @FunctionalInterface
  interface Curves {
    double beyond(int row, double time);
  }

  BrierScore(double[] durations, boolean[] ended) {
    this.durations = durations;
    this.ended = ended;
    watch = KaplanMeier.ofWatch(durations, ended);
  }

  /** The score at a time, which is not behind the longest duration. */
  double at(double time, Curves curves) {
    double sum = 0;
    for (int row = 0; row < durations.length; row++) {
      if (durations[row] > time) {
        sum += square(1 - curves.beyond(row, time)) / watch.beyond(time);
      } else if (ended[row]) {
        sum += square(curves.beyond(row, time)) / watch.until(durations[row]);
      }
    }
    return sum / durations.length;
  }

  private static double square(double value) {
    return value * value;
  }

  /** The mean score from 0 to the last of ascending times, by trapezoids between them. */
  double integrated(double[] times, Curves curves) {
    double area = 0;
    double before = 0;
    double scoreBefore = at(0, curves);
    for (double time : times) {
      double score = at(time, curves);
      area += (time - before) * (score + scoreBefore) / 2;
      before = time;
      scoreBefore = score;
    }
    return area / before;
  }
}
