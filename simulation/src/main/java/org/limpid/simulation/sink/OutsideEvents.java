package org.limpid.simulation.sink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.simulation.loop.Participant;
import org.limpid.simulation.loop.Partition;

/**
 * Tells an estimator what happens outside the virtual clusters: submissions, and ends in the
 * profiler. Asks it for the jobs that end there, too: with something changed they may not.
 */
final class OutsideEvents implements Participant {
  private final LiveEstimates estimates;
  private final long[] endSeconds;
  private final IntConsumer progress;
  private final Row[] submissions;
  private final Row[] ends;
  private int submitted;
  private int ended;
  private long now;

  /** A row of the trace and when something happens to it. */
  private record Row(int row, long second) {}

  /**
   * @param trace all jobs
   * @param endSeconds per row the second in which a job ends outside the virtual clusters, or -1
   * @param estimates are told
   * @param progress is told of numbers of submissions
   */
  OutsideEvents(Trace trace, long[] endSeconds, LiveEstimates estimates, IntConsumer progress) {
    this.estimates = estimates;
    this.endSeconds = endSeconds;
    this.progress = progress;
    submissions = inOrder(trace::submitSeconds, trace.size());
    ends = inOrder(row -> endSeconds[row], trace.size());
  }

  private static Row[] inOrder(IntToLongFunction seconds, int size) {
    return IntStream.range(0, size)
        .mapToObj(row -> new Row(row, seconds.applyAsLong(row)))
        .filter(row -> row.second() >= 0)
        .sorted(Comparator.comparingLong(Row::second))
        .toArray(Row[]::new);
  }

  @Override
  public long nextSecond() {
    long submission =
        submitted == submissions.length ? Partition.NEVER : submissions[submitted].second();
    long end = ended == ends.length ? Partition.NEVER : ends[ended].second();
    return Math.min(submission, end);
  }

  @Override
  public void endJobs(long second) {
    now = second;
    while (ended < ends.length && ends[ended].second() == now) {
      estimates.estimator().ended(ends[ended++].row(), now);
    }
  }

  @Override
  public void acceptJobs() {
    int before = submitted;
    while (submitted < submissions.length && submissions[submitted].second() == now) {
      estimates.estimator().submitted(submissions[submitted++].row(), now);
    }
    Arrays.stream(submissions, before, submitted)
        .filter(submission -> endSeconds[submission.row()] >= 0)
        .forEach(submission -> estimates.estimate(submission.row(), now));
    progress.accept(submitted - before);
  }
}
