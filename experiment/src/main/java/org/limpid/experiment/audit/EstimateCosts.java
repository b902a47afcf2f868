package org.limpid.experiment.audit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.state.ClusterState;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/**
 * How long jobs waited because durations were estimated wrongly.
 *
 * <p>A job that waits behind jobs that came later ({@link WaitCause#OVERTAKEN}) waits for each of
 * them in proportion to the GPUs that it holds, half of them if it shares them. Where one of those
 * has more GPU time than the waiting job by true durations, the order was wrong. The part of the
 * wait is then a cost of the two errors {@code e = ln(true / estimate)} of the one that went ahead
 * and {@code f = ln(estimate / true)} of the one that waits, in proportion to their positive parts;
 * as the order was wrong, {@code e + f > 0}. All parts sum to the wait.
 */
public final class EstimateCosts {
  private final double[] estimates;
  private final double[] toOthers;
  private final double[] toItself;
  private final int[] victims;
  private double waitSeconds;
  private double behindSeconds;
  private double wrongSeconds;
  private long ordered;
  private long orderedByEstimate;

  private EstimateCosts(int jobCount) {
    estimates = new double[jobCount];
    Arrays.fill(estimates, Double.NaN);
    toOthers = new double[jobCount];
    toItself = new double[jobCount];
    victims = new int[jobCount];
  }

  /**
   * The costs of a run.
   *
   * @param log its decisions
   * @param jobCount number of jobs of the trace
   * @param durationSeconds true duration by row of the trace
   * @throws IllegalStateException if the decisions don't follow from each other
   */
  public static EstimateCosts of(DecisionLog log, int jobCount, IntToLongFunction durationSeconds) {
    EstimateCosts costs = new EstimateCosts(jobCount);
    for (PartitionLog partition : log.partitions()) {
      new Replay(partition).run(costs.new Collector(partition, durationSeconds));
    }
    return costs;
  }

  /** Number of jobs. */
  public int size() {
    return estimates.length;
  }

  /** Whether the policy ordered jobs by estimated GPU time; if not, no estimate cost anything. */
  public boolean areOrdered() {
    return ordered > 0 && orderedByEstimate == ordered;
  }

  /** Estimated duration of the job in this row, seconds; NaN if there was none. */
  public double estimatedSeconds(int row) {
    return estimates[row];
  }

  /** Seconds that others waited because this job was estimated too short. */
  public double secondsToOthers(int row) {
    return toOthers[row];
  }

  /** Seconds that this job waited because it was estimated too long. */
  public double secondsToItself(int row) {
    return toItself[row];
  }

  /** Both. */
  public double seconds(int row) {
    return toOthers[row] + toItself[row];
  }

  /** How many other jobs waited because this one was estimated too short. */
  public int victims(int row) {
    return victims[row];
  }

  /** Waits in virtual clusters, seconds, summed over all jobs. */
  public double waitSeconds() {
    return waitSeconds;
  }

  /** Those behind jobs that came later. */
  public double behindSeconds() {
    return behindSeconds;
  }

  /** Those behind jobs that came later and have more GPU time by their true durations. */
  public double wrongSeconds() {
    return wrongSeconds;
  }

  private final class Collector implements Replay.Visitor {
    private final int[] rows;
    private final double[] trueGpuTime;
    private final double[] error;
    private final Set<Long> pairs = new HashSet<>();
    private int[] ahead = new int[16];
    private double[] gpusAhead = new double[16];
    private int aheadCount;

    Collector(PartitionLog log, IntToLongFunction durationSeconds) {
      rows = log.rows();
      trueGpuTime = new double[rows.length];
      error = new double[rows.length];
      for (int job = 0; job < rows.length; job++) {
        long duration = Math.max(1, durationSeconds.applyAsLong(rows[job]));
        trueGpuTime[job] = (double) duration * log.gpuCounts()[job];
      }
    }

    @Override
    public void happened(Replay replay, Event event) {
      if (event instanceof Event.Queued it) {
        double gpuTime = it.estimatedSeconds() * replay.gpuCount(it.job());
        ordered++;
        if (Math.abs(it.key() - gpuTime) <= 1e-9 * Math.abs(gpuTime)) {
          orderedByEstimate++;
        }
        estimates[rows[it.job()]] = it.estimatedSeconds();
        error[it.job()] =
            Math.log(trueGpuTime[it.job()] / Math.max(replay.gpuCount(it.job()), gpuTime));
      }
    }

    @Override
    public void holds(Replay replay, long from, long to) {
      ClusterState state = replay.state();
      waitSeconds += (double) state.waitingCount() * (to - from);
      boolean known = false;
      for (int i = 0; i < state.waitingCount(); i++) {
        int job = state.waiting(i);
        if (replay.cause(job) == WaitCause.OVERTAKEN) {
          if (!known) {
            findThoseThatMayBeAhead(state);
            known = true;
          }
          behindSeconds += to - from;
          share(replay, job, to - from);
        }
      }
    }

    /** Running jobs with the GPUs that count for them. */
    private void findThoseThatMayBeAhead(ClusterState state) {
      aheadCount = state.runningCount();
      if (aheadCount > ahead.length) {
        ahead = new int[2 * aheadCount];
        gpusAhead = new double[2 * aheadCount];
      }
      for (int i = 0; i < aheadCount; i++) {
        int job = state.running(i);
        int shared = 0;
        for (int partner : state.partners(job)) {
          shared += state.sharedGpus(job, partner);
        }
        ahead[i] = job;
        gpusAhead[i] = state.gpuCount(job) - shared / 2.0;
      }
    }

    private void share(Replay replay, int job, long time) {
      ClusterState state = replay.state();
      double perGpu = (double) time / replay.gpusOfLater(job);
      for (int i = 0; i < aheadCount; i++) {
        int other = ahead[i];
        if (state.arrivalRank(other) > state.arrivalRank(job)
            && isWithoutEarlier(state, other, job)) {
          blame(other, job, perGpu * gpusAhead[i]);
        }
      }
    }

    /** GPUs that are shared with a job that came first are no fault of the other. */
    private boolean isWithoutEarlier(ClusterState state, int other, int job) {
      for (int partner : state.partners(other)) {
        if (state.arrivalRank(partner) <= state.arrivalRank(job)) {
          return false;
        }
      }
      return true;
    }

    private void blame(int other, int job, double time) {
      if (trueGpuTime[other] <= trueGpuTime[job]) {
        return;
      }
      double tooShort = Math.max(0, error[other]);
      double tooLong = Math.max(0, -error[job]);
      if (tooShort + tooLong == 0) {
        return; // Not ordered by estimated GPU time.
      }
      wrongSeconds += time;
      double part = time * tooShort / (tooShort + tooLong);
      toOthers[rows[other]] += part;
      toItself[rows[job]] += time - part;
      if (part > 0 && pairs.add((long) other << Integer.SIZE | job)) {
        victims[rows[other]]++;
      }
    }
  }
}
