package org.limpid.experiment.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.limpid.data.ClusterDescription;

/**
 * Means of some jobs before and after a change; NaN where there are none.
 *
 * @param name what the jobs have in common
 * @param jobs how many there are before
 * @param jctBefore mean job completion time before, seconds
 * @param jctAfter after
 * @param queueBefore mean queueing delay before, seconds
 * @param queueAfter after
 */
public record GroupChange(
    String name,
    int jobs,
    double jctBefore,
    double jctAfter,
    double queueBefore,
    double queueAfter) {
  static GroupChange ofAll(List<JobChange> jobs) {
    return of("all", jobs, jobs);
  }

  /** The jobs that run in a virtual cluster, before and after. */
  static GroupChange in(String virtualCluster, List<JobChange> jobs) {
    return of(
        virtualCluster,
        jobs.stream().filter(job -> job.before().virtualCluster().equals(virtualCluster)).toList(),
        jobs.stream().filter(job -> job.after().virtualCluster().equals(virtualCluster)).toList());
  }

  /** All jobs, and those of every virtual cluster, by name. */
  static Map<String, GroupChange> byName(List<JobChange> jobs, ClusterDescription cluster) {
    Map<String, GroupChange> groups = new LinkedHashMap<>();
    groups.put("all", ofAll(jobs));
    cluster.virtualClusters().forEach(vc -> groups.put(vc.name(), in(vc.name(), jobs)));
    return groups;
  }

  private static GroupChange of(String name, List<JobChange> before, List<JobChange> after) {
    return new GroupChange(
        name,
        before.size(),
        mean(before, JobChange::before, JobChange.Outcome::jctSeconds),
        mean(after, JobChange::after, JobChange.Outcome::jctSeconds),
        mean(before, JobChange::before, JobChange.Outcome::queueSeconds),
        mean(after, JobChange::after, JobChange.Outcome::queueSeconds));
  }

  private static double mean(
      List<JobChange> jobs,
      Function<JobChange, JobChange.Outcome> side,
      ToLongFunction<JobChange.Outcome> seconds) {
    return jobs.stream()
        .map(side)
        .filter(outcome -> !outcome.isRejected())
        .mapToLong(seconds)
        .average()
        .orElse(Double.NaN);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("jobs", jobs);
    map.put("jctBefore", finite(jctBefore));
    map.put("jctAfter", finite(jctAfter));
    map.put("jctDifference", finite(jctAfter - jctBefore));
    map.put("queueBefore", finite(queueBefore));
    map.put("queueAfter", finite(queueAfter));
    map.put("queueDifference", finite(queueAfter - queueBefore));
    return map;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
