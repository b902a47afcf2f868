package org.limpid.data.generate;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Tells estimators of a job when it has finished, assuming that no job waits: at submission plus
 * duration, the earliest second at which a scheduler could have known. Jobs that end in the same
 * second are told in the order of submission.
 *
 * <p>State: the jobs that would be running.
 */
final class CausalHistory {
  private final List<CausalEstimator> estimators;
  private final PriorityQueue<Running> running =
      new PriorityQueue<>(
          Comparator.comparingLong(Running::endSeconds).thenComparingLong(Running::number));
  private long submitted;

  CausalHistory(CausalEstimator... estimators) {
    this.estimators = List.of(estimators);
  }

  /** Lets the estimators learn from all jobs that have finished by {@code seconds}, inclusive. */
  void advanceTo(long seconds) {
    while (!running.isEmpty() && running.peek().endSeconds() <= seconds) {
      Submission finished = running.poll().job();
      estimators.forEach(estimator -> estimator.learn(finished));
    }
  }

  /** Adds a job; it is learnt from when time has advanced to its end. */
  void submitted(Submission job) {
    running.add(new Running(job.seconds() + job.durationSeconds(), submitted++, job));
  }

  /** Number of jobs that would be running. */
  int runningCount() {
    return running.size();
  }

  private record Running(long endSeconds, long number, Submission job) {}
}
