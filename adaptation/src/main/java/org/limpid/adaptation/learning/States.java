package org.limpid.adaptation.learning;

import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.policy.TimeCode;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;

/** All that a policy can see in a scenario: one state for each decision and the actions before. */
final class States {
  private final State[][] states = new State[ActionSequence.LENGTH][ActionSequence.COUNT];

  /**
   * What a policy sees.
   *
   * @param layers identifiers of the layers of the network, in order
   * @param timeCode of the time left
   */
  record State(int[] layers, double[] timeCode) {}

  /**
   * @throws org.limpid.files.DataException if the vocabulary lacks a layer that can come up
   */
  States(Scenario scenario, Vocabulary vocabulary) {
    for (ActionSequence sequence : ActionSequence.all()) {
      for (int step = 0; step < ActionSequence.LENGTH; step++) {
        if (sequence.prefix(step).equals(sequence)) {
          states[step][sequence.index()] = state(scenario, vocabulary, sequence, step);
        }
      }
    }
  }

  private static State state(
      Scenario scenario, Vocabulary vocabulary, ActionSequence sequence, int step) {
    Network network = scenario.network();
    for (int earlier = 0; earlier < step; earlier++) {
      network = network.deepened(sequence.action(earlier));
    }
    Training before = scenario.before(sequence, step);
    return new State(
        vocabulary.identifiers(network),
        TimeCode.of(before.secondsLeft().get(step), before.totalSeconds()));
  }

  /** The state before a step, behind the earlier actions of a sequence. */
  State before(ActionSequence sequence, int step) {
    return states[step][sequence.prefix(step).index()];
  }
}
