package org.limpid.simulation.policy.elastic;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.JobSpeeds;

/** What the jobs of a partition have to do still, as far as that is known. For one thread. */
final class Workloads implements Resumable {
  /** Where nobody knows it: a day. It decides only who profits most from what is left. */
  private static final double UNKNOWN_SECONDS = 86_400;

  private static final double LEAST = 1e-6;
  private static final double SHARE_MORE = 0.1;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final ElasticJobs elastic;
  private final double[] work;
  private final boolean[] outlived;

  Workloads(Partition partition, ElasticJobs elastic) {
    this.partition = partition;
    this.elastic = elastic;
    jobs = partition.jobs();
    work = new double[jobs.size()];
    outlived = new boolean[jobs.size()];
  }

  /** A job has arrived. */
  void arrived(int job) {
    double known = elastic.workSeconds(jobs.row(job));
    work[job] = Double.isNaN(known) ? UNKNOWN_SECONDS : known;
  }

  /** Whether it has a deadline. */
  boolean isDue(int job) {
    return deadline(job) != Partition.NEVER;
  }

  /** When it is due. */
  long deadline(int job) {
    return elastic.deadline(jobs.row(job));
  }

  /** Whether it is known how much a job has to do in all. */
  boolean isKnown(int job) {
    return !Double.isNaN(elastic.workSeconds(jobs.row(job)));
  }

  /** How fast a job is on how many GPUs. */
  JobSpeeds speeds(int job) {
    return elastic.speeds(jobs.row(job));
  }

  /** Whether a job had more to do than was known. */
  boolean hasOutlived(int job) {
    return outlived[job];
  }

  @Override
  public void save(ByteWriter out) {
    for (int job : partition.presentJobs()) {
      out.putDouble(work[job]);
      out.putBoolean(outlived[job]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    for (int job : partition.presentJobs()) {
      work[job] = in.takeDouble();
      outlived[job] = in.takeBoolean();
    }
  }

  /** What a job wants now. Who has done all that was known has a tenth more to do. */
  Claim claim(int job) {
    double done = partition.attained(job);
    if (work[job] - done < LEAST) {
      outlived[job] = true;
      work[job] = done + Math.max(1, SHARE_MORE * work[job]);
    }
    int held = partition.isRunning(job) ? partition.allocation(job).gpuCount() : 0;
    return new Claim(job, speeds(job), work[job] - done, held, deadline(job));
  }
}
