package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.metrics.DeadlineSummary;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.sink.DeadlineColumns;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/** What holds for deadlines under every policy, on random clusters and traces. */
class DeadlinePropertiesTest {
  private static final int CASES = RandomCase.count(10);

  static final List<String> POLICIES = Policies.standard().names();

  private static PolicyResult run(String policy, PolicyInputs inputs) {
    return new Simulator(SimulationOptions.standard().withThreads(1))
        .run(Policies.standard().named(policy).orElseThrow(), inputs);
  }

  private static DeadlineSummary summary(PolicyInputs inputs, PolicyResult result) {
    return PolicySummary.of(inputs.cluster(), inputs.trace(), inputs.scaling(), result, _ -> true)
        .deadlines()
        .orElseThrow();
  }

  /** Whether a job has met its deadline is what its end, its start and its deadline say. */
  @ParameterizedTest
  @FieldSource("POLICIES")
  void columnsAndSummaryAreWhatRecordsSay(String policy) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed);
      Trace trace = inputs.trace();
      PolicyResult result = run(policy, inputs);
      JobRecords jobs = DeadlineColumns.addedTo(result.jobs(), trace);
      long accepted = 0;
      long declined = 0;
      long met = 0;
      for (int row = 0; row < trace.size(); row++) {
        boolean ran = jobs.startSeconds()[row] != JobRecords.NEVER_STARTED;
        assertEquals(ran ? 1 : 0, jobs.whole(DeadlineColumns.ACCEPTED, row));
        long deadline = trace.optional().number(JobAttribute.DEADLINE, row);
        boolean isBound = trace.optional().has(JobAttribute.DEADLINE, row);
        boolean inTime = ran && jobs.endSeconds()[row] <= deadline;
        assertEquals(isBound ? 0 : 1, jobs.whole(DeadlineColumns.BEST_EFFORT, row));
        assertEquals(
            isBound ? deadline : JobColumn.NONE, jobs.whole(DeadlineColumns.DEADLINE, row));
        assertEquals(
            !isBound ? JobColumn.NONE : inTime ? 1 : 0,
            jobs.whole(DeadlineColumns.MET_DEADLINE, row));
        assertTrue(isBound || ran, "nobody declines a job without a deadline");
        accepted += isBound && ran ? 1 : 0;
        declined += isBound && !ran ? 1 : 0;
        met += isBound && inTime ? 1 : 0;
      }
      DeadlineSummary summary = summary(inputs, result);
      assertEquals(accepted, summary.accepted());
      assertEquals(declined, summary.declined());
      assertEquals(met, summary.met());
      assertEquals((double) met / (accepted + declined), summary.ratio());
      assertTrue(summary.gpuEfficiency() > 0, () -> "efficiency " + summary.gpuEfficiency());
    }
  }

  /** A plan reckons with all that it has promised, and with all that changes cost. */
  @Test
  void edfWithAdmissionKeepsItsPromises() {
    long declined = 0;
    long accepted = 0;
    for (int seed = 0; seed < 10 * CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed);
      DeadlineSummary summary = summary(inputs, run("edf-admission", inputs));
      assertEquals(0, summary.brokenPromises(), "seed " + seed);
      declined += summary.declined();
      accepted += summary.accepted();
    }
    assertTrue(declined > 100, declined + " jobs were declined");
    assertTrue(accepted > 100, accepted + " jobs were accepted");
  }
}
