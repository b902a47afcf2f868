package org.limpid.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What became of every job under one policy, in the order of the trace. Times are seconds since the
 * origin of the data set. Immutable.
 */
public final class JobTable {
  private final Submissions jobs;
  private final Outcomes outcomes;
  private final Sharing sharing;

  JobTable(Submissions jobs, Outcomes outcomes, Sharing sharing) {
    this.jobs = jobs;
    this.outcomes = outcomes;
    this.sharing = sharing;
  }

  /** What every policy says of its jobs. */
  record Outcomes(long[] startSeconds, long[] endSeconds, long[] queueSeconds, int[] preemptions) {
    Outcomes rows(int[] rows) {
      return new Outcomes(
          Columns.rows(startSeconds, rows),
          Columns.rows(endSeconds, rows),
          Columns.rows(queueSeconds, rows),
          Columns.rows(preemptions, rows));
    }
  }

  /** What Lucid says of its jobs; columns that the file lacks are null. */
  record Sharing(
      int[] profiled,
      long[] profilerQueueSeconds,
      int[] finishedInProfiler,
      int[] shareScores,
      double[] rates,
      long[] colocatedAtSeconds) {
    Sharing rows(int[] rows) {
      return new Sharing(
          Columns.rows(profiled, rows),
          Columns.rows(profilerQueueSeconds, rows),
          Columns.rows(finishedInProfiler, rows),
          Columns.rows(shareScores, rows),
          Columns.rows(rates, rows),
          Columns.rows(colocatedAtSeconds, rows));
    }
  }

  /** The rows of jobs submitted at a time or later. */
  int[] rowsFrom(long second) {
    return IntStream.range(0, size()).filter(row -> jobs.submitSeconds[row] >= second).toArray();
  }

  /** The jobs submitted at a time or later. */
  JobTable submittedFrom(long second, Submissions.Keeper keeper) {
    int[] rows = rowsFrom(second);
    Submissions own = keeper.keptOrOwn(jobs.rows(rows));
    return new JobTable(own, outcomes.rows(rows), sharing.rows(rows));
  }

  Submissions submissions() {
    return jobs;
  }

  /** Number of jobs. */
  public int size() {
    return outcomes.endSeconds.length;
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
    return jobs.virtualClusters.names().stream().sorted().toList();
  }

  /** GPUs that a job asked for. */
  public int gpuCount(int row) {
    return jobs.gpuCounts[row];
  }

  /** When the last job was submitted; the least number there is if there are no jobs. */
  public long lastSubmission() {
    return IntStream.range(0, size()).mapToLong(this::submitSeconds).max().orElse(Long.MIN_VALUE);
  }

  /** When it was submitted. */
  public long submitSeconds(int row) {
    return jobs.submitSeconds[row];
  }

  /** Its run time on GPUs of its own. */
  public long durationSeconds(int row) {
    return jobs.durationSeconds[row];
  }

  /** Its first start. */
  public long startSeconds(int row) {
    return outcomes.startSeconds[row];
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

  /** How often it was taken off its GPUs. */
  public int preemptions(int row) {
    return outcomes.preemptions[row];
  }

  /** Whether the policy has a profiler, so that {@link #isProfiled} and its like mean something. */
  public boolean hasProfiler() {
    return sharing.profiled != null;
  }

  /** Whether a job went through the profiler; false without one. */
  public boolean isProfiled(int row) {
    return sharing.profiled != null && sharing.profiled[row] != 0;
  }

  /** Time that it waited for profiling; 0 without a profiler. */
  public long profilerQueueSeconds(int row) {
    return sharing.profilerQueueSeconds == null ? 0 : sharing.profilerQueueSeconds[row];
  }

  /** Whether it ended in the profiler; false without one. */
  public boolean isFinishedInProfiler(int row) {
    return sharing.finishedInProfiler != null && sharing.finishedInProfiler[row] != 0;
  }

  /** How much its workload disturbs others, 0 to 2; -1 if nobody looked. */
  public int shareScore(int row) {
    return sharing.shareScores == null ? -1 : sharing.shareScores[row];
  }

  /** Its speed at the end relative to running alone; 1 if jobs don't share GPUs. */
  public double rate(int row) {
    return sharing.rates == null ? 1 : sharing.rates[row];
  }

  /** When it joined another job on its GPUs; 0: never. */
  public long colocatedAtSeconds(int row) {
    return sharing.colocatedAtSeconds == null ? 0 : sharing.colocatedAtSeconds[row];
  }

  /** When it joined another job, all rows; empty if jobs don't share GPUs under the policy. */
  public Optional<long[]> colocations() {
    return Optional.ofNullable(sharing.colocatedAtSeconds).map(long[]::clone);
  }

  /** The job completion times, ascending. */
  public long[] sortedJctSeconds() {
    long[] values = new long[size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = jctSeconds(row);
    }
    Arrays.sort(values);
    return values;
  }
}
