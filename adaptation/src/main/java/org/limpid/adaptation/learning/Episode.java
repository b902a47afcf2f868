package org.limpid.adaptation.learning;

import java.util.List;
import java.util.stream.Stream;
import org.limpid.adaptation.policy.Deliberation;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * One training as a policy learns from it: three decisions, and the same reward for each. Used
 * again for the next one.
 */
final class Episode {
  private final Scenario scenario;
  private final States states;
  private final Deliberation deliberation;
  private final List<Choice> choices =
      Stream.generate(() -> new Choice(PolicyNetwork.ACTIONS))
          .limit(ActionSequence.LENGTH)
          .toList();
  private ActionSequence actions = ActionSequence.NOTHING;

  /** Says which action is taken at a step. */
  interface Actor {
    int action(int step, Choice choice);
  }

  Episode(PolicyNetwork policy, Scenario scenario, States states) {
    this.scenario = scenario;
    this.states = states;
    deliberation = new Deliberation(policy, ActionSequence.LENGTH);
  }

  /** Asks the policy, with its weights as they are, at each step, and an actor what to do. */
  void run(double temperature, Actor actor) {
    deliberation.refresh();
    actions = ActionSequence.NOTHING;
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      States.State state = states.before(actions, step);
      Choice choice = choices.get(step);
      choice.set(deliberation.decide(step, state.layers(), state.timeCode()), temperature);
      actions = actions.with(step, actor.action(step, choice));
    }
  }

  /** The actions that were taken. */
  ActionSequence actions() {
    return actions;
  }

  /** The accuracy that they reached. */
  double accuracy() {
    return scenario.accuracy(actions);
  }

  /** What is made small: the mean over the steps of {@code -ln q R}. */
  double objective() {
    double reward = Reward.of(accuracy());
    double sum = 0;
    for (int step = 0; step < choices.size(); step++) {
      sum -= choices.get(step).logarithm(actions.action(step)) * reward;
    }
    return sum / choices.size();
  }

  /** Adds the gradient of the objective by the weights of the policy. */
  void addGradient(double[] gradient) {
    double slope = -Reward.of(accuracy()) / choices.size();
    for (int step = 0; step < choices.size(); step++) {
      deliberation.back(step, choices.get(step).slopes(actions.action(step), slope), gradient);
    }
    deliberation.finish(gradient);
  }
}
