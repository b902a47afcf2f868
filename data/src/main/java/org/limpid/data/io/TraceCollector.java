package org.limpid.data.io;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Builds a trace from the jobs of a file and notes what makes it unfit for a simulation: the rules
 * between rows and between files. Not safe for several threads.
 */
public final class TraceCollector implements JobSink {
  private final Path file;
  private final Problems problems;
  private final long startSeconds;
  private final Map<String, Long> gpusOfVirtualCluster = new LinkedHashMap<>();
  private final boolean clusterKnown;
  private final Set<Workload> profiled;
  private final Set<WorkloadProfile> seenWorkloads = new HashSet<>();
  private final LongIndex jobIds = new LongIndex(1 << 16);
  private final Trace.Builder builder = new Trace.Builder();
  private final LeftOutRows leftOut = new LeftOutRows();
  private long lastSubmitSeconds = Long.MIN_VALUE;
  private WorkloadProfile lastProfile;

  /**
   * Begins a trace.
   *
   * @param file where the jobs stand, for messages
   * @param startSeconds no job may be submitted earlier
   * @param cluster null: unknown, not checked
   * @param profiled workloads with a profile; null: unknown, not checked
   */
  public TraceCollector(
      Path file,
      Problems problems,
      long startSeconds,
      ClusterDescription cluster,
      Set<Workload> profiled) {
    this.file = file;
    this.problems = problems;
    this.startSeconds = startSeconds;
    this.profiled = profiled;
    clusterKnown = cluster != null;
    if (clusterKnown) {
      for (VirtualCluster vc : cluster.virtualClusters()) {
        gpusOfVirtualCluster.put(vc.name(), (long) vc.nodeCount() * cluster.gpusPerNode());
      }
    }
  }

  @Override
  public void accept(long line, Trace.Job job) {
    checkIdentifier(line, job);
    checkTimes(line, job);
    checkVirtualCluster(line, job);
    checkWorkload(line, job);
    builder.add(job);
  }

  @Override
  public void leaveOut(String reason) {
    leftOut.add(reason);
  }

  /** Jobs so far. */
  int size() {
    return builder.size();
  }

  /** The rows that were left out. */
  LeftOutRows leftOut() {
    return leftOut;
  }

  /** The trace of all jobs so far. */
  public Trace trace() {
    return builder.build();
  }

  private void checkIdentifier(long line, Trace.Job job) {
    int earlier = jobIds.putIfAbsent(job.id(), builder.size());
    if (earlier != LongIndex.ABSENT) {
      report(
          line,
          "job_id",
          job.id(),
          "expected a new identifier, but job number %,d of the file has it".formatted(earlier + 1),
          "Maybe rows were copied twice.");
    }
  }

  private void checkTimes(long line, Trace.Job job) {
    if (job.submitSeconds() < startSeconds) {
      report(
          line,
          "submit_time",
          job.submitSeconds(),
          "expected a time not before startSeconds, %d".formatted(startSeconds),
          "Maybe startSeconds in dataset.json is too late, or time.origin is wrong.");
    }
    if (job.submitSeconds() < lastSubmitSeconds) {
      report(
          line,
          "submit_time",
          job.submitSeconds(),
          "expected rows sorted by time, but the row before has " + lastSubmitSeconds,
          "Maybe the file was sorted by another column: sort it by submit_time, keeping the order"
              + " of ties.");
    }
    lastSubmitSeconds = job.submitSeconds();
  }

  private void checkVirtualCluster(long line, Trace.Job job) {
    Long gpus = gpusOfVirtualCluster.get(job.virtualCluster());
    if (!clusterKnown) {
      return;
    }
    if (gpus == null) {
      report(
          line,
          "vc",
          job.virtualCluster(),
          "expected a virtual cluster of the cluster",
          ClosestName.hint(job.virtualCluster(), gpusOfVirtualCluster.keySet()));
    } else if (job.gpuCount() > gpus) {
      report(
          line,
          "gpu_num",
          job.gpuCount(),
          "expected at most the %d GPUs of virtual cluster %s"
              .formatted(gpus, job.virtualCluster()),
          "Maybe the virtual cluster was larger then, or the job belongs elsewhere.");
    }
  }

  private void checkWorkload(long line, Trace.Job job) {
    if (profiled == null || job.profile() == null || job.profile() == lastProfile) {
      return;
    }
    lastProfile = job.profile();
    if (seenWorkloads.add(lastProfile) && !profiled.contains(lastProfile.workload())) {
      report(
          line,
          "model",
          lastProfile.workload(),
          "expected a workload of the profile table",
          "Maybe a row is missing there, or batch size and precision differ.");
    }
  }

  private void report(long line, String column, Object value, String message, String hint) {
    problems.add(new Problem(file.toString(), line, column, value.toString(), message, hint));
  }
}
