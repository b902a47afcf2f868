package org.limpid.simulation.waiting;

import java.util.Arrays;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.PartitionLog;

/**
 * How long every job of a trace waited for what. Over the causes the seconds of a job sum to its
 * queueing delay exactly.
 */
public final class WaitAttribution {
  private static final int CAUSES = WaitCause.values().length;

  private final long[] seconds;

  private WaitAttribution(int jobCount) {
    seconds = new long[jobCount * CAUSES];
  }

  /**
   * Splits the waits of a run.
   *
   * @param log its decisions
   * @param jobCount number of jobs of the trace
   * @throws IllegalStateException if the decisions don't follow from each other
   */
  public static WaitAttribution of(DecisionLog log, int jobCount) {
    WaitAttribution waits = new WaitAttribution(jobCount);
    log.profiling().ifPresent(profiling -> waits.addProfiler(profiling.queueSeconds()));
    log.partitions().forEach(waits::add);
    return waits;
  }

  private void addProfiler(long[] queueSeconds) {
    for (int row = 0; row < queueSeconds.length; row++) {
      add(row, WaitCause.PROFILER, queueSeconds[row]);
    }
  }

  private void add(PartitionLog log) {
    new Replay(log)
        .run(
            new Replay.Visitor() {
              @Override
              public void holds(Replay replay, long from, long to) {
                for (int i = 0; i < replay.state().waitingCount(); i++) {
                  int job = replay.state().waiting(i);
                  add(log.rows()[job], replay.cause(job), to - from);
                }
              }
            });
  }

  private void add(int row, WaitCause cause, long time) {
    seconds[row * CAUSES + cause.ordinal()] += time;
  }

  /** Number of jobs. */
  public int size() {
    return seconds.length / CAUSES;
  }

  /** Seconds that the job in this row of the trace waited for this. */
  public long seconds(int row, WaitCause cause) {
    return seconds[row * CAUSES + cause.ordinal()];
  }

  /** Queueing delay of the job in this row, seconds: the sum over all causes. */
  public long total(int row) {
    return Arrays.stream(seconds, row * CAUSES, (row + 1) * CAUSES).sum();
  }
}
