package org.limpid.reference.synergy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Divides the CPUs and the memory of a cluster among jobs that are there at the same time, so that
 * the sum of their speeds is the largest, and puts them on servers. The first step, the integer
 * program of the artifact's script, looks at the cluster as one large server; its sum is a bound.
 * Where servers have no room for a division, {@link OptimalPlacement} gives jobs their fair shares.
 * Immutable.
 *
 * @param jobs those that have GPUs, in the order in which they were given
 * @param waiting those for which no GPUs are left, when all before them are served
 * @param ideal largest sum of speeds
 * @param tuned the same sum under {@code tune} in the order of the jobs
 * @param sizes of the program
 */
public record OptimalAllocation(
    List<Given> jobs, List<SynergyJob> waiting, double ideal, double tuned, Sizes sizes) {
  public OptimalAllocation {
    jobs = List.copyOf(jobs);
    waiting = List.copyOf(waiting);
  }

  /**
   * What a job has.
   *
   * @param idealSpeed in the best division, compared with the fair share
   * @param speed with what it has
   * @param shares by server
   * @param isDemoted whether it has its fair share, for lack of room, rather than its part of the
   *     best division
   */
  public record Given(
      SynergyJob job, double idealSpeed, double speed, List<Share> shares, boolean isDemoted) {
    public Given {
      shares = List.copyOf(shares);
    }

    /** All that it has. */
    public Resources resources() {
      return shares.stream().map(Share::resources).reduce(Resources.NONE, Resources::plus);
    }
  }

  /**
   * How large the program is.
   *
   * @param kinds jobs that differ in model or GPUs
   * @param cells 0-1 variables: cells of all speed tables
   * @param choices those of them that no other one makes superfluous
   */
  public record Sizes(int kinds, int cells, int choices) {}

  /** The sum of the speeds of the jobs where they are. */
  public double placed() {
    return jobs.stream().mapToDouble(Given::speed).sum();
  }

  /**
   * Allocates.
   *
   * @param jobs at least one
   * @param endOfPhase is told the name of each phase when it ends: choices, optimum, placement
   * @throws IllegalArgumentException if a job can't run, or the speeds of its model have no cell
   *     for the fair share
   */
  public static OptimalAllocation of(
      List<SynergyJob> jobs, SynergyCluster cluster, Consumer<String> endOfPhase) {
    List<JobState> states = jobs.stream().map(job -> new JobState(job, cluster)).toList();
    List<JobState> served = OneByOne.fitting(states, cluster.gpuCount());
    AlikeJobs alike = new AlikeJobs(served, cluster);
    endOfPhase.accept("choices");
    Map<JobState, SpeedChoice.Option> best = alike.best();
    endOfPhase.accept("optimum");
    OptimalPlacement placement = new OptimalPlacement(cluster, best);
    List<Given> given = served.stream().map(placement::given).toList();
    endOfPhase.accept("placement");
    return new OptimalAllocation(
        given,
        states.stream().filter(job -> !best.containsKey(job)).map(JobState::job).toList(),
        given.stream().mapToDouble(Given::idealSpeed).sum(),
        tuned(jobs, cluster),
        alike.sizes());
  }

  /** The same jobs in one round of {@code synergy-fifo-tune} with consolidation. */
  private static double tuned(List<SynergyJob> jobs, SynergyCluster cluster) {
    SynergyPolicy policy = new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.TUNE, true);
    List<JobState> states = jobs.stream().map(job -> new JobState(job, cluster)).toList();
    return new OneByOne(policy, new Servers(cluster))
        .allocate(0, states).stream().mapToDouble(JobState::factor).sum();
  }
}
