package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.VirtualCluster;

/** SRTF and Tiresias: running jobs can be sent back to the queue. */
public final class OraclePreemptivePolicies {
  private static final int TIRESIAS_PERIOD_SECONDS = 60;
  private static final long TIRESIAS_THRESHOLD_GPU_SECONDS = 18_000;
  private static final int SMALL_OVERHEAD_SECONDS = 40;
  private static final int LARGE_OVERHEAD_SECONDS = 60;

  private final OracleCase given;
  private final boolean tiresias;
  private final OracleResult result;

  private OraclePreemptivePolicies(OracleCase given, boolean tiresias) {
    this.given = given;
    this.tiresias = tiresias;
    result = new OracleResult(given.trace().size());
  }

  /** Shortest remaining time first, decided anew in every second. */
  public static OracleResult srtf(OracleCase given) {
    return new OraclePreemptivePolicies(given, false).run();
  }

  /** Two queues by attained service, decided anew in every minute. */
  public static OracleResult tiresias(OracleCase given) {
    return new OraclePreemptivePolicies(given, true).run();
  }

  private OracleResult run() {
    given.cluster().virtualClusters().forEach(vc -> new Run(vc).simulate());
    return result;
  }

  private final class Run {
    private final OracleCluster cluster;
    private final OracleSubmissions submissions;
    private final List<OracleJob> queue = new ArrayList<>();
    private final List<OracleJob> running = new ArrayList<>();
    private long now = given.startSecond();

    Run(VirtualCluster vc) {
      cluster = new OracleCluster(vc.nodeCount(), given.cluster().gpusPerNode(), given.placer());
      submissions = new OracleSubmissions(given.jobsOf(vc));
    }

    void simulate() {
      while (submissions.remain() || !queue.isEmpty() || !running.isEmpty()) {
        running.removeIf(this::endsOrAdvances);
        submissions.acceptAt(now, queue);
        if (!tiresias) {
          decide(byRemainingTime());
        } else if (now % TIRESIAS_PERIOD_SECONDS == 0) {
          decide(byAttainedService());
        }
        now++;
      }
    }

    /** Tests the remaining time before it shrinks: the extra second. */
    private boolean endsOrAdvances(OracleJob job) {
      if (job.remaining == 0) {
        job.end = now;
        cluster.release(job);
        result.record(job);
        return true;
      }
      job.remaining--;
      job.attainedService += job.gpuCount;
      return false;
    }

    private List<OracleJob> byRemainingTime() {
      List<OracleJob> candidates = new ArrayList<>(queue);
      candidates.addAll(running);
      candidates.sort(Comparator.comparingDouble((OracleJob job) -> job.remaining));
      return candidates;
    }

    private List<OracleJob> byAttainedService() {
      List<OracleJob> high = new ArrayList<>();
      List<OracleJob> low = new ArrayList<>();
      Stream.concat(running.stream(), queue.stream())
          .forEach(job -> (isLow(job) ? low : high).add(job));
      high.sort(Comparator.comparingLong((OracleJob job) -> job.submit));
      low.sort(Comparator.comparingLong((OracleJob job) -> job.submit));
      high.addAll(low);
      return high;
    }

    private boolean isLow(OracleJob job) {
      return job.attainedService > TIRESIAS_THRESHOLD_GPU_SECONDS;
    }

    /** Walks the candidates with a quota; first all preemptions, then all placements. */
    private void decide(List<OracleJob> candidates) {
      List<OracleJob> chosen = new ArrayList<>();
      List<OracleJob> preempted = new ArrayList<>();
      int quota = cluster.gpuCount();
      for (OracleJob job : candidates) {
        boolean runs = !job.shares.isEmpty();
        if (job.gpuCount <= quota) {
          quota -= job.gpuCount;
          if (!runs) {
            chosen.add(job);
          }
        } else if (runs) {
          preempted.add(job);
        }
      }
      preempted.forEach(this::preempt);
      chosen.forEach(this::startIfPossible);
    }

    private void preempt(OracleJob job) {
      cluster.release(job);
      running.remove(job);
      queue.add(job);
      job.remaining += job.isSmall() ? SMALL_OVERHEAD_SECONDS : LARGE_OVERHEAD_SECONDS;
      job.preemptions++;
      job.preemptedAt = now;
    }

    private void startIfPossible(OracleJob job) {
      if (!cluster.place(job)) {
        return;
      }
      queue.remove(job);
      running.add(job);
      if (job.start == OracleJob.UNKNOWN) {
        job.start = now;
        job.queue = now - job.submit;
      } else {
        job.queue += now - job.preemptedAt;
      }
    }
  }
}
