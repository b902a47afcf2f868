package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.interpret.evaluate.HeldOut;

final class DurationHeldOutTest {
  private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2026, 3, 2, 0, 0);
  private static final int DAY = 86_400;

  /**
   * Ten days with twenty jobs each. Those of a last 100 s, those of b 1000 s, and on the last three
   * days all are ten times as long.
   */
  private static Trace trace() {
    Trace.Builder trace = new Trace.Builder();
    for (int i = 0; i < 200; i++) {
      int factor = i / 20 < 7 ? 1 : 10;
      long duration = factor * (i % 2 == 0 ? 100 : 1000);
      long submitted = i / 20 * DAY + i % 20 * 3600L;
      String user = i % 2 == 0 ? "a" : "b";
      trace.add(new Trace.Job(i, user, "vc", "", 1, 1, "COMPLETED", submitted, duration, null));
    }
    return trace.build();
  }

  /**
   * The jobs of days 8 to 10 are held out. Nobody could know on the first of them that jobs would
   * be longer; the rule of thumb says what like jobs took before.
   */
  @Test
  void laterJobsAreEstimatedFromWhatWasKnown() {
    HeldOut held =
        DurationHeldOut.of(WorkloadTrainer.quickEbm(FeatureSet.WITHOUT_PROFILE), trace(), MIDNIGHT);

    assertEquals(60, held.rows().size());
    HeldOut.Row first = held.rows().getFirst();
    assertEquals("job 140", first.name());
    assertEquals(1000, first.actual());
    assertTrue(first.predicted() < 300, first.toString());
    assertEquals(100, first.baseline(), 30);
    assertTrue(held.rows().stream().allMatch(row -> row.predicted() <= 1000), held.toString());
  }
}
