package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.Optional;
import org.limpid.data.Trace;

/** A model that stays as it is, with a history that continues. */
public final class ModelEstimator extends HistoryFollower {
  private final BoundModel model;
  private final double[] values;

  /**
   * An estimator of the jobs of one trace.
   *
   * @param origin the time of second 0 of the trace
   */
  public ModelEstimator(JobDurationModel model, Trace trace, LocalDateTime origin) {
    super(new JobFeatures(trace, origin, model.features()));
    this.model = new BoundModel(model, features.names());
    values = new double[features.names().size()];
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
