package org.limpid.data.generate;

import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.JobsOutput;

/** The files with one row per job, open while jobs are generated. */
final class JobFiles implements AutoCloseable {
  static final String LUCID = "lucid";
  static final String QSSF = "qssf";

  private final ClusterModel clusters;
  private final JobsOutput jobs;
  private final CsvOutput lucid;
  private final CsvOutput qssf;

  JobFiles(ClusterModel clusters, DatasetWriter writer) {
    this.clusters = clusters;
    jobs = writer.jobs(true);
    lucid = writer.beginEstimates(LUCID);
    qssf = writer.beginEstimates(QSSF);
  }

  /** Writes a job and its two estimates. */
  void write(long id, Submission job, long lucidSeconds, long qssfSeconds) {
    UserTask task = job.task();
    jobs.write(
        new Trace.Job(
            id,
            task.user(),
            clusters.get(task.virtualCluster()).name(),
            task.name(),
            task.gpuCount(),
            task.cpuCount(),
            job.state(),
            job.seconds(),
            job.durationSeconds(),
            task.profile()));
    lucid.field(id).field(lucidSeconds).endRow();
    qssf.field(id).field(qssfSeconds).endRow();
  }

  @Override
  public void close() {
    try (jobs;
        lucid;
        qssf) {
      lucid.flush();
      qssf.flush();
    }
  }
}
