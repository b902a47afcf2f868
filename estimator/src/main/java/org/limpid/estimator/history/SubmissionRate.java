package org.limpid.estimator.history;

/**
 * How many jobs each user submitted lately: counts that fade with time, n(t) = sum over submissions
 * s of e^(-(t - s) / period). Not safe for several threads.
 */
final class SubmissionRate {
  private final double periodSeconds;
  private final double[] count;
  private final long[] time;

  SubmissionRate(double periodSeconds, int userCount) {
    this.periodSeconds = periodSeconds;
    count = new double[userCount];
    time = new long[userCount];
  }

  void submitted(int user, long now) {
    count[user] = count(user, now) + 1;
    time[user] = now;
  }

  /** The fading count of a user. */
  double count(int user, long now) {
    return count[user] == 0 ? 0 : count[user] * StrictMath.exp((time[user] - now) / periodSeconds);
  }
}
