package org.limpid.experiment.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.explain.given.SmallRun;

/**
 * A node of 8 GPUs that job 0 leaves at 10. Jobs 1 and 2 want it from 5 and 6 on; the one with the
 * smaller estimate goes first, and all of them want the whole node.
 */
class EstimateCostsTest {
  private static final double EXACT = 1e-9;

  private static EstimateCosts costs(String policy, long[] durations, double... estimates) {
    SmallRun run =
        new SmallRun(1)
            .job(0, 8, durations[0], estimates[0])
            .job(5, 8, durations[1], estimates[1])
            .job(6, 8, durations[2], estimates[2]);
    return EstimateCosts.of(run.run(policy).decisions(), 3, row -> durations[row]);
  }

  /** Job 2 takes 200 s instead of 50 and runs first: job 1, 100 s, waits 200 s for its error. */
  @Test
  void tooShortAnEstimateCostsOthers() {
    EstimateCosts costs = costs("qssf", new long[] {10, 100, 200}, 10, 100, 50);
    assertEquals(200, costs.secondsToOthers(2), EXACT);
    assertEquals(1, costs.victims(2));
    assertEquals(0, costs.seconds(1), EXACT);
    assertEquals(200, costs.wrongSeconds(), EXACT);
    assertEquals(200, costs.behindSeconds(), EXACT);
    // Until 10 both wait for job 0, which came first: 5 s and 4 s.
    assertEquals(209, costs.waitSeconds(), EXACT);
    assertEquals(50, costs.estimatedSeconds(2));
  }

  /** Job 2 is right; job 1 was believed to take 400 s and waits for its own error. */
  @Test
  void tooLongAnEstimateCostsTheJobItself() {
    EstimateCosts costs = costs("qssf", new long[] {10, 100, 200}, 10, 400, 200);
    assertEquals(0, costs.secondsToOthers(2), EXACT);
    assertEquals(200, costs.secondsToItself(1), EXACT);
    assertEquals(0, costs.victims(2));
  }

  /** Both are wrong by a factor of 2. */
  @Test
  void equalErrorsShareTheCost() {
    EstimateCosts costs = costs("qssf", new long[] {10, 100, 200}, 10, 200, 100);
    assertEquals(100, costs.secondsToOthers(2), EXACT);
    assertEquals(100, costs.secondsToItself(1), EXACT);
  }

  /** Job 2 is shorter indeed, whatever it was believed to take: nobody is to blame. */
  @Test
  void rightOrderCostsNothing() {
    EstimateCosts costs = costs("qssf", new long[] {10, 100, 50}, 10, 100, 1);
    assertEquals(50, costs.behindSeconds(), EXACT);
    assertEquals(0, costs.wrongSeconds(), EXACT);
  }

  @Test
  void policiesThatAskForNoEstimateAreTold() {
    assertFalse(costs("sjf", new long[] {10, 100, 200}, 10, 100, 50).areOrdered());
    assertTrue(costs("qssf", new long[] {10, 100, 200}, 10, 100, 50).areOrdered());
  }

  @Test
  void costsSumToTheWaitInWrongOrder() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SmallRun run = new SmallRun(3);
      long[] durations = new long[60];
      long submit = 0;
      for (int job = 0; job < durations.length; job++) {
        submit += random.nextInt(40);
        durations[job] = random.nextInt(1, 400);
        run.job(submit, random.nextInt(1, 25), durations[job], random.nextInt(1, 400));
      }
      EstimateCosts costs =
          EstimateCosts.of(run.run("qssf-backfill").decisions(), 60, row -> durations[row]);
      double sum = 0;
      for (int row = 0; row < costs.size(); row++) {
        sum += costs.seconds(row);
      }
      assertEquals(costs.wrongSeconds(), sum, 1e-6);
      assertTrue(costs.wrongSeconds() > 0 && costs.wrongSeconds() < costs.behindSeconds());
      assertTrue(costs.behindSeconds() < costs.waitSeconds());
    }
  }

  /**
   * Job 1 is right and costs nothing; jobs 0 and 2 are of the other range: ln(10/10) and ln(200/50)
   * make ln 4, over 2 + 20 jobs.
   */
  @Test
  void rangesTellWhereEstimatesAreOff() {
    long[] durations = {10, 100, 200};
    EstimateCosts costs = costs("qssf", durations, 10, 100, 50);
    FeatureAudit audit =
        FeatureAudit.of(
            new FeatureRanges("user", new int[] {1, 0, 1}, List.of("ada", "bob")),
            costs,
            row -> durations[row]);
    FeatureAudit.Range bob = audit.ranges().getFirst();
    assertEquals("bob", bob.name());
    assertEquals(2, bob.jobs());
    assertEquals(200, bob.costSeconds(), EXACT);
    assertEquals(Math.log(4) / 22, bob.logError(), EXACT);
    assertEquals(Math.log(4) / 22, audit.bias(), EXACT);
    assertEquals(Math.pow(4, 1 / 22.0), bob.factor(), EXACT);
  }
}
