package org.limpid.simulation.policy;

import org.limpid.simulation.queue.ExpectedRun;

/**
 * Whether estimated durations are said to be exact, under any policy. Then they are believed to the
 * last second, and reservations made with them hold.
 */
public final class ExactEstimates {
  /** Whether they are. */
  public static final Setting<Boolean> SETTING =
      Setting.toggle("exactEstimates")
          .option(
              "exact-estimates",
              "",
              "Estimates are exact: they are believed until they are used up, and EASY backfill"
                  + " starts nobody later than it promised.")
          .byDefault(false)
          .build();

  private ExactEstimates() {}

  /** What is expected of jobs with such estimates. */
  public static ExpectedRun expected(Settings chosen, ExpectedRun.DurationEstimate estimate) {
    return chosen.get(SETTING) ? ExpectedRun.exact(estimate) : ExpectedRun.rough(estimate);
  }
}
