package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.Optional;
import org.limpid.data.Trace;

/** A model that stays as it is, with a history that continues. */
public final class ModelEstimator implements OnlineEstimator {
  private final JobFeatures features;
  private final BoundModel model;
  private final double[] values;

  /**
   * An estimator of the jobs of one trace.
   *
   * @param origin the time of second 0 of the trace
   */
  public ModelEstimator(JobDurationModel model, Trace trace, LocalDateTime origin) {
    features = new JobFeatures(trace, origin, model.features());
    this.model = new BoundModel(model, features.names());
    values = new double[features.names().size()];
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
    features.fill(row, now, values);
    return model.seconds(values);
  }

  /** Why the estimate of a job is what it is now; empty for models that are no sums of terms. */
  public Optional<EstimateReasons> explain(int row, long now) {
    features.fill(row, now, values);
    return model.explain(values);
  }
}
