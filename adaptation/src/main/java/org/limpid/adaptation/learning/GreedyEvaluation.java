package org.limpid.adaptation.learning;

import java.util.List;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.policy.Decision;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;

/**
 * What a policy reaches that always takes its most probable action, by the trainings recorded.
 *
 * @param scenario that it was asked in
 * @param actions that it took
 * @param smallestProbability of the actions that it took, at its decisions
 */
public record GreedyEvaluation(
    Scenario scenario, ActionSequence actions, double smallestProbability) {
  /** Asks a policy in a scenario. */
  public static GreedyEvaluation of(
      PolicyNetwork policy, Vocabulary vocabulary, Scenario scenario) {
    ActionSequence actions = ActionSequence.NOTHING;
    Network network = scenario.network();
    double smallest = 1;
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      Training before = scenario.before(actions, step);
      Decision decision =
          policy.decide(
              vocabulary.identifiers(network),
              before.secondsLeft().get(step),
              before.totalSeconds());
      int action = decision.best();
      smallest = Math.min(smallest, decision.probabilities().get(action));
      actions = actions.with(step, action);
      network = network.deepened(action);
    }
    return new GreedyEvaluation(scenario, actions, smallest);
  }

  /** Asks a policy in all scenarios, in their order. */
  public static List<GreedyEvaluation> ofAll(
      PolicyNetwork policy, Vocabulary vocabulary, List<Scenario> scenarios) {
    return scenarios.stream().map(scenario -> of(policy, vocabulary, scenario)).toList();
  }

  /** The accuracy that was recorded for these actions. */
  public double accuracy() {
    return scenario.accuracy(actions);
  }

  /** Place of these actions among all {@value ActionSequence#COUNT}, from 1. */
  public int rank() {
    return scenario.rank(actions);
  }
}
