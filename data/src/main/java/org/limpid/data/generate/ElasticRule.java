package org.limpid.data.generate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Gives jobs deadlines, iterations and scaling curves.
 *
 * <p>A deadline is so many durations after the submission, uniformly distributed; some jobs have
 * none. What a job draws depends on the seed and its identifier alone. Its curve is that of its
 * workload with its batch on each GPU that it asks for, by {@link ScalingLaw}; its iterations are
 * those of its duration on these GPUs. A job whose workload is unknown counts as a made-up one.
 * Remembers the curves of all jobs so far. Not safe for several threads.
 */
public final class ElasticRule {
  /** What jobs get, in the order of their columns. */
  public static final Set<JobAttribute> ATTRIBUTES =
      Collections.unmodifiableSet(
          EnumSet.of(JobAttribute.DEADLINE, JobAttribute.ITERATIONS, JobAttribute.SCALING));

  /** Stands for workloads that nobody knows: ten iterations per second. */
  private static final WorkloadProfile UNKNOWN =
      new WorkloadProfile(new Workload("unknown", "unknown", 32, false), 320, 0, 0, 0);

  private final ElasticOptions options;
  private final ScalingLaw law;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final int mostGpus;

  /** A workload and the GPUs that a job asks for. */
  private record Asked(WorkloadProfile profile, int gpus) {
    String model() {
      return profile.workload().toString();
    }

    int batchSize() {
      long samples = (long) profile.workload().batchSize() * gpus;
      return (int) Math.min(Integer.MAX_VALUE, samples);
    }
  }

  /** Prepares the draws for the jobs of a cluster. */
  public ElasticRule(ClusterDescription cluster, ElasticOptions options) {
    this.options = options;
    law = new ScalingLaw(cluster.gpusPerNode(), options.seed());
    mostGpus = cluster.virtualClusters().stream().mapToInt(cluster::gpuCount).max().orElse(1);
  }

  /** The job with what it draws, in place of what it had. */
  public Trace.Job elastic(Trace.Job job) {
    Asked wanted = new Asked(job.profile() == null ? UNKNOWN : job.profile(), job.gpuCount());
    String curve = ScalingCurve.name(wanted.model(), wanted.batchSize());
    asked.putIfAbsent(curve, wanted);
    JobAttributes known =
        job.attributes()
            .with(JobAttribute.ITERATIONS, iterations(wanted, job.durationSeconds()))
            .with(JobAttribute.SCALING, curve)
            .with(JobAttribute.DEADLINE, null);
    long draw = RandomStream.mix(RandomStream.mix(options.seed(), job.id().toString()));
    boolean isBestEffort = RandomStream.unit(RandomStream.mix(draw)) < options.bestEffortShare();
    return job.with(
        isBestEffort
            ? known
            : known.with(JobAttribute.DEADLINE, deadline(job, RandomStream.unit(draw))));
  }

  private long iterations(Asked wanted, long seconds) {
    double rate = law.iterationsPerSecond(wanted.profile(), wanted.gpus(), wanted.gpus());
    return Math.clamp(Math.round(seconds * rate), 1L, JobAttribute.ITERATIONS.maximum());
  }

  private long deadline(Trace.Job job, double drawn) {
    double durations =
        options.leastDeadline() + (options.mostDeadline() - options.leastDeadline()) * drawn;
    long seconds = Math.max(1, (long) (durations * job.durationSeconds()));
    return Math.min(job.submitSeconds() + seconds, JobAttribute.DEADLINE.maximum());
  }

  /** The curves of all jobs so far, in the order of the first job of each. */
  public ScalingCurves curves() {
    return ScalingCurves.of(asked.values().stream().map(this::curve).toList());
  }

  private ScalingCurve curve(Asked wanted) {
    int[] counts = gpuCounts(wanted.gpus());
    double[] rates = new double[counts.length];
    for (int column = 0; column < counts.length; column++) {
      rates[column] = law.iterationsPerSecond(wanted.profile(), wanted.gpus(), counts[column]);
    }
    return ScalingCurve.of(
        wanted.model(), wanted.batchSize(), mostElasticGpus(counts, rates), counts, rates);
  }

  /** Powers of two up to the largest virtual cluster, and what the jobs ask for. */
  private int[] gpuCounts(int askedGpus) {
    TreeSet<Integer> counts = new TreeSet<>(List.of(askedGpus));
    for (long gpus = 1; gpus <= mostGpus; gpus *= 2) {
      counts.add((int) gpus);
    }
    return counts.stream().mapToInt(count -> count).toArray();
  }

  /** Up to where each step to more GPUs makes it faster. */
  private static int mostElasticGpus(int[] counts, double[] rates) {
    int column = 0;
    while (column + 1 < counts.length && rates[column + 1] > rates[column]) {
      column++;
    }
    return counts[column];
  }
}
