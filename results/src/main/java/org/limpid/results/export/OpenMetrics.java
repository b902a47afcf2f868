package org.limpid.results.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobTable;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Runs as metrics: the cluster over time as gauges, and waits and completion times as they are in
 * the end. Base units are those that Prometheus asks for. Dates of a data set have no time zone;
 * they count as UTC.
 */
final class OpenMetrics {
  private static final double BYTES_PER_MIB = 1L << 20;

  private static final List<Gauge> GAUGES =
      List.of(
          gauge(ClusterField.GPUS, "cluster_gpus", "gpus", "GPUs."),
          gauge(ClusterField.GPUS_FREE, "free_gpus", "gpus", "GPUs without any job."),
          gauge(ClusterField.GPUS_PENDING, "pending_gpus", "gpus", "GPUs that waiting jobs want."),
          gauge(ClusterField.JOBS_RUNNING, "running_jobs", "jobs", "Jobs that run."),
          gauge(ClusterField.JOBS_PENDING, "pending_jobs", "jobs", "Jobs that wait."),
          gauge(
              ClusterField.JOBS_PENDING_SMALL,
              "pending_small_jobs",
              "jobs",
              "Waiting jobs of fewer than 8 GPUs."),
          gauge(ClusterField.NODES, "cluster_nodes", "nodes", "Nodes."),
          gauge(ClusterField.NODES_ONE_JOB, "one_job_nodes", "nodes", "Nodes with just one job."),
          gauge(ClusterField.NODES_MORE_JOBS, "more_jobs_nodes", "nodes", "Nodes with more jobs."),
          gauge(
              ClusterField.GPUS_IN_USE, "gpus_in_use_ratio", "ratio", "Share of GPUs with a job."),
          gauge(
              ClusterField.GPU_UTIL,
              "gpu_utilisation_ratio",
              "ratio",
              "Mean utilisation of all GPUs."),
          gauge(
              ClusterField.GPU_UTIL_BUSY,
              "busy_gpu_utilisation_ratio",
              "ratio",
              "Mean utilisation of the GPUs in use."),
          memory(ClusterField.MEMORY_MIB, "gpu_memory_bytes", "Mean memory in use, of all GPUs."),
          memory(
              ClusterField.MEMORY_MIB_BUSY,
              "busy_gpu_memory_bytes",
              "Mean memory in use, of the GPUs in use."));

  private final RunFolder run;
  private final List<String> policies;
  private final MetricText text;
  private final long originSecond;

  /** A column of {@code cluster.csv} as a metric. */
  private record Gauge(ClusterField field, String name, String unit, double factor, String help) {}

  private OpenMetrics(RunFolder run, List<String> policies, OutputStream out) {
    this.run = run;
    this.policies = policies;
    text = new MetricText(out);
    originSecond =
        run.description()
            .origin()
            .orElse(LocalDateTime.of(1970, 1, 1, 0, 0))
            .toEpochSecond(ZoneOffset.UTC);
  }

  private static Gauge gauge(ClusterField field, String name, String unit, String help) {
    return new Gauge(field, name, unit, 1, help);
  }

  private static Gauge memory(ClusterField field, String name, String help) {
    return new Gauge(field, name, "bytes", BYTES_PER_MIB, help);
  }

  static void write(RunFolder run, List<String> policies, OutputStream out) throws IOException {
    OpenMetrics metrics = new OpenMetrics(run, policies, out);
    metrics.writeInfo();
    for (Gauge gauge : GAUGES) {
      metrics.write(gauge);
    }
    metrics.writeJobs("job_queue_seconds", "Queueing delay of jobs.", JobTable::queueSeconds);
    metrics.writeJobs("job_completion_seconds", "Submission to end of jobs.", JobTable::jctSeconds);
    metrics.writeWaits();
    metrics.text.finish();
  }

  private void family(String name, String type, String unit, String help) throws IOException {
    text.family("limpid_" + name, type, unit, help);
  }

  private void writeInfo() throws IOException {
    RunDescription description = run.description();
    family("run", "info", "", "What was simulated.");
    for (String policy : policies) {
      Map<String, String> labels = labels(policy);
      labels.put("dataset", description.dataset());
      labels.put("version", description.version());
      text.sample("_info", labels, 1, endSecond(policy));
    }
  }

  private static Map<String, String> labels(String policy) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("policy", policy);
    return labels;
  }

  /** When the last job had ended, since 1970. */
  private long endSecond(String policy) {
    JobTable jobs = run.allJobs(policy);
    return originSecond
        + IntStream.range(0, jobs.size())
            .mapToLong(jobs::endSeconds)
            .max()
            .orElse(run.description().startSeconds());
  }

  private void write(Gauge gauge) throws IOException {
    family(gauge.name(), "gauge", gauge.unit(), gauge.help());
    for (String policy : policies) {
      if (run.hasCluster(policy)) {
        write(gauge, run.cluster(policy), labels(policy));
      }
    }
  }

  private void write(Gauge gauge, ClusterTable cluster, Map<String, String> labels)
      throws IOException {
    double[] times = cluster.column(ClusterField.TIME);
    double[] values = cluster.column(gauge.field());
    for (int i = 0; i < times.length; i++) {
      if (!Double.isNaN(values[i])) {
        text.sample("", labels, values[i] * gauge.factor(), originSecond + (long) times[i]);
      }
    }
  }

  /** Seconds of a job, which is a row of a table. */
  @FunctionalInterface
  private interface SecondsOfJob {
    long of(JobTable jobs, int row);
  }

  private void writeJobs(String name, String help, SecondsOfJob seconds) throws IOException {
    family(name, "summary", "seconds", help);
    for (String policy : policies) {
      JobTable jobs = run.jobs(policy);
      writeJobs(policy, jobs.size(), row -> seconds.of(jobs, row));
    }
  }

  private void writeJobs(String policy, int size, IntToLongFunction seconds) throws IOException {
    long[] values = IntStream.range(0, size).mapToLong(seconds).toArray();
    Distribution distribution = Distribution.of(values);
    writeQuantile(policy, "0.5", distribution.median());
    writeQuantile(policy, "0.99", distribution.p99());
    writeQuantile(policy, "0.999", distribution.p999());
    text.sample("_count", labels(policy), size, endSecond(policy));
    text.sample("_sum", labels(policy), LongStream.of(values).sum(), endSecond(policy));
  }

  private void writeQuantile(String policy, String quantile, double value) throws IOException {
    Map<String, String> labels = labels(policy);
    labels.put("quantile", quantile);
    text.sample("", labels, value, endSecond(policy));
  }

  private void writeWaits() throws IOException {
    family("wait_seconds", "counter", "seconds", "Time that all jobs waited in sum, by cause.");
    for (String policy : policies) {
      if (run.policiesWithWaits().contains(policy)) {
        writeWaits(policy, run.waits(policy));
      }
    }
  }

  private void writeWaits(String policy, WaitTable waits) throws IOException {
    int[] rows = IntStream.range(0, waits.size()).toArray();
    for (WaitCause cause : WaitCause.values()) {
      Map<String, String> labels = labels(policy);
      labels.put("cause", cause.label());
      text.sample("_total", labels, waits.sum(rows, cause), endSecond(policy));
    }
  }
}
