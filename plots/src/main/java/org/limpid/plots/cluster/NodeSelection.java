package org.limpid.plots.cluster;

import java.util.List;
import java.util.Optional;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.results.JobTable;
import org.limpid.results.RunDescription;

/** The virtual cluster and the time that figures of nodes show. */
record NodeSelection(int virtualCluster, ShownTime span) {
  private static final long DAY_SECONDS = 86_400;
  private static final long HOUR_SECONDS = 3600;

  /** What the options ask for, else the virtual cluster with the longest queue, a day around it. */
  static NodeSelection of(FigureOptions options, RunDescription run, JobTable jobs) {
    int wanted = options.virtualCluster().map(name -> code(jobs, name)).orElse(-1);
    Optional<QueueOfCluster.Peak> peak = new QueueOfCluster(jobs).longest(wanted);
    int cluster =
        peak.map(QueueOfCluster.Peak::virtualCluster).orElse(wanted < 0 ? busiest(jobs) : wanted);
    ShownTime all = whole(run, jobs, cluster);
    long middle = peak.map(QueueOfCluster.Peak::second).orElse(all.from());
    return new NodeSelection(cluster, ShownTime.of(options, run, dayAround(middle, all)));
  }

  static int code(JobTable jobs, String name) {
    List<String> names = jobs.virtualClusters().names();
    if (!names.contains(name)) {
      throw new DataException(
          new Problem(
              "--vc",
              0,
              "",
              name,
              "expected one of " + String.join(", ", jobs.virtualClusterNames()),
              ClosestName.hint(name, names)));
    }
    return names.indexOf(name);
  }

  /** The virtual cluster whose jobs use most GPU time. */
  private static int busiest(JobTable jobs) {
    double[] gpuSeconds = new double[jobs.virtualClusters().names().size()];
    int busiest = 0;
    for (int row = 0; row < jobs.size(); row++) {
      int cluster = jobs.virtualClusters().code(row);
      gpuSeconds[cluster] += (double) jobs.durationSeconds(row) * jobs.gpuCount(row);
      busiest = gpuSeconds[cluster] > gpuSeconds[busiest] ? cluster : busiest;
    }
    return busiest;
  }

  /** From the first submission in a virtual cluster, or -1 for the start of the run, to the end. */
  static ShownTime whole(RunDescription run, JobTable jobs, int cluster) {
    long from = cluster < 0 ? run.startSeconds() : Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (int row = 0; row < jobs.size(); row++) {
      if (cluster < 0 || jobs.virtualClusters().code(row) == cluster) {
        from = Math.min(from, jobs.submitSeconds(row));
        to = Math.max(to, jobs.endSeconds(row));
      }
    }
    return new ShownTime(from, Math.max(to, from + 1));
  }

  /** 24 hours with a second in the middle, from a whole hour on, inside a longer span. */
  private static ShownTime dayAround(long middle, ShownTime all) {
    if (all.seconds() <= DAY_SECONDS) {
      return all;
    }
    long begin = Math.floorDiv(middle - DAY_SECONDS / 2, HOUR_SECONDS) * HOUR_SECONDS;
    long from = Math.clamp(begin, all.from(), all.to() - DAY_SECONDS);
    return new ShownTime(from, from + DAY_SECONDS);
  }
}
