package org.limpid.simulation.policy.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** What was promised is kept, on random clusters and traces. */
class PromisesTest {
  private static final int CASES = RandomCase.count(60);

  private int admitted;
  private int declined;

  /** Whatever a change costs: plans count it. */
  @Test
  void admittedJobsKeepTheirDeadlines() {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed).with(ScalingCost.PERCENT, seed % 4 * 100);
      PolicyResult result =
          new Simulator(SimulationOptions.standard().withThreads(1))
              .run(Policies.standard().named("elasticflow").orElseThrow(), inputs);
      for (int row = 0; row < inputs.trace().size(); row++) {
        check(inputs, result.jobs(), row, seed);
      }
    }
    assertTrue(admitted > CASES && declined > CASES, admitted + " admitted, " + declined + " not");
  }

  private void check(PolicyInputs inputs, JobRecords jobs, int row, int seed) {
    OptionalColumns optional = inputs.trace().optional();
    boolean isStarted = jobs.startSeconds()[row] != JobRecords.NEVER_STARTED;
    boolean isPlanned =
        optional.has(JobAttribute.DEADLINE, row)
            && !Double.isNaN(new ElasticJobs(inputs, ElasticJobs.ELASTIC).workSeconds(row));
    if (!isPlanned) {
      assertTrue(isStarted, "only who would be late is declined");
    } else if (isStarted) {
      admitted++;
      long late = jobs.endSeconds()[row] - optional.number(JobAttribute.DEADLINE, row);
      assertTrue(late <= 0, "seed %d, row %d is %d s late".formatted(seed, row, late));
    } else {
      declined++;
      assertEquals(inputs.trace().submitSeconds(row), jobs.endSeconds()[row]);
    }
  }
}
