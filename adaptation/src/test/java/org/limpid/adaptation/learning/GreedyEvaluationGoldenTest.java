package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.adaptation.SharedFiles;

/** The published policies choose what they were found to choose, in all scenarios. */
final class GreedyEvaluationGoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "early_learn2",
        "middle_learn2",
        "late_learn2",
        "early_learn3",
        "late_learn3",
        "early_to_late_learn2_10",
        "late_to_middle_to_early_learn2_1_1"
      })
  void equalsTheGoldenEvaluation(String name) {
    List<String[]> expected =
        SharedFiles.rows("greedy_evaluation.csv", 1).stream()
            .filter(row -> row[0].replaceFirst("simulation_", "").equals(name))
            .toList();
    List<GreedyEvaluation> found =
        GreedyEvaluation.ofAll(
            SharedFiles.policy(name), SharedFiles.vocabulary(), SharedFiles.scenarios());
    assertEquals(10, expected.size());
    assertEquals(10, found.size());
    for (int i = 0; i < 10; i++) {
      equal(expected.get(i), found.get(i));
    }
  }

  /** Agent, trained_on, scenario, actions, acc, rank, p_min_chosen. */
  private static void equal(String[] row, GreedyEvaluation found) {
    assertEquals(row[2], found.scenario().name());
    assertEquals(row[3], found.actions().toString());
    assertEquals(row[4], Double.toString(found.accuracy()));
    assertEquals(Integer.parseInt(row[5]), found.rank());
    assertEquals(Double.parseDouble(row[6]), found.smallestProbability(), 6e-5);
  }
}
