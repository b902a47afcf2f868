package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The figures in the README of the artifact, from the seed alone. */
class HeadlineTest {
  @Test
  void equalsThePublishedFigures() {
    CompletionTimes times =
        CompletionTimes.of(
            SynergyLoad.HEADLINE.run(
                SynergyCluster.OF_128_GPUS,
                new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.TUNE, false)));
    assertEquals(21.876600555555555, times.mean(), 1e-12);
    assertEquals(156.93307777777775, times.p99(), 1e-12);
    assertEquals(170.61199749999994, times.p999(), 1e-12);
  }
}
