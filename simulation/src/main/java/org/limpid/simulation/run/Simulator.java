package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;

/**
 * Runs policies. Policies are simulated in parallel, and so are virtual clusters unless durations
 * are estimated during the run; results are the same with any number of threads.
 */
public final class Simulator {
  private final SimulationOptions options;
  private final Listener listener;

  /** Told how far the simulation is; called by several threads. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param policy name of the policy
     * @param jobs number of jobs simulated since the last call
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
    simulate(runs.stream().flatMap(run -> run.pieces(listener).stream()));
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

  /** What most tasks have in common: who runs where is worked out once for each. */
  private record Ground(ClusterDescription cluster, Trace trace) {
    int[][] rows() {
      return VirtualClusterRows.of(cluster, trace);
    }
  }

  private void simulate(Stream<PolicyRun.Piece> pieces) {
    // The longest first, so that threads end together.
    List<Runnable> work =
        pieces
            .sorted(Comparator.comparingInt(PolicyRun.Piece::jobs).reversed())
            .map(PolicyRun.Piece::work)
            .toList();
    Parallel.run(work, options.threads());
  }
}
