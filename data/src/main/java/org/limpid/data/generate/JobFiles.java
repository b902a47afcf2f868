package org.limpid.data.generate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.JobAttribute;
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
  private final Optional<ResourceRule> resources;
  private final JobsOutput jobs;
  private final CsvOutput lucid;
  private final CsvOutput qssf;

  /**
   * @param rule gives jobs deadlines and curves, if they are to have some
   * @param resources gives jobs models of what they gain by CPUs and memory, if they are to
   */
  JobFiles(
      ClusterModel clusters,
      Optional<ElasticRule> rule,
      Optional<ResourceRule> resources,
      DatasetWriter writer) {
    this.clusters = clusters;
    this.rule = rule;
    this.resources = resources;
    jobs = writer.jobs(true, attributes());
    lucid = writer.beginEstimates(LUCID);
    qssf = writer.beginEstimates(QSSF);
  }

  private Set<JobAttribute> attributes() {
    Set<JobAttribute> all = EnumSet.noneOf(JobAttribute.class);
    rule.ifPresent(_ -> all.addAll(ElasticRule.ATTRIBUTES));
    resources.ifPresent(_ -> all.addAll(ResourceRule.ATTRIBUTES));
    return all;
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
    Trace.Job timed = rule.map(each -> each.elastic(rigid)).orElse(rigid);
    jobs.write(resources.map(each -> each.sensitive(timed)).orElse(timed));
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
