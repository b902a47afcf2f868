package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.TimeLimits;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.Outcomes;

/**
 * Three jobs that need the whole node, one after the other: the first takes 100 s and asked for 60,
 * the second takes 30 and asked for 40, the third takes 20 and did not say.
 */
class TimeLimitsTest {
  private static JobRecords run(Settings settings) {
    PolicyInputs given = Given.nodes(1).job(0, 8, 100).job(0, 8, 30).job(0, 8, 20).inputs();
    Trace trace =
        new Trace.Builder()
            .add(given.trace().job(0).with(limit(60)))
            .add(given.trace().job(1).with(limit(40)))
            .add(given.trace().job(2))
            .build();
    PolicyInputs inputs = PolicyInputs.of(given.cluster(), trace, 0).withSettings(settings);
    return new Simulator(SimulationOptions.standard())
        .run(Policies.standard().named("fifo").orElseThrow(), inputs)
        .jobs();
  }

  private static JobAttributes limit(long seconds) {
    return JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, seconds);
  }

  @Test
  void limitsAreIgnoredUnlessSomebodyAsksForThem() {
    JobRecords records = run(Settings.NONE);
    assertArrayEquals(seconds(100, 130, 150), records.endSeconds());
    assertEquals(List.of(), records.extra());
  }

  @Test
  void jobsThatRunIntoTheirLimitAreKilled() {
    JobRecords records = run(Settings.NONE.with(TimeLimits.SETTING, TimeLimits.KILLING));
    assertArrayEquals(seconds(60, 90, 110), records.endSeconds());
    JobColumn.Whole outcomes = (JobColumn.Whole) records.extra().getFirst();
    assertEquals(Outcomes.COLUMN, outcomes.name());
    assertArrayEquals(
        new long[] {Outcome.KILLED.ordinal(), Outcome.ENDED.ordinal(), Outcome.ENDED.ordinal()},
        outcomes.values());
  }
}
