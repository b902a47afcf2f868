package org.limpid.reference.mirage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.simulation.run.InputProblem;

/**
 * The jobs of a data set as a batch cluster sees them, in the order of their submission, and the
 * cluster. Times are seconds since the origin of the data set. Immutable.
 */
public final class BatchLog {
  /** Plans hold a number for each node and length of a job. */
  private static final int MOST_NODES = 100_000;

  private final BatchSettings settings;
  private final List<BatchJob> jobs;
  private final int[] rows;

  private BatchLog(BatchSettings settings, List<BatchJob> jobs, int[] rows) {
    this.settings = settings;
    this.jobs = jobs;
    this.rows = rows;
  }

  /**
   * The jobs of a trace. A job holds as many nodes as have all of its GPUs.
   *
   * @throws InputProblem with what the trace {@linkplain #lacks lacks}
   */
  public static BatchLog of(Trace trace, ClusterDescription cluster) {
    List<String> lacks = lacks(trace, cluster);
    if (!lacks.isEmpty()) {
      throw new InputProblem(String.join("\n", lacks));
    }
    return of(
        BatchSettings.ofNodes(cluster.nodeCount()),
        IntStream.range(0, trace.size()).mapToObj(row -> job(trace, row, cluster)).toList());
  }

  /** Jobs in any order. */
  static BatchLog of(BatchSettings settings, List<BatchJob> unsorted) {
    int[] rows =
        IntStream.range(0, unsorted.size())
            .boxed()
            .sorted(Comparator.comparing(unsorted::get, BatchJob.submissionOrder(settings)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new BatchLog(settings, IntStream.of(rows).mapToObj(unsorted::get).toList(), rows);
  }

  /**
   * Why the jobs can't run on a batch cluster, one sentence each with "Maybe ..." behind it; empty:
   * they can. It has one queue, plans by time limits, and runs a job on its own nodes only.
   */
  public static List<String> lacks(Trace trace, ClusterDescription cluster) {
    List<String> lacks = new ArrayList<>();
    int found = cluster.virtualClusters().size();
    if (found != 1) {
      lacks.add(
          "A batch cluster has one queue: expected one virtual cluster, found %d. Maybe import the jobs again with --nodes N."
              .formatted(found));
    }
    if (cluster.nodeCount() > MOST_NODES) {
      lacks.add(
          "A batch cluster is planned by numbers of nodes: expected at most %d, found %d. Maybe import the jobs again with fewer --nodes."
              .formatted(MOST_NODES, cluster.nodeCount()));
    }
    IntStream.range(0, trace.size())
        .filter(row -> !trace.optional().has(JobAttribute.TIME_LIMIT, row))
        .mapToObj(trace::jobId)
        .findFirst()
        .ifPresent(id ->
            lacks.add(
                "A batch cluster plans by time limits: expected a time_limit of every job, found none of job %s. Maybe import the log of a batch system, such as that of Mirage, Slurm or SWF."
                    .formatted(id)));
    IntStream.range(0, trace.size())
        .filter(row -> nodes(trace, row, cluster) > cluster.nodeCount())
        .mapToObj(row ->
            "Job %s needs %d nodes: expected at most the %d of the cluster, as it would wait for ever. Maybe import the jobs again with more nodes."
                .formatted(trace.jobId(row), nodes(trace, row, cluster), cluster.nodeCount()))
        .findFirst()
        .ifPresent(lacks::add);
    return lacks;
  }

  private static int nodes(Trace trace, int row, ClusterDescription cluster) {
    return Math.ceilDiv(trace.gpuCount(row), cluster.gpusPerNode());
  }

  private static BatchJob job(Trace trace, int row, ClusterDescription cluster) {
    return new BatchJob(
        trace.jobId(row).toString(),
        trace.submitSeconds(row),
        nodes(trace, row, cluster),
        trace.optional().number(JobAttribute.TIME_LIMIT, row),
        trace.durationSeconds(row));
  }

  public BatchSettings settings() {
    return settings;
  }

  /** The jobs in the order of their submission. */
  public List<BatchJob> jobs() {
    return jobs;
  }

  /** Row of a job in the trace. */
  public int row(int job) {
    return rows[job];
  }

  /** The jobs submitted at {@code from <= t <= to}, by the second of the log, in their order. */
  List<BatchJob> submittedWithin(long from, long to) {
    return jobs.stream()
        .filter(job -> job.submitSecond() >= from && job.submitSecond() <= to)
        .toList();
  }

  /** A simulation of all jobs from the first submission on, which has not begun. */
  public BatchSimulator simulator() {
    return new BatchSimulator(settings, jobs, jobs.getFirst().submitSecond());
  }
}
