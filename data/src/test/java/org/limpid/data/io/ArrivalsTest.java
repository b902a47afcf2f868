package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;

class ArrivalsTest {
  private static Arrivals of(long... submissions) {
    Trace.Builder trace = new Trace.Builder();
    for (int i = 0; i < submissions.length; i++) {
      trace.add(new Trace.Job(i, "ann", "blue", "", 1, 0, "", submissions[i], 1, null));
    }
    return Arrivals.of(trace.build());
  }

  /**
   * Hours from second 100: 4 jobs, none, 2. The mean is 2, the variance (4 + 4 + 0) / 3 = 8 / 3. Of
   * six jobs two come in the second of the one before.
   */
  @Test
  void hoursBeginWithTheFirstJob() {
    Arrivals arrivals = of(100, 100, 3000, 3699, 7300, 7300);
    assertEquals(2, arrivals.jobsPerHour(), 1e-12);
    assertEquals(4, arrivals.mostPerHour());
    assertEquals(4 / 3.0, arrivals.dispersion(), 1e-12);
    assertEquals(2 / 6.0, arrivals.sameSecondShare(), 1e-12);
  }

  @Test
  void oneJobIsEven() {
    assertEquals(new Arrivals(1, 1, 0, 0), of(5));
  }
}
