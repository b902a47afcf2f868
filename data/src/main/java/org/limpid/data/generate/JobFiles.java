package org.limpid.data.generate;

import java.util.Optional;
import java.util.Set;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.JobsOutput;

/** The files with one row per job, open while jobs are generated. */
final class JobFiles implements AutoCloseable {
  static final String LUCID = "lucid";
  static final String QSSF = "qssf";

  private final ClusterModel clusters;
  private final Optional<ElasticRule> rule;
  private final JobsOutput jobs;
  private final CsvOutput lucid;
  private final CsvOutput qssf;

  /**
   * @param rule gives jobs deadlines and curves, if they are to have some
   */
  JobFiles(ClusterModel clusters, Optional<ElasticRule> rule, DatasetWriter writer) {
    this.clusters = clusters;
    this.rule = rule;
    jobs = writer.jobs(true, rule.isEmpty() ? Set.of() : ElasticRule.ATTRIBUTES);
    lucid = writer.beginEstimates(LUCID);
    qssf = writer.beginEstimates(QSSF);
  }

  /** Writes a job and its two estimates. */
  void write(long id, Submission job, long lucidSeconds, long qssfSeconds) {
    UserTask task = job.task();
    Trace.Job rigid =
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
            task.profile());
    jobs.write(rule.map(each -> each.elastic(rigid)).orElse(rigid));
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
