package org.limpid.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limpid.data.JobId;
import org.limpid.data.JobIds;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvSchema;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.JobsMark;

/**
 * What became of every job under one policy, in the order of the trace. Times are seconds since the
 * origin of the data set. Immutable.
 */
public final class JobTable {
  /** The share score of a job of which nobody asked. */
  public static final int NO_SCORE = -1;

  /** The columns that files may lack, as far as they are read. */
  static final List<JobField> SHOWN =
      List.of(
          JobField.PROFILED,
          JobField.PROFQUEUE,
          JobField.FINISHED_IN_PROFILER,
          JobField.SHARESCORE,
          JobField.RATE,
          JobField.COLOCATED_AT,
          JobField.OUTCOME);

  private final Submissions jobs;
  private final Outcomes outcomes;
  private final long[] profiled;
  private final long[] profilerQueueSeconds;
  private final long[] finishedInProfiler;
  private final long[] shareScores;
  private final double[] rates;
  private final long[] colocatedAtSeconds;
  private final long[] outcome;

  JobTable(Submissions jobs, Outcomes outcomes) {
    this.jobs = jobs;
    this.outcomes = outcomes;
    profiled = outcomes.whole(JobField.PROFILED);
    profilerQueueSeconds = outcomes.whole(JobField.PROFQUEUE);
    finishedInProfiler = outcomes.whole(JobField.FINISHED_IN_PROFILER);
    shareScores = outcomes.whole(JobField.SHARESCORE);
    rates = outcomes.decimal(JobField.RATE);
    colocatedAtSeconds = outcomes.whole(JobField.COLOCATED_AT);
    outcome = outcomes.whole(JobField.OUTCOME);
  }

  /**
   * What the policy did with the jobs.
   *
   * @param ids their identifiers; null if they were not read
   * @param ofPolicy what the policy says beyond that
   */
  record Outcomes(
      JobIds ids,
      long[] startSeconds,
      long[] endSeconds,
      long[] queueSeconds,
      int[] preemptions,
      List<JobColumn> ofPolicy) {
    Outcomes rows(int[] rows) {
      return new Outcomes(
          ids == null ? null : ids.rows(rows),
          Columns.rows(startSeconds, rows),
          Columns.rows(endSeconds, rows),
          Columns.rows(queueSeconds, rows),
          Columns.rows(preemptions, rows),
          ofPolicy.stream().map(column -> rows(column, rows)).toList());
    }

    private static JobColumn rows(JobColumn column, int[] rows) {
      return switch (column) {
        case JobColumn.Whole(var name, var values) ->
            new JobColumn.Whole(name, Columns.rows(values, rows));
        case JobColumn.Decimal(var name, var values) ->
            new JobColumn.Decimal(name, Columns.rows(values, rows));
      };
    }

    /** A column of the policy; null if there is none. */
    long[] whole(JobField field) {
      return column(field) instanceof JobColumn.Whole(_, var values) ? values : null;
    }

    double[] decimal(JobField field) {
      return column(field) instanceof JobColumn.Decimal(_, var values) ? values : null;
    }

    private JobColumn column(JobField field) {
      String name = CsvSchema.nameOf(field);
      return ofPolicy.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** The table of a run that is not on disk. */
  public static JobTable of(Trace trace, JobRecords records) {
    NameColumn.Builder users = new NameColumn.Builder();
    NameColumn.Builder virtualClusters = new NameColumn.Builder();
    for (int row = 0; row < trace.size(); row++) {
      users.add(trace.user(row));
      virtualClusters.add(trace.virtualCluster(row));
    }
    Submissions jobs =
        new Submissions(
            users.build(),
            virtualClusters.build(),
            IntStream.range(0, trace.size()).map(trace::gpuCount).toArray(),
            IntStream.range(0, trace.size()).mapToLong(trace::submitSeconds).toArray(),
            IntStream.range(0, trace.size()).mapToLong(trace::durationSeconds).toArray());
    return new JobTable(
        jobs,
        new Outcomes(
            trace.jobIds(),
            records.startSeconds(),
            records.endSeconds(),
            records.queueSeconds(),
            records.preemptions(),
            records.extra()));
  }

  int[] rowsFrom(long second) {
    return IntStream.range(0, size()).filter(row -> jobs.submitSeconds[row] >= second).toArray();
  }

  JobTable submittedFrom(long second, Submissions.Keeper keeper) {
    int[] rows = rowsFrom(second);
    return new JobTable(keeper.keptOrOwn(jobs.rows(rows)), outcomes.rows(rows));
  }

  Submissions submissions() {
    return jobs;
  }

  /** Number of jobs. */
  public int size() {
    return outcomes.endSeconds.length;
  }

  /** Tells what became of these jobs from other runs. */
  public long mark() {
    return JobsMark.of(outcomes.startSeconds, outcomes.endSeconds, outcomes.queueSeconds);
  }

  /** The row of the job with this identifier; empty if there is none. */
  public OptionalInt rowOf(JobId id) {
    int row = outcomes.ids.rowOf(id);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Identifier of the job in the trace; only in a table that was read with numbers. */
  public JobId id(int row) {
    return outcomes.ids.get(row);
  }

  /** The job that others speak of; only in a table that was read with numbers. */
  public JobName name(int row) {
    return new JobName(id(row), user(row), gpuCount(row));
  }

  /** Who submitted them. */
  public NameColumn users() {
    return jobs.users;
  }

  /** Where they ran. */
  public NameColumn virtualClusters() {
    return jobs.virtualClusters;
  }

  /** The virtual clusters in alphabetical order. */
  public List<String> virtualClusterNames() {
    return jobs.virtualClusters.sortedNames();
  }

  /** Who submitted a job. */
  public String user(int row) {
    return jobs.users.name(row);
  }

  /** Where it ran. */
  public String virtualCluster(int row) {
    return jobs.virtualClusters.name(row);
  }

  /** GPUs that a job asked for. */
  public int gpuCount(int row) {
    return jobs.gpuCounts[row];
  }

  /** When the last job was submitted; the least number there is if there are no jobs. */
  public long lastSubmission() {
    return Arrays.stream(jobs.submitSeconds).max().orElse(Long.MIN_VALUE);
  }

  /** When it was submitted. */
  public long submitSeconds(int row) {
    return jobs.submitSeconds[row];
  }

  /** Its run time on GPUs of its own. */
  public long durationSeconds(int row) {
    return jobs.durationSeconds[row];
  }

  /** Its first start; its end if it was turned away. */
  public long startSeconds(int row) {
    return isRejected(row) ? outcomes.endSeconds[row] : outcomes.startSeconds[row];
  }

  /** Whether it was turned away: it never ran, and has no completion time. */
  public boolean isRejected(int row) {
    return outcome != null && outcome[row] == Outcome.REJECTED.ordinal();
  }

  /** The rows of the jobs that were not turned away, ascending. */
  public IntStream served() {
    return IntStream.range(0, size()).filter(row -> !isRejected(row));
  }

  /** Mean job completion time of those that were not turned away; NaN if there are none. */
  public double meanJctSeconds() {
    return served().mapToLong(this::jctSeconds).average().orElse(Double.NaN);
  }

  /** Its end. */
  public long endSeconds(int row) {
    return outcomes.endSeconds[row];
  }

  /** Time that it waited. */
  public long queueSeconds(int row) {
    return outcomes.queueSeconds[row];
  }

  /** Job completion time: from its submission to its end. */
  public long jctSeconds(int row) {
    return outcomes.endSeconds[row] - jobs.submitSeconds[row];
  }

  /** The completion time without the wait: what it took on GPUs, shared or taken away ones too. */
  public long restSeconds(int row) {
    return jctSeconds(row) - queueSeconds(row);
  }

  /** How often it was taken off its GPUs. */
  public int preemptions(int row) {
    return outcomes.preemptions[row];
  }

  /** Whether the policy has a profiler, so that {@link #isProfiled} and its like mean something. */
  public boolean hasProfiler() {
    return profiled != null;
  }

  /** Whether a job went through the profiler; false without one. */
  public boolean isProfiled(int row) {
    return profiled != null && profiled[row] > 0;
  }

  /** Time that it waited for profiling; 0 without a profiler. */
  public long profilerQueueSeconds(int row) {
    return profilerQueueSeconds == null ? 0 : Math.max(0, profilerQueueSeconds[row]);
  }

  /** Whether it ended in the profiler; false without one. */
  public boolean isFinishedInProfiler(int row) {
    return finishedInProfiler != null && finishedInProfiler[row] > 0;
  }

  /** How much its workload disturbs others, 0 to 2; {@link #NO_SCORE} if nobody asked. */
  public int shareScore(int row) {
    return shareScores == null ? NO_SCORE : (int) Math.max(NO_SCORE, shareScores[row]);
  }

  /** Its speed at the end relative to running alone; 1 if jobs don't share GPUs. */
  public double rate(int row) {
    return rates == null || Double.isNaN(rates[row]) ? 1 : rates[row];
  }

  /** Whether the policy lets jobs share GPUs, which its columns tell. */
  public boolean mayShareGpus() {
    return shareScores != null || colocatedAtSeconds != null;
  }

  /** When it joined another job on its GPUs; 0: never. */
  public long colocatedAtSeconds(int row) {
    return colocatedAtSeconds == null ? 0 : colocatedAtSeconds[row];
  }

  /** When it joined another job on its GPUs, all rows; empty if jobs don't share GPUs. */
  public Optional<long[]> colocations() {
    return Optional.ofNullable(colocatedAtSeconds).map(long[]::clone);
  }

  /** The job completion times of those that were not turned away, ascending. */
  public long[] sortedJctSeconds() {
    return served().mapToLong(this::jctSeconds).sorted().toArray();
  }
}
