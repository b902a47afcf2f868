package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.loop.Partition;

class ExpectedRunTest {
  @ParameterizedTest
  @CsvSource({"100, 100", "10.2, 11", "0.3, 1", "0, 1", "-5, 1", "1e300, 2147483647"})
  void waitingJobTakesItsEstimateButAtLeastASecond(double estimate, long expected) {
    assertEquals(expected, ExpectedRun.rough(job -> estimate).ofWaiting(0));
  }

  /** With estimate e and attained work a: e - a if positive, else as long again, at least 60 s. */
  @ParameterizedTest
  @CsvSource({
    "100, 30, 70",
    "100, 99, 1",
    "100.5, 30, 71",
    "100, 100, 100",
    "100, 150, 150",
    "20, 30, 60",
    "20, 500, 500"
  })
  void exactEstimateHoldsToItsLastSecond(double estimate, long now, long expected) {
    assertExpected(expected, ExpectedRun.exact(job -> estimate), now);
  }

  /**
   * With 91 s attained, 9 s left are less than a tenth of that; with 50 s, 1 s left is believed.
   */
  @ParameterizedTest
  @CsvSource({
    "100, 30, 70",
    "100, 90, 10",
    "100, 91, 91",
    "51, 50, 1",
    "100, 150, 150",
    "20, 30, 60"
  })
  void roughEstimateIsGivenUpWhenItIsNearlyUsedUp(double estimate, long now, long expected) {
    assertExpected(expected, ExpectedRun.rough(job -> estimate), now);
  }

  private static void assertExpected(long expected, ExpectedRun run, long now) {
    Partition partition = Given.nodes(1).job(0, 1, 10_000).partition();
    new Script(partition)
        .start(0, 0)
        .at(now, () -> assertEquals(expected, run.ofRunning(partition, 0)))
        .run();
  }

  /** After 30 s at half speed 15 s are done; the 85 s that are left take 170 s. */
  @Test
  void slowJobTakesLonger() {
    Partition partition = Given.nodes(1).job(0, 1, 1000).partition();
    ExpectedRun run = ExpectedRun.rough(job -> 100);
    new Script(partition)
        .at(
            0,
            () -> {
              partition.tryStart(0);
              partition.setRate(0, 0.5);
            })
        .at(30, () -> assertEquals(170, run.ofRunning(partition, 0)))
        .run();
  }
}
