package org.limpid.experiment.whatif;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.data.replicate.Replica;
import org.limpid.data.replicate.Replicator;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.files.Reporter;
import org.limpid.simulation.metrics.PairedDifference;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * What a change does on perturbed copies of a trace, which tells its effect from chance.
 *
 * @param byName per copy the means of all jobs and of those of each virtual cluster
 */
public record ReplicaChange(List<Map<String, GroupChange>> byName) {
  public ReplicaChange {
    byName = List.copyOf(byName);
  }

  /** Runs a policy as it was and with changes on every copy; copies run in parallel. */
  static ReplicaChange simulate(
      FormerRun run, Policy policy, List<String> changes, ReplicaPlan plan, Reporter reporter) {
    Replicator replicator = plan.replicator(run.data());
    List<Integer> numbers = IntStream.rangeClosed(1, plan.count()).boxed().toList();
    return new ReplicaChange(
        Parallel.map(
            numbers,
            number -> {
              var groups = groups(run, policy, changes, replicator.replica(number));
              reporter.advance(1);
              return groups;
            },
            run.how().threads()));
  }

  private static Map<String, GroupChange> groups(
      FormerRun run, Policy policy, List<String> changes, Replica copy) {
    Case asRun = new Case(policy.name(), policy, run.scenario());
    Simulator.Task before = run.inputs().tasks(List.of(asRun), copy).getFirst();
    Simulator.Task after = Changes.parsed(run, policy, changes, copy);
    return GroupChange.byName(
        WhatIf.jobs(run, before, jobs(run, before), after, jobs(run, after)), run.data().cluster());
  }

  private static JobRecords jobs(FormerRun run, Simulator.Task task) {
    return new Simulator(run.how().withThreads(1)).run(task.policy(), task.inputs()).jobs();
  }

  /** How many copies there are. */
  public int count() {
    return byName.size();
  }

  /** The difference of the mean job completion times of a group. */
  public PairedDifference jct(String group) {
    return PairedDifference.of(
        values(group, GroupChange::jctAfter), values(group, GroupChange::jctBefore));
  }

  /** The difference of the mean queueing delays of a group. */
  public PairedDifference queue(String group) {
    return PairedDifference.of(
        values(group, GroupChange::queueAfter), values(group, GroupChange::queueBefore));
  }

  private double[] values(String group, ToDoubleFunction<GroupChange> figure) {
    return byName.stream().map(groups -> groups.get(group)).mapToDouble(figure).toArray();
  }
}
