package org.limpid.data.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.Quantile;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

/**
 * What a person wants to know about a data set.
 *
 * @param firstSubmitSeconds first submission, seconds since the origin
 * @param lastSubmitSeconds last submission, seconds since the origin
 * @param firstSubmit first submission, {@code yyyy-MM-dd HH:mm:ss}
 * @param lastSubmit last submission, {@code yyyy-MM-dd HH:mm:ss}
 * @param gpuHours sum of duration x GPUs, hours
 * @param load {@code gpuSeconds / (GPUs x span)}, where the span lasts from the first to the last
 *     submission and at least 1 s
 * @param virtualClusters per virtual cluster, in file order
 * @param meanDurationSeconds mean over the jobs
 * @param arrivals how evenly jobs come
 * @param sizes jobs by whether they ask for one GPU, a part of a node, a node, or more; those that
 *     there are
 * @param gpuCounts jobs by the number of GPUs they ask for, ascending
 * @param states jobs by how they ended, most frequent first
 * @param models jobs by model, most frequent first; empty when workloads are unknown
 * @param topUsers the ten users with most GPU time
 * @param nodeGroups nodes by kind; empty when all are alike
 * @param optionalColumns the columns of jobs that not every data set has
 * @param realWaits from submission to start in reality; empty where no start is known
 */
public record DatasetSummary(
    String name,
    String title,
    int jobs,
    int users,
    int nodes,
    int gpus,
    long firstSubmitSeconds,
    long lastSubmitSeconds,
    String firstSubmit,
    String lastSubmit,
    double gpuHours,
    double load,
    List<VirtualClusterLoad> virtualClusters,
    Quantiles durationSeconds,
    double meanDurationSeconds,
    Arrivals arrivals,
    List<Group> sizes,
    List<Group> gpuCounts,
    List<Group> states,
    List<Group> models,
    List<Group> topUsers,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NodeGroup> nodeGroups,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> optionalColumns,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Waits> realWaits) {
  private static final int TOP_USERS = 10;
  private static final List<String> SIZES =
      List.of("1 GPU", "part of a node", "a node", "more than a node");
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * Demand on a virtual cluster.
   *
   * @param gpuHours sum of duration x GPUs of its jobs, hours
   * @param load GPU-seconds of its jobs / (its GPUs x span of the whole trace)
   */
  public record VirtualClusterLoad(
      String name, int nodes, int gpus, int jobs, double gpuHours, double load) {}

  /**
   * Jobs that have something in common.
   *
   * @param name what
   * @param jobs number of jobs
   * @param jobShare share of all jobs, 0..1
   * @param gpuHours sum of duration x GPUs, hours
   * @param gpuTimeShare share of the GPU time of all jobs, 0..1
   */
  public record Group(
      String name, int jobs, double jobShare, double gpuHours, double gpuTimeShare) {}

  /**
   * How long jobs waited in reality.
   *
   * @param jobs of how many it is known
   * @param mean seconds
   */
  public record Waits(int jobs, double mean, Quantiles seconds) {
    private static Optional<Waits> of(Trace trace) {
      long[] waits =
          RealWaits.rows(trace).mapToLong(row -> RealWaits.seconds(trace, row)).toArray();
      return waits.length == 0
          ? Optional.empty()
          : Optional.of(
              new Waits(
                  waits.length, Arrays.stream(waits).average().orElseThrow(), Quantiles.of(waits)));
    }
  }

  /** The usual quantiles of a sample, each as {@link Quantile} defines it. */
  public record Quantiles(
      double min,
      double p10,
      double p25,
      double median,
      double p75,
      double p90,
      double p99,
      double max) {
    /**
     * Quantiles of at least one value.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Quantiles of(long[] values) {
      if (values.length == 0) {
        throw new IllegalArgumentException("there are no quantiles of no values");
      }
      long[] sorted = values.clone();
      Arrays.sort(sorted);
      return new Quantiles(
          sorted[0],
          Quantile.ofSorted(sorted, 0.1),
          Quantile.ofSorted(sorted, 0.25),
          Quantile.ofSorted(sorted, 0.5),
          Quantile.ofSorted(sorted, 0.75),
          Quantile.ofSorted(sorted, 0.9),
          Quantile.ofSorted(sorted, 0.99),
          sorted[sorted.length - 1]);
    }
  }

  /**
   * Summarises a data set.
   *
   * @throws DataException if its description, cluster or jobs are wrong
   */
  public static DatasetSummary of(DatasetReader reader) {
    Trace trace = reader.trace();
    ClusterDescription cluster = reader.cluster();
    long first = trace.submitSeconds(0);
    long last = trace.submitSeconds(trace.size() - 1);
    double span = Math.max(1, last - first);
    double gpuSeconds = gpuSeconds(trace);
    return new DatasetSummary(
        reader.description().name(),
        reader.description().title(),
        trace.size(),
        trace.userNames().size(),
        cluster.nodeCount(),
        cluster.gpuCount(),
        first,
        last,
        date(reader.origin(), first),
        date(reader.origin(), last),
        gpuSeconds / SECONDS_PER_HOUR,
        gpuSeconds / (cluster.gpuCount() * span),
        loads(trace, cluster, span),
        Quantiles.of(durations(trace)),
        Arrays.stream(durations(trace)).average().orElseThrow(),
        Arrivals.of(trace),
        bySize(trace, cluster),
        byGpuCount(trace),
        mostJobs(groups(trace, trace::state)),
        trace.workloadProfiles().isEmpty()
            ? List.of()
            : mostJobs(groups(trace, row -> model(trace, row))),
        top(groups(trace, trace::user)),
        cluster.groups().size() == 1 ? List.of() : cluster.groups(),
        trace.optional().present().stream().map(JobAttribute::columnName).toList(),
        Waits.of(trace));
  }

  private static double gpuSeconds(Trace trace) {
    double sum = 0;
    for (int row = 0; row < trace.size(); row++) {
      sum += gpuSeconds(trace, row);
    }
    return sum;
  }

  private static double gpuSeconds(Trace trace, int row) {
    return (double) trace.durationSeconds(row) * trace.gpuCount(row);
  }

  private static long[] durations(Trace trace) {
    return IntStream.range(0, trace.size()).mapToLong(trace::durationSeconds).toArray();
  }

  private static String model(Trace trace, int row) {
    return trace.workloadProfile(row) == null
        ? "unknown"
        : trace.workloadProfile(row).workload().model();
  }

  private static List<VirtualClusterLoad> loads(
      Trace trace, ClusterDescription cluster, double span) {
    Map<String, Group> groups = new HashMap<>();
    groups(trace, trace::virtualCluster).forEach(group -> groups.put(group.name(), group));
    return cluster.virtualClusters().stream()
        .map(vc -> load(vc, cluster.gpuCount(vc), groups.get(vc.name()), span))
        .toList();
  }

  private static VirtualClusterLoad load(VirtualCluster vc, int gpus, Group demand, double span) {
    return demand == null
        ? new VirtualClusterLoad(vc.name(), vc.nodeCount(), gpus, 0, 0, 0)
        : new VirtualClusterLoad(
            vc.name(),
            vc.nodeCount(),
            gpus,
            demand.jobs(),
            demand.gpuHours(),
            demand.gpuHours() * SECONDS_PER_HOUR / (gpus * span));
  }

  private static List<Group> byGpuCount(Trace trace) {
    Map<Integer, Group> ascending = new TreeMap<>();
    groups(trace, row -> Integer.toString(trace.gpuCount(row)))
        .forEach(group -> ascending.put(Integer.valueOf(group.name()), group));
    return List.copyOf(ascending.values());
  }

  private static List<Group> bySize(Trace trace, ClusterDescription cluster) {
    Map<String, Integer> gpusPerNode = new HashMap<>();
    cluster.virtualClusters().forEach(vc -> gpusPerNode.put(vc.name(), cluster.gpusPerNode(vc)));
    return groups(
            trace, row -> size(trace.gpuCount(row), gpusPerNode.get(trace.virtualCluster(row))))
        .stream()
        .sorted(Comparator.comparing(group -> SIZES.indexOf(group.name())))
        .toList();
  }

  private static String size(int gpus, int gpusPerNode) {
    return SIZES.get(gpus == 1 ? 0 : 2 + Integer.signum(gpus - gpusPerNode));
  }

  private static List<Group> mostJobs(List<Group> groups) {
    return groups.stream().sorted(descending(Group::jobs)).toList();
  }

  private static List<Group> top(List<Group> users) {
    return users.stream().sorted(descending(Group::gpuHours)).limit(TOP_USERS).toList();
  }

  private static Comparator<Group> descending(ToDoubleFunction<Group> measure) {
    return Comparator.comparingDouble(measure).reversed().thenComparing(Group::name);
  }

  /** Groups in order of appearance. */
  private static List<Group> groups(Trace trace, IntFunction<String> nameOf) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum all = new Sum();
    for (int row = 0; row < trace.size(); row++) {
      double gpuSeconds = gpuSeconds(trace, row);
      sums.computeIfAbsent(nameOf.apply(row), _ -> new Sum()).add(gpuSeconds);
      all.add(gpuSeconds);
    }
    return sums.entrySet().stream().map(e -> e.getValue().group(e.getKey(), all)).toList();
  }

  private static String date(LocalDateTime origin, long seconds) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(origin.plusSeconds(seconds));
  }

  private static final class Sum {
    private int jobs;
    private double gpuSeconds;

    void add(double more) {
      jobs++;
      gpuSeconds += more;
    }

    Group group(String name, Sum all) {
      return new Group(
          name,
          jobs,
          (double) jobs / all.jobs,
          gpuSeconds / SECONDS_PER_HOUR,
          gpuSeconds / all.gpuSeconds);
    }
  }
}
