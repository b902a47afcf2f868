package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.estimator.history.RandomTraces;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

final class FeatureTableTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 9, 1, 0, 0);

  private static double[] column(Table table, String name) {
    return ((NumericColumn) table.column(name)).toArray();
  }

  /**
   * User u runs 99 s, and submits again 50 s after the end: log10(1 + 99) = 2 is known by then. In
   * between, at 60 s, nothing has ended.
   */
  @Test
  void everyJobHasWhatWasKnownAtItsSubmission() {
    Trace trace =
        new Trace.Builder()
            .add(new Trace.Job(1, "u", "vc", "", 1, 4, "COMPLETED", 0, 99, null))
            .add(new Trace.Job(2, "u", "vc", "", 2, 8, "COMPLETED", 60, 10_000, null))
            .add(new Trace.Job(3, "u", "vc", "", 4, 16, "COMPLETED", 149, 5, null))
            .build();
    Table table = WorkloadEstimator.table(trace, ORIGIN, FeatureSet.WITHOUT_PROFILE);
    assertArrayEquals(new double[] {1, 2, 4}, column(table, "GPUs"));
    assertArrayEquals(
        new double[] {Double.NaN, Double.NaN, 2}, column(table, "last duration (user)"), 1e-12);
  }

  /** Durations of jobs that have not ended by the submission of a job change no feature of it. */
  @Test
  void theFutureChangesNoFeature() {
    Trace trace = RandomTraces.of(200, 7);
    long moment = trace.submitSeconds(120);
    Trace other =
        RandomTraces.withDurations(
            trace,
            row ->
                trace.submitSeconds(row) + trace.durationSeconds(row) > moment
                    ? trace.durationSeconds(row) + 5_000
                    : trace.durationSeconds(row));
    Table one = WorkloadEstimator.table(trace, ORIGIN, FeatureSet.WITH_PROFILE);
    Table two = WorkloadEstimator.table(other, ORIGIN, FeatureSet.WITH_PROFILE);
    assertEquals(one.names(), two.names());
    int compared = 0;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.submitSeconds(row) <= moment) {
        compared++;
        for (String name : one.names()) {
          assertEquals(column(one, name)[row], column(two, name)[row], name);
        }
      }
    }
    assertTrue(compared > 50);
  }
}
