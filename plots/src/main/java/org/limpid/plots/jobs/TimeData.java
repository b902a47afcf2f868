package org.limpid.plots.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/**
 * The cluster over time under all policies as JSON for a page, short enough to be drawn before the
 * page has read its jobs.
 *
 * @param json of characters that may stand in an element of a page
 */
public record TimeData(String json) {
  /** More moments than these can't be told apart on a page; every k-th is taken. */
  private static final int MOST_MOMENTS = 3000;

  /**
   * The policies whose waits are known, at least one.
   *
   * @throws org.limpid.files.DataException if a file of the run can't be read or is wrong
   */
  public static TimeData of(RunFolder run) {
    List<String> policies = run.policiesWithWaits();
    JobTable jobs = run.allJobs(policies.getFirst());
    long start = run.description().startSeconds();
    long[] moments = moments(run, policies);
    JsonText json = new JsonText();
    run.description().origin().ifPresent(origin -> json.with("origin", origin.toString()));
    json.with("startSeconds", start)
        .with("fromSecond", rows(jobs).mapToLong(jobs::submitSeconds).reduce(start, Math::min))
        .with("clusters", jobs.virtualClusters().names())
        .with("count", moments.length)
        .numbers("seconds", moments.length, changes(i -> moments[i]))
        .with("policies", policies.stream().map(it -> policy(run, it, moments)).toList());
    return new TimeData(json.toString());
  }

  /** When a sample was taken under any policy, in seconds. */
  private static long[] moments(RunFolder run, List<String> policies) {
    long[] all =
        policies.stream()
            .filter(run::hasCluster)
            .flatMapToLong(policy ->
                Arrays.stream(run.cluster(policy).column(ClusterField.TIME)).mapToLong(Math::round))
            .sorted()
            .distinct()
            .toArray();
    int step = Math.max(1, Math.ceilDiv(all.length, MOST_MOMENTS));
    return IntStream.range(0, Math.ceilDiv(all.length, step))
        .mapToLong(i -> all[i * step])
        .toArray();
  }

  /** What its jobs came to, and how the cluster was at each moment until its last sample. */
  private static JsonText policy(RunFolder run, String policy, long[] moments) {
    JobTable jobs = run.allJobs(policy);
    JsonText json =
        new JsonText()
            .with("name", policy)
            .with("meanJct", mean(jobs, jobs::jctSeconds))
            .with("meanWait", mean(jobs, jobs::queueSeconds))
            .with("lastEnd", rows(jobs).mapToLong(jobs::endSeconds).max().orElse(0));
    if (run.hasCluster(policy)) {
      samples(run.cluster(policy), moments, json);
    } else {
      json.with("count", 0).with("used", "").with("waiting", "");
    }
    return json;
  }

  /** Rounded up. */
  private static long mean(JobTable jobs, IntToLongFunction seconds) {
    return (long) Math.ceil(jobs.served().mapToLong(seconds).average().orElse(0));
  }

  private static IntStream rows(JobTable jobs) {
    return IntStream.range(0, jobs.size());
  }

  private static void samples(ClusterTable table, long[] moments, JsonText json) {
    double[] times = table.column(ClusterField.TIME);
    double last = times.length == 0 ? Double.NEGATIVE_INFINITY : times[times.length - 1];
    int[] rows =
        Arrays.stream(moments)
            .takeWhile(moment -> moment <= last)
            .mapToInt(moment -> latest(times, moment))
            .toArray();
    double[] gpus = table.column(ClusterField.GPUS);
    double[] free = table.column(ClusterField.GPUS_FREE);
    double[] waiting = table.column(ClusterField.JOBS_PENDING);
    json.with("count", rows.length)
        .numbers("used", rows.length, changes(i -> whole(gpus, rows[i]) - whole(free, rows[i])))
        .numbers("waiting", rows.length, changes(i -> whole(waiting, rows[i])));
  }

  /** The row of the latest sample at a moment; -1 before the first. */
  private static int latest(double[] times, long moment) {
    int row = Arrays.binarySearch(times, moment);
    return row >= 0 ? row : -row - 2;
  }

  private static IntToLongFunction changes(IntToLongFunction values) {
    return i -> values.applyAsLong(i) - (i == 0 ? 0 : values.applyAsLong(i - 1));
  }

  /** What is not known is 0. */
  private static long whole(double[] values, int row) {
    return row < 0 ? 0 : Math.round(values[row]);
  }
}
