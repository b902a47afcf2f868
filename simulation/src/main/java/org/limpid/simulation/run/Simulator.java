package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.Need;
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

  /** What a policy needs and its inputs don't have; nothing: it can run. */
  public static List<Need> lacks(Task task) {
    return Requirements.lacks(task);
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
    List<PolicyResult> results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
    run(tasks, results::set);
    return results;
  }

  /** Takes results as soon as they are there. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes one result; called by the threads that simulate, perhaps for several tasks at once.
     *
     * @param task its place among the tasks
     */
    void accept(int task, PolicyResult result);
  }

  /**
   * Runs several policies, one after the other where there are fewer threads than virtual clusters,
   * and hands over each result when the policy is done. So no more than a few are held at a time,
   * and fewer if the memory has no room for them.
   *
   * @throws InputProblem when a policy can't run on its inputs; nothing has run then, or some ran
   *     in vain
   */
  public void run(List<Task> tasks, Receiver receiver) {
    Requirements.check(tasks);
    Map<Ground, int[][]> rows = new HashMap<>();
    List<Turn> turns = new ArrayList<>();
    for (int place = 0; place < tasks.size(); place++) {
      PolicyInputs inputs = tasks.get(place).inputs();
      turns.add(
          new Turn(
              place,
              tasks.get(place),
              rows.computeIfAbsent(new Ground(inputs.cluster(), inputs.trace()), Ground::rows)));
    }
    // The longest first, so that threads end together.
    List<Runnable> pieces =
        turns.stream()
            .sorted(Comparator.comparingInt(Turn::longest).reversed())
            .flatMap(turn -> turn.pieces(receiver))
            .toList();
    Parallel.run(pieces, room(turns).threads(options.threads()));
  }

  private static MemoryRoom room(List<Turn> turns) {
    long jobs = turns.stream().mapToLong(Turn::jobs).max().orElse(0);
    long jobsOfPiece = turns.stream().mapToLong(Turn::longest).max().orElse(0);
    return new MemoryRoom(Runtime.getRuntime().maxMemory(), jobs, jobsOfPiece, turns.size());
  }

  /** What most tasks have in common: who runs where is worked out once for each. */
  private record Ground(ClusterDescription cluster, Trace trace) {
    int[][] rows() {
      return VirtualClusterRows.of(cluster, trace);
    }
  }

  /** One task on its way: memory for it is taken when its first piece is begun. */
  private final class Turn {
    private final int place;
    private final Task task;
    private final int[][] rows;
    private final int[] sizes;
    private PolicyRun run;
    private int left;

    Turn(int place, Task task, int[][] rows) {
      this.place = place;
      this.task = task;
      this.rows = rows;
      boolean isOne = rows.length == 0 || PolicyRun.isLive(task.policy(), task.inputs());
      sizes =
          isOne
              ? new int[] {task.inputs().trace().size()}
              : Arrays.stream(rows).mapToInt(ofOne -> ofOne.length).toArray();
      left = sizes.length;
    }

    int jobs() {
      return task.inputs().trace().size();
    }

    int longest() {
      return Arrays.stream(sizes).max().orElse(0);
    }

    Stream<Runnable> pieces(Receiver receiver) {
      return IntStream.range(0, sizes.length)
          .boxed()
          .sorted(Comparator.<Integer>comparingInt(piece -> sizes[piece]).reversed())
          .map(piece -> () -> simulate(piece, receiver));
    }

    private void simulate(int piece, Receiver receiver) {
      PolicyRun current = begun();
      current.simulatePiece(piece, listener);
      if (isLast()) {
        receiver.accept(place, current.result());
      }
    }

    private synchronized PolicyRun begun() {
      if (run == null) {
        run = new PolicyRun(task.policy(), task.inputs(), rows, options);
      }
      return run;
    }

    private synchronized boolean isLast() {
      left--;
      if (left == 0) {
        run = null;
      }
      return left == 0;
    }
  }
}
