package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * Published runs again, from their initial weights, with the actions that their logs imply: those
 * with the accuracy of the episode, and where several have it, those whose objective is nearest.
 */
final class ReplayGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "early_learn2, simulation_early2, 13, 300, .01",
    "late_learn3, simulation_late3_v2, 18, 300, .001"
  })
  void objectivesAreThoseOfTheRun(
      String run, String name, int rows, int episodes, double tolerance) {
    Scenario scenario = SharedFiles.scenario(name);
    Reinforce learning =
        new Reinforce(
            SharedFiles.initialPolicy(rows),
            SharedFiles.vocabulary(),
            scenario,
            LearningRules.PUBLISHED);
    List<String[]> accuracies = SharedFiles.rows(run + "_first1000_accuracy.csv", 0);
    List<String[]> objectives = SharedFiles.rows(run + "_first1000_objective.csv", 0);
    for (int episode = 0; episode < episodes; episode++) {
      double accuracy = Double.parseDouble(accuracies.get(episode)[1]);
      double expected = Double.parseDouble(objectives.get(episode)[1]);
      ActionSequence actions =
          ActionSequence.all().stream()
              .filter(each -> scenario.accuracy(each) == accuracy)
              .min(
                  Comparator.comparingDouble(each -> Math.abs(learning.objective(each) - expected)))
              .orElseThrow();
      assertEquals(expected, learning.learn(actions), tolerance, "episode " + episode);
    }
  }
}
