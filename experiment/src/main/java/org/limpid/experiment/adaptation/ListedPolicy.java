package org.limpid.experiment.adaptation;

import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.trainings.Scenario;

/**
 * A network that decides where to grow, and what it does in each scenario.
 *
 * @param name in figures and tables
 * @param learntFrom names of the scenarios that it has seen, in the order in which it saw them
 * @param beganWith name of the policy that its learning began with; empty: with drawn weights
 * @param publishedWith name of the policy whose weights the publication evaluated in its place;
 *     empty: its own
 * @param evaluations what it does in each scenario, in their order
 * @param curve how it learnt, if that is known
 */
public record ListedPolicy(
    String name,
    List<String> learntFrom,
    Optional<String> beganWith,
    Optional<String> publishedWith,
    List<GreedyEvaluation> evaluations,
    Optional<LearningCurve> curve) {
  public ListedPolicy {
    learntFrom = List.copyOf(learntFrom);
    evaluations = List.copyOf(evaluations);
  }

  /** Whether it has seen a scenario. */
  public boolean knows(Scenario scenario) {
    return learntFrom.contains(scenario.name());
  }
}
