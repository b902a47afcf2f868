package org.limpid.estimator;

import java.time.LocalDateTime;
import org.limpid.data.Trace;
import org.limpid.estimator.history.Grouping;

/**
 * The rule of thumb that needs no model: the recent duration of the narrowest group of the job, as
 * {@link WeeklyEstimator} says it until its first model.
 */
final class HistoryEstimator implements OnlineEstimator {
  private final JobFeatures features;
  private final Grouping narrowest;

  HistoryEstimator(Trace trace, LocalDateTime origin, FeatureSet set) {
    features = new JobFeatures(trace, origin, set);
    narrowest = features.narrowest();
  }

  @Override
  public void submitted(int row, long now) {
    features.history().submitted(row, now);
  }

  @Override
  public void started(int row, long now) {
    features.history().started(row, now);
  }

  @Override
  public void ended(int row, long now) {
    features.history().ended(row, now);
  }

  @Override
  public double estimateSeconds(int row, long now) {
    return Math.max(1, features.history().recentSeconds(narrowest, row, now));
  }
}
