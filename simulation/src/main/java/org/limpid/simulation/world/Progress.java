package org.limpid.simulation.world;

/**
 * Progress of a job that loses {@code rate} of its remaining time in every second, computed as if
 * the subtraction were repeated second by second in double arithmetic.
 *
 * <p>A closed form {@code remaining - steps x rate} rounds differently and can end a long job one
 * second off. Here the result is bit for bit that of the loop, at a cost of a few operations per
 * power of two: while the remaining time stays within one binade, all its values are multiples of
 * one unit in the last place u, so every subtraction takes away the same multiple of u, namely the
 * rate rounded to it, and any number of them can be done at once without rounding. Steps next to
 * the end of a binade, and binades in which the rate lies exactly between two multiples (where
 * rounding depends on the parity of the remaining time), are done one by one.
 */
public final class Progress {
  private Progress() {}

  /**
   * Remaining time after {@code steps} seconds.
   *
   * @param remaining remaining time in seconds of a job alone, finite
   * @param rate progress per second, positive
   * @param steps seconds that pass; the remaining time must be positive before each
   */
  public static double after(double remaining, double rate, long steps) {
    if (rate == 1 && remaining == Math.rint(remaining)) {
      return remaining - steps;
    }
    double rest = remaining;
    long left = steps;
    while (left > 0) {
      long jump = jumpLength(rest, rate);
      if (jump < 2) {
        rest -= rate;
        left--;
      } else {
        long taken = Math.min(jump, left);
        rest -= taken * roundedRate(rest, rate);
        left -= taken;
      }
    }
    return rest;
  }

  /** Seconds until the remaining time is zero or less; 0 when it is so already. */
  public static long secondsToEnd(double remaining, double rate) {
    if (rate == 1 && remaining == Math.rint(remaining)) {
      return Math.max(0, (long) remaining);
    }
    double rest = remaining;
    long steps = 0;
    while (rest > 0) {
      long jump = jumpLength(rest, rate);
      if (jump < 2) {
        rest -= rate;
        steps++;
      } else {
        rest -= jump * roundedRate(rest, rate);
        steps += jump;
      }
    }
    return steps;
  }

  /**
   * How many subtractions surely stay within the binade of {@code rest} and take away the same; 0
   * if that can't be said. With q = rounded rate and n = floor((rest - lowest) / q), each of the
   * first n - 1 subtractions starts at or above lowest + 2 q and thus ends at or above lowest.
   */
  private static long jumpLength(double rest, double rate) {
    double unit = Math.ulp(rest);
    double scaledRate = rate / unit;
    if (scaledRate - Math.floor(scaledRate) == 0.5) {
      return 0;
    }
    long units = (long) Math.rint(scaledRate);
    double lowest = Math.scalb(1.0, Math.getExponent(rest));
    long room = (long) ((rest - lowest) / unit);
    return units == 0 ? 0 : room / units - 1;
  }

  private static double roundedRate(double rest, double rate) {
    double unit = Math.ulp(rest);
    return Math.rint(rate / unit) * unit;
  }
}
