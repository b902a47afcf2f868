package org.limpid.estimator;

import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.estimator.history.JobHistory;
import org.limpid.estimator.history.JobListener;

/**
 * Lets a trace unfold as if every job ran at once when it was submitted: it ends at submission plus
 * duration. Queueing is ignored, so ends are known as early as they ever could be. Of events in the
 * same second ends come first, then submissions, each in the order of the rows.
 */
final class OfflineReplay {
  private OfflineReplay() {}

  private record End(long seconds, int row) implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      int byTime = Long.compare(seconds, other.seconds);
      return byTime != 0 ? byTime : Integer.compare(row, other.row);
    }
  }

  /** The estimate of every job at its submission. */
  static Estimates estimates(Trace trace, OnlineEstimator estimator, String source) {
    return estimates(trace, estimator, estimator::estimateSeconds, source);
  }

  /**
   * The same by any rule.
   *
   * @param listener is told of all events
   * @param rule the estimate of a job now, from what the listener knows
   */
  static Estimates estimates(Trace trace, JobListener listener, Rule rule, String source) {
    double[] seconds = new double[trace.size()];
    run(trace, listener, row -> seconds[row] = rule.seconds(row, trace.submitSeconds(row)));
    return new Estimates(source, seconds);
  }

  /** Estimates durations. */
  interface Rule {
    double seconds(int row, long now);
  }

  /**
   * Tells of all events up to the last submission.
   *
   * @param beforeSubmission called with each job just before its submission is told
   */
  static void run(Trace trace, JobListener listener, IntConsumer beforeSubmission) {
    PriorityQueue<End> running = new PriorityQueue<>();
    for (int row : JobHistory.submissionOrder(trace)) {
      long now = trace.submitSeconds(row);
      while (!running.isEmpty() && running.peek().seconds() <= now) {
        End end = running.poll();
        listener.ended(end.row(), end.seconds());
      }
      beforeSubmission.accept(row);
      listener.submitted(row, now);
      listener.started(row, now);
      running.add(new End(now + trace.durationSeconds(row), row));
    }
  }
}
