package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;

class ExpectedRunTest {
  @ParameterizedTest
  @CsvSource({"100, 100", "10.2, 11", "0.3, 1", "0, 1", "-5, 1", "1e300, 2147483647"})
  void waitingJobTakesItsEstimateButAtLeastASecond(double estimate, long expected) {
    assertEquals(expected, new ExpectedRun(job -> estimate).ofWaiting(0));
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
  void runningJobTakesWhatIsLeftOfItsEstimate(double estimate, long now, long expected) {
    Partition partition = Given.nodes(1).job(0, 1, 10_000).partition();
    ExpectedRun run = new ExpectedRun(job -> estimate);
    new Script(partition)
        .start(0, 0)
        .at(now, () -> assertEquals(expected, run.ofRunning(partition, 0)))
        .run();
  }

  /** After 30 s at half speed 15 s are done; the 85 s that are left take 170 s. */
  @Test
  void slowJobTakesLonger() {
    Partition partition = Given.nodes(1).job(0, 1, 1000).partition();
    ExpectedRun run = new ExpectedRun(job -> 100);
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
