package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.limpid.data.ClusterDescription;
import org.limpid.data.VirtualCluster;

/**
 * What to generate. {@link #defaults()} has the size of Venus in September 2020; change it with the
 * {@code with} methods.
 *
 * @param jobs number of jobs to be scheduled, exactly
 * @param days days in which they are submitted, 1..3,660
 * @param historyDays days of the same process before them, 1..366; their jobs show in the
 *     throughput series and in what estimates and forecasts know, not among the jobs
 * @param virtualClusters their names and nodes; empty: as many as the load of the jobs asks for,
 *     see {@link ClusterModel}
 * @param users number of users; 0: in proportion to the jobs per day, 118 by default
 * @param load GPU-seconds submitted per GPU-second that is aimed for, 0.1..1.2; it comes out about
 *     so, see {@link LoadControl}
 * @param seed of all random numbers
 */
public record GeneratorOptions(
    long jobs,
    int days,
    int historyDays,
    List<VirtualCluster> virtualClusters,
    int users,
    double load,
    long seed) {
  /** Jobs of Venus in September 2020. */
  public static final long DEFAULT_JOBS = 23_859;

  /** Days in which they were submitted. */
  public static final int DEFAULT_DAYS = 26;

  /** Four weeks: whole weeks, enough for a profile of the week. */
  public static final int DEFAULT_HISTORY_DAYS = 28;

  /** Load of Venus in September 2020. */
  public static final double DEFAULT_LOAD = 0.89;

  private static final double MIN_LOAD = 0.1;
  private static final double MAX_LOAD = 1.2;
  private static final long MAX_JOBS = 1_000_000_000L;
  private static final int MAX_USERS = 1_000_000;
  private static final int DEFAULT_USERS = 118;

  /** Names go into CSV files, folders and command lines without quotes. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  public GeneratorOptions {
    virtualClusters = List.copyOf(virtualClusters);
    List<String> problems = new ArrayList<>();
    requireWithin("jobs", jobs, 1, MAX_JOBS, problems);
    requireWithin("days", days, 1, 3_660, problems);
    requireWithin("historyDays", historyDays, 1, 366, problems);
    requireWithin("users", users, 0, MAX_USERS, problems);
    requireLoad(load, problems);
    requireGoodNames(virtualClusters, problems);
    requireNodes(nodes(jobs, days, virtualClusters), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void requireWithin(
      String name, long value, long least, long most, List<String> problems) {
    if (value < least || value > most) {
      problems.add("%s must be %d..%d, found %d".formatted(name, least, most, value));
    }
  }

  private static void requireLoad(double load, List<String> problems) {
    if (!(load >= MIN_LOAD && load <= MAX_LOAD)) {
      problems.add("load must be %s..%s, found %s".formatted(MIN_LOAD, MAX_LOAD, load));
    }
  }

  /** Nodes as they were given, or as {@link ClusterModel} has them for so many jobs per day. */
  private static long nodes(long jobs, int days, List<VirtualCluster> clusters) {
    return clusters.isEmpty()
        ? Math.round(ClusterModel.DEFAULT_NODES * scale(jobs, days))
        : clusters.stream().mapToLong(VirtualCluster::nodeCount).sum();
  }

  /** More of them no reader takes. */
  private static void requireNodes(long nodes, List<String> problems) {
    if (nodes > ClusterDescription.MAX_NODES) {
      problems.add(
          "the cluster must have at most %,d nodes, found %,d. Maybe generate fewer jobs per day"
              .formatted(ClusterDescription.MAX_NODES, nodes));
    }
  }

  private static void requireGoodNames(List<VirtualCluster> clusters, List<String> problems) {
    Set<String> seen = new HashSet<>();
    for (VirtualCluster cluster : clusters) {
      if (!NAME.matcher(cluster.name()).matches()) {
        problems.add(
            "name of a virtual cluster must be letters, digits, '_', '.', '-', found \"%s\""
                .formatted(cluster.name()));
      }
      if (!seen.add(cluster.name())) {
        problems.add("virtual cluster %s is given twice".formatted(cluster.name()));
      }
    }
  }

  /** The size of Venus, seed 1. */
  public static GeneratorOptions defaults() {
    return new GeneratorOptions(
        DEFAULT_JOBS, DEFAULT_DAYS, DEFAULT_HISTORY_DAYS, List.of(), 0, DEFAULT_LOAD, 1);
  }

  /** A copy with another number of jobs. */
  public GeneratorOptions withJobs(long count) {
    return new GeneratorOptions(count, days, historyDays, virtualClusters, users, load, seed);
  }

  /** A copy with another number of days. */
  public GeneratorOptions withDays(int count) {
    return new GeneratorOptions(jobs, count, historyDays, virtualClusters, users, load, seed);
  }

  /** A copy with another number of days before. */
  public GeneratorOptions withHistoryDays(int count) {
    return new GeneratorOptions(jobs, days, count, virtualClusters, users, load, seed);
  }

  /** A copy with other virtual clusters. */
  public GeneratorOptions withVirtualClusters(List<VirtualCluster> clusters) {
    return new GeneratorOptions(jobs, days, historyDays, clusters, users, load, seed);
  }

  /** A copy with another number of users. */
  public GeneratorOptions withUsers(int count) {
    return new GeneratorOptions(jobs, days, historyDays, virtualClusters, count, load, seed);
  }

  /** A copy with another load. */
  public GeneratorOptions withLoad(double value) {
    return new GeneratorOptions(jobs, days, historyDays, virtualClusters, users, value, seed);
  }

  /** A copy with another seed. */
  public GeneratorOptions withSeed(long value) {
    return new GeneratorOptions(jobs, days, historyDays, virtualClusters, users, load, value);
  }

  /** Jobs per day relative to Venus: the factor by which users and nodes grow. */
  double scale() {
    return scale(jobs, days);
  }

  private static double scale(long jobs, int days) {
    return ((double) jobs / days) / ((double) DEFAULT_JOBS / DEFAULT_DAYS);
  }

  /** Number of users, with 0 resolved; at least one per virtual cluster. */
  int userCount(int virtualClusterCount) {
    long wanted = users > 0 ? users : Math.round(DEFAULT_USERS * scale());
    return (int) Math.min(MAX_USERS, Math.max(virtualClusterCount, wanted));
  }
}
