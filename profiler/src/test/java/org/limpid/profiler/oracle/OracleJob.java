package org.limpid.profiler.oracle;

import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;

/** One job while a simulation runs; every policy uses the fields it needs. */
final class OracleJob {
  static final long UNKNOWN = -1;

  final int row;
  final long submit;
  final long duration;
  final int gpuCount;
  final WorkloadProfile profile;

  long start = UNKNOWN;
  long end = UNKNOWN;
  long queue;
  int preemptions;

  /** Where it runs; kept after the end with node numbers as they were then. */
  List<OracleCluster.Share> shares = List.of();

  String nodes = "[]";

  /** Seconds of work left; whole except under Lucid. */
  double remaining;

  long preemptedAt;
  long attainedService;
  double priority = Double.NaN;

  boolean exclusive = true;
  boolean newcomer;
  double rate = 1;
  int shareScore = OracleResult.NO_SHARE_SCORE;
  long colocatedAt;
  long delocatedAt;

  /** The other one of a pair while both run. */
  OracleJob partner;

  OracleJob(Trace trace, int row) {
    this(trace, row, trace.gpuCount(row));
  }

  /** The job on another number of GPUs than it asks for. */
  OracleJob(Trace trace, int row, int gpuCount) {
    this.row = row;
    this.gpuCount = gpuCount;
    submit = trace.submitSeconds(row);
    duration = trace.durationSeconds(row);
    profile = trace.workloadProfile(row);
    remaining = duration;
  }

  /** Whether it pays the small preemption overhead and may share. */
  boolean isSmall() {
    return gpuCount <= OracleCluster.SMALL_JOB_GPUS;
  }
}
