package org.limpid.experiment.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Simulator;

/** What can run of what was asked for, and why the rest can't. Not safe for several threads. */
final class RunnableCases {
  private static final List<Need> LEARNT = List.of(Need.ESTIMATES, Need.FORECAST);

  private final List<Case> cases = new ArrayList<>();
  private final List<Simulator.Task> tasks = new ArrayList<>();
  private final Map<String, List<String>> leftOut = new LinkedHashMap<>();
  private final boolean hasModels;
  private boolean learnable;

  /**
   * @param hasModels whether models tell what is estimated and forecast
   */
  RunnableCases(boolean hasModels) {
    this.hasModels = hasModels;
  }

  /** Takes a case if it lacks nothing. */
  void add(Case each, Simulator.Task task, List<Need> lacks) {
    if (lacks.isEmpty()) {
      cases.add(each);
      tasks.add(task);
    } else {
      learnable |= LEARNT.containsAll(lacks);
      String needs = lacks.stream().map(Need::toString).collect(Collectors.joining(" and "));
      leftOut(" for want of " + needs + ".", each);
    }
  }

  /** Leaves a case out for a reason, a sentence. */
  void leaveOut(Case each, String reason) {
    leftOut(": " + reason, each);
  }

  private void leftOut(String reason, Case each) {
    leftOut.computeIfAbsent(reason, _ -> new ArrayList<>()).add(each.name());
  }

  /** Those that run. */
  List<Case> cases() {
    return cases;
  }

  /** One task per case, in their order. */
  List<Simulator.Task> tasks() {
    return tasks;
  }

  /** Names of those that run. */
  List<String> names() {
    return cases.stream().map(Case::name).toList();
  }

  /** Which are left out and why, one sentence each. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    leftOut.forEach((reason, names) ->
        notices.add("Left out %s%s".formatted(String.join(", ", names), reason)));
    if (learnable && !hasModels) {
      notices.add("Maybe train models with 'limpid train' and name their folder with --models.");
    }
    return notices;
  }

  /**
   * This.
   *
   * @throws InputProblem if nothing is left of what was asked for
   */
  RunnableCases orRefuse() {
    if (cases.isEmpty() && !leftOut.isEmpty()) {
      throw new InputProblem(String.join("\n", notices()));
    }
    return this;
  }
}
