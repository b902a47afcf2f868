package org.limpid.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.data.io.CsvSchema;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.waiting.WaitCause;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The results of a simulation as tables, whose first column, {@code policy}, names the policy.
 * Columns are called and meant as in the CSV files of the run ({@code docs/outputs.md}): times are
 * seconds, moments count from the origin of the data set. Every call makes a table of its own. What
 * is missing or wrong in the folder is a {@code DataException}.
 */
public final class Run {
  private final RunFolder folder;

  private Run(RunFolder folder) {
    this.folder = folder;
  }

  /** Opens a folder that {@code limpid simulate} made. */
  public static Run open(Path folder) {
    return new Run(RunFolder.open(folder));
  }

  /** Opens a folder that {@code limpid simulate} made. */
  public static Run open(String folder) {
    return open(Path.of(folder));
  }

  /** The folder, for what no table tells. */
  public RunFolder folder() {
    return folder;
  }

  /** The policies that were run, in the order of the run. */
  public List<String> policies() {
    return folder.policies();
  }

  /** {@link #jobs(String)} of all policies, one below the other. */
  public Table jobs() {
    return TableColumns.below(policies(), this::jobs);
  }

  /**
   * What became of the jobs under a policy, in the order of the trace. Columns: {@code job_id},
   * {@code user}, {@code vc}, {@code gpu_num}; {@code submit_time}, {@code duration}, {@code
   * start_time}, {@code end_time}, {@code queue}, {@code jct} (s); {@code preemptions}; of the
   * profiler {@code profiled}, {@code finished_in_profiler} and {@code profqueue} (s), false and 0
   * without one; {@code sharescore} (0 to 2, missing where nobody asked) and {@code rate} (1: as
   * fast as alone).
   */
  public Table jobs(String policy) {
    JobTable jobs = folder.jobs(known(policy));
    int size = jobs.size();
    return identities("jobs", policy, jobs)
        .addColumns(
            TableColumns.whole("submit_time", size, jobs::submitSeconds),
            TableColumns.whole("duration", size, jobs::durationSeconds),
            TableColumns.whole("start_time", size, jobs::startSeconds),
            TableColumns.whole("end_time", size, jobs::endSeconds),
            TableColumns.whole("queue", size, jobs::queueSeconds),
            TableColumns.whole("jct", size, jobs::jctSeconds),
            TableColumns.counts("preemptions", size, jobs::preemptions),
            TableColumns.truths("profiled", size, jobs::isProfiled),
            TableColumns.whole("profqueue", size, jobs::profilerQueueSeconds),
            TableColumns.truths("finished_in_profiler", size, jobs::isFinishedInProfiler),
            TableColumns.decimals("sharescore", size, row -> shareScore(jobs, row)),
            TableColumns.decimals("rate", size, jobs::rate));
  }

  private static double shareScore(JobTable jobs, int row) {
    int score = jobs.shareScore(row);
    return score == JobTable.NO_SCORE ? Double.NaN : score;
  }

  /** {@link #waits(String)} of all policies that say why jobs waited, one below the other. */
  public Table waits() {
    List<String> explained = folder.policiesWithWaits();
    return TableColumns.below(explained.isEmpty() ? policies() : explained, this::waits);
  }

  /**
   * Why jobs waited under a policy that was run with {@code --explain}, in the order of the trace.
   * Columns: {@code job_id}, {@code user}, {@code vc}, {@code gpu_num}; for each cause, from {@code
   * profiler} to {@code overhead}, the time waited (s); {@code cause}, the one with most of it,
   * missing for a job that did not wait.
   */
  public Table waits(String policy) {
    JobTable jobs = folder.jobs(known(policy));
    WaitTable waits = folder.waits(policy);
    Table table = identities("waits", policy, jobs);
    for (WaitCause cause : WaitCause.values()) {
      table.addColumns(
          TableColumns.whole(
              CsvSchema.nameOf(cause), jobs.size(), row -> waits.seconds(row, cause)));
    }
    return table.addColumns(
        TableColumns.texts(
            "cause",
            jobs.size(),
            row -> jobs.queueSeconds(row) == 0 ? "" : CsvSchema.nameOf(waits.largest(row))));
  }

  private Table identities(String name, String policy, JobTable jobs) {
    List<String> ids = ids(policy);
    int size = jobs.size();
    return Table.create(
        name,
        TableColumns.constant("policy", size, policy),
        TableColumns.texts("job_id", size, ids::get),
        TableColumns.texts("user", size, jobs::user),
        TableColumns.texts("vc", size, jobs::virtualCluster),
        TableColumns.counts("gpu_num", size, jobs::gpuCount));
  }

  /** Those of the jobs that the tables of the run tell of. */
  private List<String> ids(String policy) {
    List<String> all = folder.jobIds();
    OptionalLong from = folder.description().countFromSeconds();
    if (from.isEmpty()) {
      return all;
    }
    JobTable jobs = folder.allJobs(policy);
    return IntStream.range(0, jobs.size())
        .filter(row -> jobs.submitSeconds(row) >= from.getAsLong())
        .mapToObj(all::get)
        .toList();
  }

  /** {@link #cluster(String)} of all policies with samples, one below the other. */
  public Table cluster() {
    List<String> sampled = policies().stream().filter(folder::hasCluster).toList();
    return TableColumns.below(sampled.isEmpty() ? policies() : sampled, this::cluster);
  }

  /**
   * The cluster over time under a policy, a row per sample, with the columns of {@link
   * ClusterField}: {@code time} (s), numbers of GPUs, jobs and nodes, shares (0..1), memory (MiB).
   */
  public Table cluster(String policy) {
    ClusterTable samples = folder.cluster(known(policy));
    int size = samples.column(ClusterField.TIME).length;
    Table table = Table.create("cluster", TableColumns.constant("policy", size, policy));
    for (ClusterField field : ClusterField.values()) {
      table.addColumns(DoubleColumn.create(CsvSchema.nameOf(field), samples.column(field)));
    }
    return table;
  }

  /**
   * A row per policy. Columns: {@code jobs}; mean, median and the quantiles of 99 % and 99.9 % of
   * {@code jct} and {@code queue} (s); {@code makespan} (s), {@code preemptions}, {@code
   * utilisation} (0..1).
   */
  public Table summary() {
    List<PolicySummary> all = folder.summaries();
    int size = all.size();
    Table table =
        Table.create(
            "summary",
            TableColumns.texts("policy", size, row -> all.get(row).policy()),
            TableColumns.counts("jobs", size, row -> all.get(row).all().jobs()));
    addTime(table, all, "jct_mean", jobs -> jobs.jct().mean());
    addTime(table, all, "jct_median", jobs -> jobs.jct().median());
    addTime(table, all, "jct_p99", jobs -> jobs.jct().p99());
    addTime(table, all, "jct_p999", jobs -> jobs.jct().p999());
    addTime(table, all, "queue_mean", jobs -> jobs.queue().mean());
    addTime(table, all, "queue_median", jobs -> jobs.queue().median());
    addTime(table, all, "queue_p99", jobs -> jobs.queue().p99());
    addTime(table, all, "queue_p999", jobs -> jobs.queue().p999());
    return table.addColumns(
        TableColumns.whole("makespan", size, row -> all.get(row).makespanSeconds()),
        TableColumns.whole("preemptions", size, row -> all.get(row).preemptions()),
        TableColumns.decimals("utilisation", size, row -> all.get(row).utilisation()));
  }

  private static void addTime(
      Table table, List<PolicySummary> all, String name, ToDoubleFunction<JobGroup> time) {
    table.addColumns(
        TableColumns.decimals(name, all.size(), row -> time.applyAsDouble(all.get(row).all())));
  }

  private String known(String policy) {
    return folder.known("policy", policy);
  }
}
