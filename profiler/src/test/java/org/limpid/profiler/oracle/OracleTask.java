package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.WorkloadProfile;

/** A job in its virtual cluster under {@code limpid}. */
final class OracleTask {
  /** A GPU and who is on it, the one that came first before the other. */
  static final class Gpu {
    final Node node;
    final int number;
    final List<OracleTask> tasks = new ArrayList<>();

    Gpu(Node node, int number) {
      this.node = node;
      this.number = number;
    }

    boolean isFree() {
      return tasks.isEmpty();
    }

    /** The only one on this GPU; null if there is none or there are two. */
    OracleTask only() {
      return tasks.size() == 1 ? tasks.getFirst() : null;
    }
  }

  /** A node; its place in the list of nodes never changes while it is there. */
  static final class Node {
    int number;
    final List<Gpu> gpus = new ArrayList<>();

    Node(int number, int gpuCount) {
      this.number = number;
      for (int gpu = 0; gpu < gpuCount; gpu++) {
        gpus.add(new Gpu(this, gpu));
      }
    }

    List<Gpu> free() {
      return gpus.stream().filter(Gpu::isFree).toList();
    }

    int freeCount() {
      int count = 0;
      for (Gpu gpu : gpus) {
        count += gpu.isFree() ? 1 : 0;
      }
      return count;
    }

    boolean isIdle() {
      return freeCount() == gpus.size();
    }

    /** Those on it, in the order of their first GPU here. */
    List<OracleTask> tasks() {
      return on(gpus);
    }
  }

  /** Those on some GPUs, each once, in the order of these. */
  static List<OracleTask> on(List<Gpu> gpus) {
    List<OracleTask> tasks = new ArrayList<>();
    for (Gpu gpu : gpus) {
      for (OracleTask task : gpu.tasks) {
        if (!tasks.contains(task)) {
          tasks.add(task);
        }
      }
    }
    return tasks;
  }

  final int row;
  private final double leastShare;
  final int gpuCount;
  final WorkloadProfile profile;
  final int shareScore;
  final double estimate;

  /** Second in which it enters its virtual cluster. */
  final long arrival;

  final boolean wasProfiled;

  /** Seconds of work done in the profiler. */
  final long done;

  /** Seconds of work left when it arrives. */
  final double work;

  /** Second in which its probe ends; {@link OracleJob#UNKNOWN} without one. */
  final long probeEnd;

  double left;
  long start = OracleJob.UNKNOWN;
  long end = OracleJob.UNKNOWN;

  /** Seconds of work done in each second. */
  double rate = 1;

  /** The GPUs that it has, in the order in which it took their nodes. */
  List<Gpu> gpus = List.of();

  OracleTask(LimpidCase given, OracleProbes stage, int shareScore, int row) {
    leastShare = given.choices().leastSharePercent() * 0.01;
    this.row = row;
    this.shareScore = shareScore;
    gpuCount = given.trace().gpuCount(row);
    profile = given.trace().workloadProfile(row);
    estimate = given.estimates().seconds(row);
    OracleJob profiled = stage.profiled[row];
    wasProfiled = profiled != null;
    arrival = wasProfiled ? profiled.end : given.trace().submitSeconds(row);
    done = wasProfiled ? profiled.end - profiled.start : 0;
    work = given.trace().durationSeconds(row) - done;
    probeEnd = stage.probeEnd[row];
    left = work;
  }

  boolean isRunning() {
    return start != OracleJob.UNKNOWN && end == OracleJob.UNKNOWN;
  }

  boolean isAloneOnAllGpus() {
    return gpus.stream().allMatch(gpu -> gpu.only() == this);
  }

  double priority() {
    return estimate * gpuCount;
  }

  /** Seconds of work done so far. */
  double attained() {
    return done + (work - left);
  }

  /** The seconds that are expected to be left. */
  double remaining() {
    double attained = attained();
    double expected = estimate - attained;
    boolean isPlausible = expected > leastShare * attained || expected > 0 && attained < 60;
    return isPlausible ? expected : Math.max(attained, 60);
  }
}
