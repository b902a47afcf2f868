package org.limpid.estimator;

/** An estimator whose only knowledge is the history of its features: it passes all events on. */
abstract class HistoryFollower implements OnlineEstimator {
  final JobFeatures features;

  HistoryFollower(JobFeatures features) {
    this.features = features;
  }

  @Override
  public final void submitted(int row, long now) {
    features.history().submitted(row, now);
  }

  @Override
  public final void started(int row, long now) {
    features.history().started(row, now);
  }

  @Override
  public final void ended(int row, long now) {
    features.history().ended(row, now);
  }
}
