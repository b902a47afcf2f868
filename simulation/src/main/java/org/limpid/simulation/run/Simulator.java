package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;

/**
 * Runs policies. Virtual clusters and policies are simulated in parallel; results are the same with
 * any number of threads.
 */
public final class Simulator {
  private final SimulationOptions options;
  private final Listener listener;

  /** Told when a virtual cluster is done under one policy; called by several threads. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param policy name of the policy
     * @param jobs number of jobs simulated
     */
    void simulated(String policy, int jobs);
  }

  /**
   * A policy with the inputs of its run.
   *
   * @param policy what to run
   * @param inputs what it may look at
   */
  public record Task(Policy policy, PolicyInputs inputs) {}

  /**
   * @param options how to run
   * @param listener told of every virtual cluster that is done
   */
  public Simulator(SimulationOptions options, Listener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * @param options how to run
   */
  public Simulator(SimulationOptions options) {
    this(options, (policy, jobs) -> {});
  }

  /**
   * Runs one policy.
   *
   * @throws InputProblem when the policy can't run on the inputs
   */
  public PolicyResult run(Policy policy, PolicyInputs inputs) {
    return run(List.of(new Task(policy, inputs))).get(0);
  }

  /**
   * Runs several policies; results in the order of the tasks.
   *
   * @throws InputProblem when a policy can't run on its inputs; nothing has run then, or some ran
   *     in vain
   */
  public List<PolicyResult> run(List<Task> tasks) {
    Requirements.check(tasks);
    List<PolicyRun> runs = prepare(tasks);
    simulate(runs.stream().flatMap(Simulator::parts));
    return runs.stream().map(PolicyRun::result).toList();
  }

  private List<PolicyRun> prepare(List<Task> tasks) {
    Map<Ground, int[][]> rows = new HashMap<>();
    List<PolicyRun> runs = new ArrayList<>();
    for (Task task : tasks) {
      PolicyInputs inputs = task.inputs();
      int[][] ofGround =
          rows.computeIfAbsent(new Ground(inputs.cluster(), inputs.trace()), Ground::rows);
      runs.add(new PolicyRun(task.policy(), inputs, ofGround, options));
    }
    return runs;
  }

  private static Stream<Part> parts(PolicyRun run) {
    return IntStream.range(0, run.virtualClusterCount()).mapToObj(index -> new Part(run, index));
  }

  /** What most tasks have in common: who runs where is worked out once for each. */
  private record Ground(ClusterDescription cluster, Trace trace) {
    int[][] rows() {
      return VirtualClusterRows.of(cluster, trace);
    }
  }

  private record Part(PolicyRun run, int virtualCluster) {
    int jobs() {
      return run.jobCount(virtualCluster);
    }
  }

  private void simulate(Stream<Part> parts) {
    // The longest first, so that threads end together.
    List<Runnable> pieces =
        parts
            .sorted(Comparator.comparingInt(Part::jobs).reversed())
            .<Runnable>map(part -> () -> simulate(part))
            .toList();
    Parallel.run(pieces, options.threads());
  }

  private void simulate(Part part) {
    part.run().simulate(part.virtualCluster());
    listener.simulated(part.run().policyName(), part.jobs());
  }
}
