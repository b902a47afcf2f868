package org.limpid.experiment.adaptation;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.RandomStream;

/**
 * Trainings that come into a cluster of equal GPUs, one GPU each: what they ask for is the time
 * until growth may begin, what they would like is the rest of their budget.
 */
record GrowthJobs(int gpus, List<Job> jobs) {
  private static final int GPUS_PER_NODE = 4;
  private static final int CPUS_PER_NODE = 32;
  private static final int GPU_MEMORY_MIB = 16_384;
  private static final String CLUSTER = "cluster";

  GrowthJobs {
    jobs = List.copyOf(jobs);
  }

  /**
   * A training.
   *
   * @param scenario place of its scenario
   * @param submitSecond when it comes in
   * @param askedSeconds until growth may begin
   * @param wishSeconds rest of its budget
   */
  record Job(int scenario, long submitSecond, long askedSeconds, long wishSeconds) {}

  /**
   * Draws jobs: scenarios uniformly, gaps between them exponentially.
   *
   * @param load asked GPU time over that of the cluster
   */
  static GrowthJobs draw(List<Scenario> scenarios, int nodes, int count, double load, long seed) {
    RandomStream which = new RandomStream(seed, 0);
    RandomStream when = new RandomStream(seed, 1);
    int gpus = nodes * GPUS_PER_NODE;
    double meanGap =
        scenarios.stream().mapToLong(GrowthJobs::askedSeconds).average().orElseThrow()
            / (load * gpus);
    List<Job> jobs = new ArrayList<>();
    double now = 0;
    for (int i = 0; i < count; i++) {
      int scenario = which.uniform(scenarios.size());
      now -= meanGap * StrictMath.log1p(-when.uniform());
      jobs.add(
          new Job(
              scenario,
              (long) now,
              askedSeconds(scenarios.get(scenario)),
              wishSeconds(scenarios.get(scenario))));
    }
    return new GrowthJobs(gpus, jobs);
  }

  private static long wishSeconds(Scenario scenario) {
    return Math.round(scenario.before(ActionSequence.NOTHING, 0).secondsLeft().getFirst());
  }

  private static long askedSeconds(Scenario scenario) {
    Training first = scenario.before(ActionSequence.NOTHING, 0);
    return Math.max(1, Math.round(first.totalSeconds()) - wishSeconds(scenario));
  }

  ClusterDescription cluster() {
    return new ClusterDescription(
        List.of(new VirtualCluster(CLUSTER, gpus / GPUS_PER_NODE)),
        GPUS_PER_NODE,
        CPUS_PER_NODE,
        GPU_MEMORY_MIB);
  }

  /**
   * The jobs as a trace.
   *
   * @param withWishes whether they run to the end of their budgets
   */
  Trace trace(boolean withWishes) {
    Trace.Builder builder = new Trace.Builder();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      builder.add(
          new Trace.Job(
              i + 1L,
              "user",
              CLUSTER,
              "training",
              1,
              1,
              "COMPLETED",
              job.submitSecond(),
              job.askedSeconds() + (withWishes ? job.wishSeconds() : 0),
              null));
    }
    return builder.build();
  }

  long[] wishes() {
    return jobs.stream().mapToLong(Job::wishSeconds).toArray();
  }
}
