package org.limpid.simulation.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Trace;
import org.limpid.simulation.resource.Allocation;

/**
 * The state of a cluster in one second, counted anew from the records of its jobs. Right for
 * policies that never preempt and never lend nodes.
 */
final class NaiveSample {
  int busyGpus;
  int runningJobs;
  int pendingJobs;
  int pendingSmallJobs;
  long pendingGpus;
  int nodesWithOneJob;
  int nodesWithMoreJobs;
  double utilPercent;
  double memoryMib;

  NaiveSample(Trace trace, JobRecords records, UsageModel usage, long second) {
    Map<String, List<Integer>> jobsOnGpu = new HashMap<>();
    Map<String, Integer> jobsOnNode = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      boolean submitted = trace.submitSeconds(row) <= second;
      boolean started = records.startSeconds()[row] <= second;
      boolean ended = records.endSeconds()[row] <= second;
      if (submitted && !started) {
        pendingJobs++;
        pendingGpus += trace.gpuCount(row);
        pendingSmallJobs += trace.gpuCount(row) < 8 ? 1 : 0;
      }
      if (started && !ended) {
        runningJobs++;
        occupy(trace.virtualCluster(row), row, records.allocations()[row], jobsOnGpu, jobsOnNode);
      }
    }
    busyGpus = jobsOnGpu.size();
    nodesWithOneJob = (int) jobsOnNode.values().stream().filter(jobs -> jobs == 1).count();
    nodesWithMoreJobs = jobsOnNode.size() - nodesWithOneJob;
    jobsOnGpu.values().forEach(jobs -> use(trace, usage, jobs));
  }

  private static void occupy(
      String virtualCluster,
      int row,
      Allocation place,
      Map<String, List<Integer>> jobsOnGpu,
      Map<String, Integer> jobsOnNode) {
    for (int i = 0; i < place.nodeCount(); i++) {
      String node = virtualCluster + "/" + place.node(i);
      jobsOnNode.merge(node, 1, Integer::sum);
      for (int gpu = 0; gpu < Long.SIZE; gpu++) {
        if ((place.gpuMask(i) >>> gpu & 1) == 1) {
          jobsOnGpu.computeIfAbsent(node + "/" + gpu, key -> new ArrayList<>()).add(row);
        }
      }
    }
  }

  private void use(Trace trace, UsageModel usage, List<Integer> jobs) {
    int first = trace.workloadIndex(jobs.getFirst());
    int last = trace.workloadIndex(jobs.getLast());
    boolean alone = jobs.size() == 1;
    utilPercent +=
        (alone ? usage.util(first) : usage.together(first, last).util()) / UsageModel.UNITS;
    memoryMib +=
        (alone ? usage.memory(first) : usage.together(first, last).memory()) / UsageModel.UNITS;
  }
}
