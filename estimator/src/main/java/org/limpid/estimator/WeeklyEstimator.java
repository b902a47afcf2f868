package org.limpid.estimator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.estimator.history.JobHistory;
import org.limpid.estimator.history.JobListener;
import org.limpid.files.DataException;

/**
 * Learns while a trace unfolds: at every moment of the schedule a model is trained on all jobs that
 * have ended by then, with their features as they were at submission. Between these moments the
 * history goes on.
 *
 * <p>Until the first model there is nothing but the history: the estimate is the recent duration of
 * the narrowest group of the job (see {@link JobHistory}), at first {@link
 * JobHistory#UNKNOWN_SECONDS}; or the initial model of the settings answers. When an update finds
 * too few jobs, or learns nothing that tells them apart, what was there before stays, and {@link
 * #updates} says so.
 *
 * <p>Memory: 8 bytes per job and feature.
 */
public final class WeeklyEstimator implements OnlineEstimator {
  /** What equal estimates may differ by, relative to them. */
  private static final double ROUNDING = 1e-9;

  private final Trace trace;
  private final UpdateSettings settings;
  private final JobFeatures features;
  private final PendingEvents pending = new PendingEvents();
  private final double[][] snapshots;
  private final double[] values;
  private final List<Update> updates = new ArrayList<>();
  private final JobListener listener;
  private BoundModel model;
  private long nextUpdate = Long.MIN_VALUE;

  /**
   * An update.
   *
   * @param seconds when it happened
   * @param jobCount how many jobs had ended
   * @param model what was learnt; empty when that failed
   * @param failure why it failed; empty when it did not
   */
  public record Update(
      long seconds, int jobCount, Optional<JobDurationModel> model, String failure) {}

  /** An estimator of the jobs of one trace. */
  public WeeklyEstimator(Trace trace, UpdateSettings settings) {
    this.trace = trace;
    this.settings = settings;
    FeatureSet set = settings.trainer().features();
    features = new JobFeatures(trace, settings.origin(), set);
    snapshots = new double[trace.size()][];
    values = new double[features.names().size()];
    listener = settings.continuous() ? features.history() : pending;
    model = settings.initial().map(this::bound).orElse(null);
  }

  private BoundModel bound(JobDurationModel learnt) {
    return new BoundModel(learnt, features.names());
  }

  /** The updates so far, in their order. */
  public List<Update> updates() {
    return List.copyOf(updates);
  }

  @Override
  public void submitted(int row, long now) {
    advance(now);
    double[] snapshot = new double[values.length];
    features.fill(row, now, snapshot);
    snapshots[row] = snapshot;
    listener.submitted(row, now);
  }

  @Override
  public void started(int row, long now) {
    advance(now);
    listener.started(row, now);
  }

  @Override
  public void ended(int row, long now) {
    advance(now);
    listener.ended(row, now);
  }

  @Override
  public double estimateSeconds(int row, long now) {
    advance(now);
    if (model == null) {
      return features.recentSeconds(row, now);
    }
    features.fill(row, now, values);
    return model.seconds(values);
  }

  /**
   * Why the estimate of a job is what it is now; empty where it comes from the history, or from a
   * model that is no sum of terms.
   */
  public Optional<EstimateReasons> explain(int row, long now) {
    advance(now);
    if (model == null) {
      return Optional.empty();
    }
    features.fill(row, now, values);
    return model.explain(values);
  }

  /** Learns before the first event at or after a moment of the schedule. */
  private void advance(long now) {
    if (now < nextUpdate) {
      return;
    }
    if (nextUpdate != Long.MIN_VALUE) {
      update(settings.schedule().last(now));
    }
    nextUpdate = settings.schedule().after(now);
  }

  private void update(long moment) {
    pending.tell(features.history());
    int[] rows =
        IntStream.range(0, trace.size())
            .filter(row -> snapshots[row] != null && features.history().hasEnded(row))
            .toArray();
    try {
      JobDurationModel learnt = settings.trainer().train(trace, features, rows, snapshots);
      updates.add(update(moment, rows, learnt));
    } catch (DataException e) {
      updates.add(new Update(moment, rows.length, Optional.empty(), e.getMessage()));
    }
  }

  /** A model that gives all jobs the same estimate would order them worse than the history does. */
  private Update update(long moment, int[] rows, JobDurationModel learnt) {
    BoundModel candidate = bound(learnt);
    if (!tellsApart(candidate, rows)) {
      String failure = "no feature tells the durations of %d jobs apart".formatted(rows.length);
      return new Update(moment, rows.length, Optional.empty(), failure);
    }
    model = candidate;
    return new Update(moment, rows.length, Optional.of(learnt), "");
  }

  private boolean tellsApart(BoundModel candidate, int[] rows) {
    DoubleSummaryStatistics estimates =
        Arrays.stream(rows)
            .mapToDouble(row -> candidate.seconds(snapshots[row]))
            .summaryStatistics();
    return estimates.getMax() > estimates.getMin() * (1 + ROUNDING);
  }

  /** Events that a listener is told of later. Not safe for several threads. */
  private static final class PendingEvents implements JobListener {
    private final List<Consumer<JobListener>> events = new ArrayList<>();

    @Override
    public void submitted(int row, long now) {
      events.add(listener -> listener.submitted(row, now));
    }

    @Override
    public void started(int row, long now) {
      events.add(listener -> listener.started(row, now));
    }

    @Override
    public void ended(int row, long now) {
      events.add(listener -> listener.ended(row, now));
    }

    /** Tells a listener of all events in their order, and forgets them. */
    void tell(JobListener listener) {
      events.forEach(event -> event.accept(listener));
      events.clear();
    }
  }
}
