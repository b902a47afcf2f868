package org.limpid.simulation.policy.themis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.limpid.simulation.given.Given.seconds;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.sink.JobRecords;

/** On nodes of 8 GPUs, in leases of 300 s; to go off 8 GPUs costs 10 s. */
class ThemisTest {
  /** All fit: everybody has its whole speed, whatever else it asks for. */
  @Test
  void whoFitsNeedsNoShare() {
    FairShares shares = new FairShares(2);
    shares.add(4, 50, 1000, 0, 1);
    shares.add(4, 900, 10, 3, 0.5);
    assertArrayEquals(new double[] {1, 1}, shares.shares(8));
  }

  /**
   * Two jobs of 8 GPUs and 100 s each on 8 GPUs, alone at half their speed: fair ends after 200 s.
   * With 100 / (200 rho) each, both have half a share at rho = 1.
   */
  @Test
  void equalsShareEqually() {
    FairShares shares = new FairShares(2);
    shares.add(8, 0, 100, 0, 0.5);
    shares.add(8, 0, 100, 0, 0.5);
    assertArrayEquals(new double[] {0.5, 0.5}, shares.shares(8), 1e-9);
  }

  /**
   * The second has waited for 100 s: 100 / (200 rho - 100) + 100 / (200 rho) = 1 has the solution
   * rho = (3 + sqrt(5)) / 4, which makes 0.618 and 0.382.
   */
  @Test
  void whoHasWaitedGetsMore() {
    FairShares shares = new FairShares(2);
    shares.add(8, 0, 100, 0, 0.5);
    shares.add(8, 100, 100, 0, 0.5);
    double golden = (Math.sqrt(5) - 1) / 2;
    assertArrayEquals(new double[] {1 - golden, golden}, shares.shares(8), 1e-9);
  }

  /** What one of them can't use, the other gets: the first is so late that it has all its speed. */
  @Test
  void nobodyGetsMoreThanItsWholeSpeed() {
    FairShares shares = new FairShares(2);
    shares.add(4, 1_000_000, 100, 0, 1);
    shares.add(8, 0, 100, 0, 0.5);
    assertArrayEquals(new double[] {1, 0.5}, shares.shares(8), 1e-9);
  }

  /**
   * At 300 job 1 has waited for 290 s, and job 0 has run for 300 s and had the node for itself for
   * 10 of them. Job 1 gets the next lease, and job 0, with 300 + 10 s left, the one after that, as
   * it has waited longer then. Job 1 has 100 + 10 s left at 600, and at 900 gets the third lease
   * until 1010; job 0 has 10 s left, and 10 more to pay.
   */
  @Test
  void leasesGoToWhomeverTheyAreFairTo() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 600).job(10, 8, 400).run("themis");
    assertArrayEquals(seconds(0, 300), jobs.startSeconds());
    assertArrayEquals(seconds(1030, 1010), jobs.endSeconds());
  }

  /** Without anybody who waits a lease has no end. */
  @Test
  void leasesGoOnWhileNobodyWaits() {
    JobRecords jobs = Given.nodes(1).job(0, 4, 1000).job(0, 4, 2000).run("themis");
    assertArrayEquals(new int[] {0, 0}, jobs.preemptions());
    assertArrayEquals(seconds(1000, 2000), jobs.endSeconds());
  }
}
