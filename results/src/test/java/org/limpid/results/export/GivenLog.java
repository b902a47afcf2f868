package org.limpid.results.export;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventCode;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.sink.JobRecords;

/**
 * Two nodes of two GPUs and three jobs: 7 has all of node 1, 8 one GPU of node 0, which 9 joins.
 * While they run, the nodes exchange their numbers; then node 0, which had number 1, is lent.
 */
final class GivenLog {
  static final Allocation WHOLE_NODE = Allocation.of(1, 0b11);
  static final Allocation ONE_GPU = Allocation.of(0, 0b10);

  static final PartitionLog LOG =
      log(
          new Event.Arrived(0, 0),
          new Event.Started(0, 0, 0, WHOLE_NODE),
          new Event.Arrived(10, 1),
          new Event.Queued(10, 1, 0, 50, Double.NaN),
          new Event.Started(10, 1, 2, ONE_GPU),
          new Event.Arrived(20, 2),
          new Event.Started(20, 2, 0, ONE_GPU, 0.8, List.of(new Event.Partner(1, 0.9))),
          new Event.NumbersSwapped(30, 0, 1),
          new Event.Ended(40, 1, Outcome.ENDED),
          new Event.Preempted(50, 2, -1),
          new Event.NodeRemoved(60, 0),
          new Event.NodeAdded(70, ProfilingOutcome.LENT_NODE),
          new Event.Ended(80, 0, Outcome.KILLED));

  private static final Trace TRACE =
      new Trace.Builder().add(job(7, 0, 2)).add(job(8, 10, 1)).add(job(9, 20, 1)).build();

  static final JobTable JOBS =
      JobTable.of(
          TRACE,
          new JobRecords(
              new long[] {0, 10, 20},
              new long[] {80, 40, 50},
              new long[3],
              new int[] {0, 0, 1},
              new Allocation[3],
              List.of()));

  private GivenLog() {}

  private static Trace.Job job(long id, long submitSeconds, int gpus) {
    return new Trace.Job(id, "user", "vc", "", gpus, 1, "COMPLETED", submitSeconds, 100, null);
  }

  /** A log of these events. */
  static PartitionLog log(Event... events) {
    EventCode code = new EventCode();
    Arrays.stream(events).forEach(code::write);
    return new PartitionLog(
        "vc",
        2,
        2,
        "consolidate",
        new int[] {0, 1, 2},
        new int[] {2, 1, 1},
        code.count(),
        code.bytes());
  }
}
