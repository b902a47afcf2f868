package org.limpid.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limpid.simulation.record.JobsMark;

/**
 * What {@code jobs.csv} says of the jobs of a run under one policy, as columns in the order of the
 * trace. Times are seconds since the origin of the data set. Immutable.
 */
public final class JobFacts {
  /** The share score of a job of which nobody asked. */
  public static final int NO_SCORE = -1;

  private final long[] ids;
  private final String[] users;
  private final String[] virtualClusters;
  private final int[] gpuCounts;
  private final long[][] times;
  private final int[] shareScores;
  private final boolean[] finishedInProfiler;

  /** The columns of {@link #times}, by their place there. */
  enum Time {
    SUBMIT,
    DURATION,
    START,
    END,
    QUEUE,
    PROFILER_QUEUE
  }

  /** Columns of equal length, kept and not copied; one array of times per {@link Time}. */
  JobFacts(
      long[] ids,
      String[] users,
      String[] virtualClusters,
      int[] gpuCounts,
      long[][] times,
      int[] shareScores,
      boolean[] finishedInProfiler) {
    this.ids = ids;
    this.users = users;
    this.virtualClusters = virtualClusters;
    this.gpuCounts = gpuCounts;
    this.times = times;
    this.shareScores = shareScores;
    this.finishedInProfiler = finishedInProfiler;
  }

  /**
   * Reads the file.
   *
   * @throws org.limpid.files.DataException if it can't be read or is wrong
   */
  public static JobFacts read(Path file) {
    return JobFactsReader.read(file);
  }

  /** Number of jobs. */
  public int size() {
    return ids.length;
  }

  /** Tells what became of these jobs from other runs. */
  public long mark() {
    return JobsMark.of(
        times[Time.START.ordinal()], times[Time.END.ordinal()], times[Time.QUEUE.ordinal()]);
  }

  /** The row of the job with this number; empty if there is none. */
  public OptionalInt rowOf(long id) {
    return IntStream.range(0, ids.length).filter(row -> ids[row] == id).findFirst();
  }

  /** The job that others speak of. */
  public JobName name(int row) {
    return new JobName(ids[row], users[row], gpuCounts[row]);
  }

  /** Number of the job in the trace. */
  public long id(int row) {
    return ids[row];
  }

  /** Who submitted it. */
  public String user(int row) {
    return users[row];
  }

  /** Where it belongs. */
  public String virtualCluster(int row) {
    return virtualClusters[row];
  }

  /** GPUs that it asks for. */
  public int gpuCount(int row) {
    return gpuCounts[row];
  }

  /** Its submission. */
  public long submitSeconds(int row) {
    return time(Time.SUBMIT, row);
  }

  /** Its run time on GPUs of its own. */
  public long durationSeconds(int row) {
    return time(Time.DURATION, row);
  }

  /** Its first start. */
  public long startSeconds(int row) {
    return time(Time.START, row);
  }

  /** Its end. */
  public long endSeconds(int row) {
    return time(Time.END, row);
  }

  /** Time that it waited. */
  public long queueSeconds(int row) {
    return time(Time.QUEUE, row);
  }

  /** Time that it waited for the profiler; 0 without one. */
  public long profilerQueueSeconds(int row) {
    return time(Time.PROFILER_QUEUE, row);
  }

  /** Job completion time: from its submission to its end. */
  public long jctSeconds(int row) {
    return endSeconds(row) - submitSeconds(row);
  }

  /** The completion time without the wait: what it took on GPUs, shared or taken away ones too. */
  public long restSeconds(int row) {
    return jctSeconds(row) - queueSeconds(row);
  }

  /** How much its workload disturbs others, 0 to 2; {@link #NO_SCORE} if nobody asked. */
  public int shareScore(int row) {
    return shareScores[row];
  }

  /** Whether it ended in the profiler. */
  public boolean isFinishedInProfiler(int row) {
    return finishedInProfiler[row];
  }

  /** The rows of a user's jobs. */
  public int[] rowsOfUser(String user) {
    return IntStream.range(0, size()).filter(row -> users[row].equals(user)).toArray();
  }

  /** The rows of the jobs of a virtual cluster. */
  public int[] rowsOfVirtualCluster(String name) {
    return IntStream.range(0, size()).filter(row -> virtualClusters[row].equals(name)).toArray();
  }

  /** All users in alphabetical order. */
  public String[] userNames() {
    return Arrays.stream(users).distinct().sorted().toArray(String[]::new);
  }

  /** All virtual clusters in alphabetical order. */
  public String[] virtualClusterNames() {
    return Arrays.stream(virtualClusters).distinct().sorted().toArray(String[]::new);
  }

  private long time(Time column, int row) {
    return times[column.ordinal()][row];
  }
}
