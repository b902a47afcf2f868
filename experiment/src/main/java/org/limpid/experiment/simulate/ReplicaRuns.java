package org.limpid.experiment.simulate;

import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.data.replicate.Replica;
import org.limpid.data.replicate.Replicator;
import org.limpid.files.Reporter;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/**
 * Runs cases on a trace and on perturbed copies of it, and keeps no more than their figures. Copies
 * run in parallel; results don't depend on the number of threads.
 */
public final class ReplicaRuns {
  /** Nobody looks at the state of the cluster over time here, so it is sampled once a day. */
  private static final int SAMPLE_SECONDS = 86_400;

  private final RunInputs inputs;
  private final ReplicaPlan plan;
  private final int threads;
  private final Reporter reporter;

  /**
   * @param inputs makes the inputs of the runs
   * @param plan which copies there are
   * @param threads threads to use
   * @param reporter told of every job that was simulated
   */
  public ReplicaRuns(RunInputs inputs, ReplicaPlan plan, int threads, Reporter reporter) {
    this.inputs = inputs;
    this.plan = plan;
    this.threads = threads;
    this.reporter = reporter;
  }

  /** Jobs to be simulated for so many cases, for progress; copies may have some more or less. */
  public long jobs(int cases) {
    return (long) cases * (plan.count() + 1) * inputs.data().trace().size();
  }

  /**
   * A case on the trace itself.
   *
   * @param jobs its figures; null if it can't be run
   * @param problem why it can't be run; empty if it can
   */
  public record Attempt(Case tried, JobGroup jobs, String problem) {
    /** Whether it can be run. */
    public boolean succeeded() {
      return jobs != null;
    }
  }

  /** Tries to run the cases on the trace itself, in parallel; some may be impossible. */
  public List<Attempt> attempt(List<Case> cases) {
    Replica unchanged = Replica.unchanged(inputs.data().trace());
    return Parallel.map(cases, each -> attempt(each, unchanged), threads);
  }

  private Attempt attempt(Case each, Replica unchanged) {
    try {
      return new Attempt(each, run(List.of(each), unchanged).getFirst(), "");
    } catch (InputProblem problem) {
      return new Attempt(each, null, problem.getMessage());
    }
  }

  /** Runs those that can be run on all copies. */
  public ReplicaFigures run(List<Attempt> attempts) {
    List<Attempt> good = attempts.stream().filter(Attempt::succeeded).toList();
    return run(
        good.stream().map(Attempt::tried).toList(), good.stream().map(Attempt::jobs).toList());
  }

  /**
   * Runs the cases on all copies.
   *
   * @param original per case the figures of the trace itself, which are known already
   */
  ReplicaFigures run(List<Case> cases, List<JobGroup> original) {
    Replicator replicator = plan.replicator(inputs.data());
    List<Integer> numbers = IntStream.rangeClosed(1, plan.count()).boxed().toList();
    List<List<JobGroup>> byReplica =
        Parallel.map(numbers, number -> run(cases, replicator.replica(number)), threads);
    List<List<JobGroup>> byCase =
        IntStream.range(0, cases.size())
            .mapToObj(index -> byReplica.stream().map(groups -> groups.get(index)).toList())
            .toList();
    return new ReplicaFigures(cases.stream().map(Case::name).toList(), original, byCase);
  }

  private List<JobGroup> run(List<Case> cases, Replica replica) {
    inputs.data().requireCounted(replica.trace());
    List<Simulator.Task> tasks = inputs.tasks(cases, replica);
    return IntStream.range(0, cases.size())
        .mapToObj(index -> run(cases.get(index), tasks.get(index), replica.trace()))
        .toList();
  }

  private JobGroup run(Case each, Simulator.Task task, Trace trace) {
    SimulationOptions options =
        new SimulationOptions(
            each.scenario().placement(), SAMPLE_SECONDS, each.scenario().seed(), 1);
    Simulator simulator = new Simulator(options, (policy, jobs) -> reporter.advance(jobs));
    PolicyResult result = simulator.run(task.policy(), task.inputs());
    return JobGroup.of(each.name(), trace, result.jobs(), inputs.data().counted(trace));
  }
}
