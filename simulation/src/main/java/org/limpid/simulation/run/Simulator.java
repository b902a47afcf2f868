package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Progress progress;

  /** Told when a virtual cluster is done under one policy; called by several threads. */
  @FunctionalInterface
  public interface Progress {
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
   * @param progress told of every virtual cluster that is done
   */
  public Simulator(SimulationOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
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
    Map<Ground, int[][]> rows = new HashMap<>();
    List<PolicyRun> runs = new ArrayList<>();
    for (Task task : tasks) {
      PolicyInputs inputs = task.inputs();
      Ground ground = new Ground(inputs.trace(), inputs.cluster());
      int[][] grouped = rows.computeIfAbsent(ground, Simulator::group);
      runs.add(new PolicyRun(task.policy(), inputs, grouped, options));
    }
    List<Part> parts = new ArrayList<>();
    for (PolicyRun run : runs) {
      for (int index = 0; index < run.virtualClusterCount(); index++) {
        parts.add(new Part(run, index));
      }
    }
    simulate(parts);
    return runs.stream().map(PolicyRun::result).toList();
  }

  /** What most tasks have in common: who runs where is worked out once for each. */
  private record Ground(Trace trace, ClusterDescription cluster) {}

  private record Part(PolicyRun run, int virtualCluster) {
    int jobs() {
      return run.jobCount(virtualCluster);
    }
  }

  private void simulate(List<Part> parts) {
    // The longest first, so that threads end together.
    parts.sort(Comparator.comparingInt(Part::jobs).reversed());
    List<Runnable> pieces = parts.stream().<Runnable>map(part -> () -> simulate(part)).toList();
    Parallel.run(pieces, options.threads());
  }

  private void simulate(Part part) {
    part.run().simulate(part.virtualCluster());
    progress.simulated(part.run().policyName(), part.jobs());
  }

  private static int[][] group(Ground ground) {
    Trace trace = ground.trace();
    Map<String, Integer> places = new HashMap<>();
    ground.cluster().virtualClusters().forEach(vc -> places.put(vc.name(), places.size()));
    List<String> names = trace.virtualClusterNames();
    int[] placeOf = new int[names.size()];
    for (int i = 0; i < placeOf.length; i++) {
      Integer place = places.get(names.get(i));
      if (place == null) {
        throw new InputProblem(
            "Jobs run in virtual cluster %s, which the cluster lacks. Maybe it is misspelt in one file."
                .formatted(names.get(i)));
      }
      placeOf[i] = place;
    }
    int[] counts = new int[places.size()];
    for (int row = 0; row < trace.size(); row++) {
      counts[placeOf[trace.virtualClusterIndex(row)]]++;
    }
    int[][] rows = new int[counts.length][];
    Arrays.setAll(rows, place -> new int[counts[place]]);
    Arrays.fill(counts, 0);
    for (int row = 0; row < trace.size(); row++) {
      int place = placeOf[trace.virtualClusterIndex(row)];
      rows[place][counts[place]++] = row;
    }
    return rows;
  }
}
