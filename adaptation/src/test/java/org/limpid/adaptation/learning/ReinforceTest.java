package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;
import org.limpid.data.generate.RandomStream;

final class ReinforceTest {
  private static List<Reinforce.Outcome> learn(
      Scenario scenario, long seed, double temperature, int episodes) {
    PolicyNetwork policy = PolicyNetwork.draw(SharedFiles.embeddings(), new RandomStream(seed, 0));
    LearningRules rules = LearningRules.PUBLISHED.withTemperature(temperature);
    Reinforce learning = new Reinforce(policy, SharedFiles.vocabulary(), scenario, rules);
    List<Reinforce.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < episodes; i++) {
      outcomes.add(learning.learn(seed));
    }
    return outcomes;
  }

  /** Accuracy .8 if the network grows behind its second block at first, .1 otherwise. */
  private static Scenario easy() {
    List<Training> trainings =
        ActionSequence.all().stream()
            .map(each -> new Training(List.of(330., 319., 308.), 400, reached(each)))
            .toList();
    return new Scenario("easy2", trainings);
  }

  private static double reached(ActionSequence sequence) {
    return sequence.action(0) == 1 ? .8 : .1;
  }

  private static double mean(List<Reinforce.Outcome> outcomes) {
    return outcomes.stream().mapToDouble(Reinforce.Outcome::accuracy).average().orElseThrow();
  }

  /** Without knowledge one of four first actions is right: a mean of about .275. */
  @Test
  void whatPaysIsLearnt() {
    List<Reinforce.Outcome> outcomes = learn(easy(), 3, 1, 600);
    assertTrue(mean(outcomes.subList(0, 50)) < .5, () -> "" + mean(outcomes.subList(0, 50)));
    assertTrue(mean(outcomes.subList(500, 600)) > .75, () -> "" + mean(outcomes));
  }

  @Test
  void aSeedDecidesEverything() {
    List<Reinforce.Outcome> outcomes = learn(easy(), 3, 10, 20);
    assertEquals(outcomes, learn(easy(), 3, 10, 20));
    assertNotEquals(outcomes, learn(easy(), 4, 10, 20));
  }
}
