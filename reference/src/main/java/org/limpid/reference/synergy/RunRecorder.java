package org.limpid.reference.synergy;

import java.util.BitSet;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.reference.TableSink;
import org.limpid.reference.synergy.RoundRecord.Served;

/** Keeps what results tell of the rounds of a run whose jobs have the rows of a trace as ids. */
final class RunRecorder {
  /** Of the table of rounds: a row for each job that runs in one. */
  static final List<String> COLUMNS =
      List.of(
          "time",
          "job_id",
          "servers",
          "gpus",
          "cpus",
          "memory_gb",
          "wanted_cpus",
          "wanted_memory_gb",
          "speedup",
          "iterations_done");

  private final SynergyCluster cluster;
  private final long[] rounds;
  private BitSet running = new BitSet();
  private long preemptions;
  private double heldGpuSeconds;
  private double firstSeconds = Double.NaN;
  private double lastSeconds;

  RunRecorder(SynergyCluster cluster, int jobs) {
    this.cluster = cluster;
    this.rounds = new long[jobs];
  }

  /** Takes note of a round. */
  void record(RoundRecord round, Trace trace, TableSink.Rows rows) {
    BitSet now = new BitSet();
    for (Served each : round.jobs()) {
      int row = each.job().id();
      rounds[row]++;
      heldGpuSeconds += each.job().gpus() * (double) JobState.ROUND_SECONDS;
      if (each.executed() < each.job().iterations()) {
        now.set(row);
      }
      running.clear(row);
      if (rows.isWanted()) {
        write(round.seconds(), each, trace, rows);
      }
    }
    preemptions += running.cardinality();
    running = now;
    firstSeconds = Double.isNaN(firstSeconds) ? round.seconds() : firstSeconds;
    lastSeconds = round.seconds() + JobState.ROUND_SECONDS;
  }

  /** The optimum places nothing: its jobs are on no server. */
  private static void write(double seconds, Served job, Trace trace, TableSink.Rows rows) {

    rows.number(seconds)
        .text(trace.jobId(job.job().id()).toString())
        .number(job.shares().size())
        .number(job.job().gpus())
        .number(job.given().cpus())
        .number(job.given().memoryGb())
        .number(job.demand().cpus())
        .number(job.demand().memoryGb())
        .number(job.speedup())
        .number(job.executed())
        .endRow();
  }

  /** For how long a job ran, whole rounds. */
  long ranSeconds(int row) {
    return rounds[row] * JobState.ROUND_SECONDS;
  }

  /** How often a job that was not finished did not run in the round after one in which it did. */
  long preemptions() {
    return preemptions;
  }

  /** Share of the GPU time of all rounds that was given to jobs. */
  double utilisation() {
    return heldGpuSeconds / (cluster.gpuCount() * (lastSeconds - firstSeconds));
  }
}
