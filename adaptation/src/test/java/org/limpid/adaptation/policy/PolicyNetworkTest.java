package org.limpid.adaptation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;

final class PolicyNetworkTest {
  /** Probabilities of the first decision, with weights as the artifact draws them. */
  @ParameterizedTest
  @CsvSource({
    "13, simulation_early2, .215284, .216231, .311259, .257225",
    "18, simulation_late3_v2, .261808, .268146, .197485, .272560"
  })
  void initialProbabilities(int rows, String name, double p0, double p1, double p2, double p3) {
    Scenario scenario = SharedFiles.scenario(name);
    Training before = scenario.before(ActionSequence.NOTHING, 0);
    int[] layers = SharedFiles.vocabulary().identifiers(scenario.network());
    List<Double> found =
        SharedFiles.initialPolicy(rows)
            .decide(layers, before.secondsLeft().getFirst(), before.totalSeconds())
            .probabilities();
    assertEquals(p0, found.get(0), 1e-6);
    assertEquals(p1, found.get(1), 1e-6);
    assertEquals(p2, found.get(2), 1e-6);
    assertEquals(p3, found.get(3), 1e-6);
  }
}
