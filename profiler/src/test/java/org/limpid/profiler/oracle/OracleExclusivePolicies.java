package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limpid.data.VirtualCluster;

/** FIFO, SJF and QSSF: once started, a job runs to its end. */
public final class OracleExclusivePolicies {
  private enum Order {
    FIFO,
    SJF,
    QSSF
  }

  private final OracleCase given;
  private final Order order;
  private final OracleResult result;

  private OracleExclusivePolicies(OracleCase given, Order order) {
    this.given = given;
    this.order = order;
    result = new OracleResult(given.trace().size());
  }

  /** By submission. */
  public static OracleResult fifo(OracleCase given) {
    return new OracleExclusivePolicies(given, Order.FIFO).run();
  }

  /** By true duration. */
  public static OracleResult sjf(OracleCase given) {
    return new OracleExclusivePolicies(given, Order.SJF).run();
  }

  /** By estimated GPU time. */
  public static OracleResult qssf(OracleCase given) {
    return new OracleExclusivePolicies(given, Order.QSSF).run();
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
        running.removeIf(this::endsNow);
        int known = queue.size();
        submissions.acceptAt(now, queue);
        sort(known > 0);
        placeFromHead();
        now++;
      }
    }

    private boolean endsNow(OracleJob job) {
      if (now != job.start + job.duration) {
        return false;
      }
      job.end = now;
      cluster.release(job);
      result.record(job);
      return true;
    }

    private void sort(boolean holdsEarlierJob) {
      switch (order) {
        case FIFO -> queue.sort(Comparator.comparingLong((OracleJob job) -> job.submit));
        case SJF -> queue.sort(Comparator.comparingLong((OracleJob job) -> job.duration));
        case QSSF -> {
          queue.sort(Comparator.comparingInt((OracleJob job) -> job.gpuCount));
          if (holdsEarlierJob) {
            queue.forEach(job -> job.priority = given.priority(job));
            queue.sort(Comparator.comparingDouble((OracleJob job) -> job.priority));
          }
        }
      }
    }

    private void placeFromHead() {
      while (!queue.isEmpty() && cluster.place(queue.getFirst())) {
        OracleJob job = queue.removeFirst();
        job.start = now;
        job.queue = now - job.submit;
        running.add(job);
      }
    }
  }
}
