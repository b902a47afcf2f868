package org.limpid.adaptation.learning;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;

/**
 * One training as a policy learns from it: three decisions, and the same reward for each.
 *
 * @param actions that were taken
 * @param choices before each of them
 * @param accuracy that they reached
 */
record Episode(ActionSequence actions, List<Choice> choices, double accuracy) {
  /** Says which action is taken at a step. */
  interface Actor {
    int action(int step, Choice choice);
  }

  /** Asks the policy at each step, and an actor what to do. */
  static Episode run(
      PolicyNetwork policy,
      Vocabulary vocabulary,
      Scenario scenario,
      double temperature,
      Actor actor) {
    ActionSequence actions = ActionSequence.NOTHING;
    List<Choice> choices = new ArrayList<>();
    Network network = scenario.network();
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      Training before = scenario.before(actions, step);
      int[] layers = vocabulary.identifiers(network);
      Choice choice =
          new Choice(
              policy.decide(layers, before.secondsLeft().get(step), before.totalSeconds()),
              temperature);
      int action = actor.action(step, choice);
      choices.add(choice);
      actions = actions.with(step, action);
      network = network.deepened(action);
    }
    return new Episode(actions, choices, scenario.accuracy(actions));
  }

  /** What is made small: the mean over the steps of {@code -ln q R}. */
  double objective() {
    double sum = 0;
    for (int step = 0; step < choices.size(); step++) {
      sum -= choices.get(step).logarithm(actions.action(step)) * Reward.of(accuracy);
    }
    return sum / choices.size();
  }

  /** The gradient of the objective by the weights of the policy that made the choices. */
  double[] gradient(PolicyNetwork policy) {
    double[] gradient = new double[policy.weights().length];
    double slope = -Reward.of(accuracy) / choices.size();
    for (int step = 0; step < choices.size(); step++) {
      Choice choice = choices.get(step);
      policy.addGradient(choice.decision(), choice.slopes(actions.action(step), slope), gradient);
    }
    return gradient;
  }
}
