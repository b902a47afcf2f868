package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stage 1 of Lucid: short jobs finish in one small partition, longer ones pass through.
 *
 * <p>Where the specification is silent: the clock stops after the second in which the last profiled
 * job has left; jobs that are too large for the profiler hold nothing up. A node on loan then stays
 * there for ever.
 *
 * <p>Read as the artifact, the threshold of a return grows with the profiler, and the first test
 * that finds the forecast used up fails.
 */
public final class OracleProfiler {
  private static final int BORROW_PERIOD_SECONDS = 10;
  private static final int RETURN_PERIOD_SECONDS = 100;
  private static final int BORROW_ABOVE_WAITING = 10;
  private static final int RETURN_BELOW_WAITING = 5;
  private static final double RETURN_AT_MOST_GPUS = 40;
  private static final double RETURN_AT_MOST_LARGEST_JOBS = 5;

  private final OracleCase given;
  private final OracleForecast forecast;
  private final OracleCluster cluster;
  private final OracleSubmissions submissions;
  private final List<OracleJob> queue = new ArrayList<>();
  private final List<OracleJob> running = new ArrayList<>();
  private final OracleResult result;
  private OracleCluster.Node borrowed;
  private long now;

  private OracleProfiler(OracleCase given) {
    this.given = given;
    forecast = new OracleForecast(given.forecast());
    cluster =
        new OracleCluster(
            given.profiler().nodeCount(), given.cluster().gpusPerNode(), given.placer());
    submissions =
        new OracleSubmissions(
            given.allJobs().stream()
                .filter(job -> job.gpuCount <= given.profiler().maxGpuCount())
                .toList());
    result = new OracleResult(given.trace().size());
    now = given.startSecond();
  }

  /** Start, end and nodes are those in the profiler, or -1 for jobs that are too large for it. */
  public static OracleResult profile(OracleCase given) {
    return new OracleProfiler(given).run();
  }

  private OracleResult run() {
    while (submissions.remain() || !queue.isEmpty() || !running.isEmpty()) {
      running.removeIf(this::leavesNow);
      submissions.acceptAt(now, queue);
      queue.sort(Comparator.comparingInt((OracleJob job) -> job.gpuCount));
      placeFromHead();
      if (given.profiler().lender() != null && given.profiler().loanNodes() > 0) {
        changeSize();
      }
      now++;
    }
    return result;
  }

  private long stay(OracleJob job) {
    return Math.min(job.duration, given.profiler().timeLimitSeconds());
  }

  private boolean leavesNow(OracleJob job) {
    if (now != job.start + stay(job)) {
      return false;
    }
    job.end = now;
    cluster.release(job);
    job.priority = OracleResult.NO_PRIORITY;
    result.record(job);
    result.profiled[job.row] = true;
    result.profilerQueue[job.row] = job.queue;
    result.finishedInProfiler[job.row] = job.duration <= given.profiler().timeLimitSeconds();
    return true;
  }

  private void placeFromHead() {
    while (!queue.isEmpty() && cluster.place(queue.getFirst())) {
      OracleJob job = queue.removeFirst();
      job.start = now;
      job.queue = now - job.submit;
      running.add(job);
    }
  }

  private void changeSize() {
    if (now % BORROW_PERIOD_SECONDS == 0
        && queue.size() > BORROW_ABOVE_WAITING
        && borrowed == null) {
      borrowed =
          new OracleCluster.Node(OracleCluster.WANDERING_NUMBER, given.cluster().gpusPerNode());
      cluster.nodes.add(borrowed);
      result.profilerChanges.add(new OracleResult.Change(now, 1));
    } else if (now % RETURN_PERIOD_SECONDS == 0
        && queue.size() < RETURN_BELOW_WAITING
        && borrowed != null
        && borrowed.isIdle()
        && expectsFewGpus()) {
      cluster.nodes.remove(borrowed);
      borrowed = null;
      result.profilerChanges.add(new OracleResult.Change(now, -1));
    }
  }

  private boolean expectsFewGpus() {
    if (!given.readAsArtifact()) {
      return forecast.meanGpus(now) <= RETURN_AT_MOST_GPUS;
    }
    if (forecast.firstFindsNothingLeft(now)) {
      return false; // a mean over no rows is NaN there
    }
    return forecast.meanGpus(now) <= RETURN_AT_MOST_LARGEST_JOBS * given.profiler().maxGpuCount();
  }
}
