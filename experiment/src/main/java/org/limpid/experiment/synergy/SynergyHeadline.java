package org.limpid.experiment.synergy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.reference.synergy.CompletionTimes;
import org.limpid.reference.synergy.FinishedJob;
import org.limpid.reference.synergy.Resources;
import org.limpid.reference.synergy.SynergyAllocation;
import org.limpid.reference.synergy.SynergyCluster;
import org.limpid.reference.synergy.SynergyLoad;
import org.limpid.reference.synergy.SynergyOrder;
import org.limpid.reference.synergy.SynergyPolicy;

/**
 * How long jobs of a drawn load take under a policy, and the figures of the artifact's README where
 * they are of the same load, policy and cluster.
 *
 * @param jobs how many counted
 * @param times of these, hours
 * @param published the same in the README; empty: it has none
 */
public record SynergyHeadline(
    SynergyPolicy policy, int jobs, CompletionTimes times, Optional<CompletionTimes> published) {
  /** The policy of the README. */
  public static final SynergyPolicy POLICY =
      new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.TUNE, false);

  private static final CompletionTimes README =
      new CompletionTimes(21.876600555555555, 156.93307777777775, 170.61199749999994);

  private static final SynergyPoint PUBLISHED =
      new SynergyPoint(SynergyLoad.HEADLINE, SynergyCluster.OF_128_GPUS, POLICY);

  /** The policies that can be run: the optimum needs more of models than the draws tell. */
  public static List<SynergyPolicy> policies() {
    return SynergyPolicy.all().stream()
        .filter(policy -> policy.allocation() != SynergyAllocation.OPT)
        .toList();
  }

  /**
   * Draws a load and runs it.
   *
   * @param policy one of {@link #policies()}, with whatever placement
   * @param servers of 8 GPUs, 24 CPUs, 500 GB and 500 MB/s
   */
  public static SynergyHeadline run(SynergyLoad load, SynergyPolicy policy, int servers) {
    Resources server = SynergyCluster.OF_128_GPUS.server();
    SynergyCluster cluster = new SynergyCluster(servers, server);
    List<FinishedJob> finished = load.run(cluster, policy);
    return new SynergyHeadline(
        policy,
        finished.size(),
        CompletionTimes.of(finished),
        published(new SynergyPoint(load, cluster, policy)));
  }

  /** The figures of the README, if they are of this run. */
  static Optional<CompletionTimes> published(SynergyPoint point) {
    return point.equals(PUBLISHED) ? Optional.of(README) : Optional.empty();
  }

  /** The three figures, one in a line, with all their digits. */
  public String toText() {
    return String.join(
        "\n",
        "%s, %,d jobs: time from arrival to end, hours".formatted(policy.name(), jobs),
        line("mean ", times.mean(), published.map(CompletionTimes::mean)),
        line("p99  ", times.p99(), published.map(CompletionTimes::p99)),
        line("p99.9", times.p999(), published.map(CompletionTimes::p999)));
  }

  private static String line(String name, double value, Optional<Double> known) {
    return "%s  %s%s".formatted(name, value, known.map(" (published: %s)"::formatted).orElse(""));
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", policy.name());
    json.put("consolidate", policy.consolidates());
    json.put("jobs", jobs);
    json.put("hours", hours(times));
    published.ifPresent(known -> json.put("publishedHours", hours(known)));
    return json;
  }

  private static Map<String, Double> hours(CompletionTimes times) {
    Map<String, Double> hours = new LinkedHashMap<>();
    hours.put("mean", times.mean());
    hours.put("p99", times.p99());
    hours.put("p999", times.p999());
    return hours;
  }
}
