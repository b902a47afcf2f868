package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

final class ClusterGrowthStudyTest {
  @TempDir private Path folder;

  private List<GrowthOutcome> run(String policy, int jobs, double load, int threads) {
    return ClusterGrowthStudy.run(
            new ClusterGrowthStudy.Request(
                Optional.empty(),
                List.of(Policies.standard().named(policy).orElseThrow()),
                1,
                jobs,
                load,
                3,
                threads),
            folder.resolve(policy + jobs + "-" + threads),
            false,
            (_, _) -> {})
        .outcomes();
  }

  /**
   * A job alone gets all that it wants as leftover: its budget of 400 s, in 400 / 3600 GPU-hours.
   */
  @Test
  void aJobAloneGetsItsWholeBudget() {
    List<GrowthOutcome> outcomes = run("fifo", 1, 1, 1);
    GrowthOutcome nothing = outcomes.getFirst();
    GrowthOutcome leftover = outcomes.get(1);
    GrowthOutcome budget = outcomes.get(2);
    assertEquals(0, nothing.grantedHours());
    assertEquals(nothing.startAccuracy(), nothing.accuracy());
    assertTrue(Double.isNaN(nothing.gainPerGrantedHour()));
    assertEquals(400, leftover.meanJctSeconds());
    assertEquals(400 / 3600., leftover.gpuHours(), 1e-12);
    assertEquals(budget.meanJctSeconds(), leftover.meanJctSeconds());
    assertEquals(budget.accuracy(), leftover.accuracy());
    assertEquals(leftover.accuracy() * 9, leftover.accuracyPerGpuHour(), 1e-12);
  }

  /** Leftover minutes delay nobody; whole budgets do, in a cluster that is busy without them. */
  @Test
  void leftoverMinutesDelayNobody() {
    List<GrowthOutcome> outcomes = run("fifo", 200, .8, 1);
    for (int i = 0; i < outcomes.size(); i += 3) {
      GrowthOutcome nothing = outcomes.get(i);
      GrowthOutcome leftover = outcomes.get(i + 1);
      GrowthOutcome budget = outcomes.get(i + 2);
      assertEquals(GrantRule.LEFTOVER, leftover.grant());
      assertEquals(nothing.meanWaitSeconds(), leftover.meanWaitSeconds());
      assertTrue(budget.meanWaitSeconds() > nothing.meanWaitSeconds(), budget::toString);
      assertTrue(leftover.grantedHours() < budget.grantedHours(), leftover::toString);
      assertTrue(leftover.grantedHours() > 0, leftover::toString);
    }
    assertEquals(outcomes, run("fifo", 200, .8, 2));
  }

  @Test
  void policiesThatInterruptJobsAreRefused() {
    InputProblem problem = assertThrows(InputProblem.class, () -> run("srtf", 200, .8, 1));
    assertTrue(problem.getMessage().contains("run to their end"), problem.getMessage());
  }
}
