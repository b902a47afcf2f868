package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

final class EpisodeTest {
  private static final double STEP = 1e-5;

  /** Central differences for some weights, whichever, with one softmax and with two. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10})
  void gradientsAreThoseOfDifferences(double temperature) {
    PolicyNetwork policy = SharedFiles.initialPolicy(13);
    Vocabulary vocabulary = SharedFiles.vocabulary();
    Scenario scenario = SharedFiles.scenario("simulation_early2");
    Episode episode = new Episode(policy, scenario, new States(scenario, vocabulary));
    double[] weights = policy.weights();
    objective(episode, temperature);
    double[] gradient = new double[weights.length];
    episode.addGradient(gradient);
    Random random = new Random(7);
    double largest = 0;
    for (int i = 0; i < 150; i++) {
      int index = random.nextInt(weights.length);
      double weight = weights[index];
      weights[index] = weight + STEP;
      double above = objective(episode, temperature);
      weights[index] = weight - STEP;
      double below = objective(episode, temperature);
      weights[index] = weight;
      assertEquals((above - below) / (2 * STEP), gradient[index], 1e-5, "weight " + index);
      largest = Math.max(largest, Math.abs(gradient[index]));
    }
    assertTrue(largest > 0.01, "else the tolerance would hide all of them: " + largest);
  }

  private static double objective(Episode episode, double temperature) {
    ActionSequence actions = ActionSequence.of(1, 3, 2);
    episode.run(temperature, (step, _) -> actions.action(step));
    return episode.objective();
  }
}
