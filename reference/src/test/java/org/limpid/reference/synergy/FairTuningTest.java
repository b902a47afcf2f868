package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;

/**
 * Servers of 4 GPUs, 12 CPUs, 240 GB and 250 MB/s: a GPU's fair share is 3 CPUs, 60 GB, 62.5 MB/s.
 * An iteration takes 1 s, so that a round has 300 of them at the fair share.
 */
class FairTuningTest {
  private static final Resources SERVER = new Resources(4, 12, 240, 250);

  /** Wants twice its share of CPUs and is three times as fast with it. */
  private static final ResourceProfile GREEDY = profile("greedy", 6, 60, 3);

  private static final ResourceProfile MODEST = profile("modest", 3, 60, 1);

  /** Wants one CPU of three. */
  private static final ResourceProfile FRUGAL = profile("frugal", 1, 20, 1);

  /**
   * The two greedy jobs take all 12 CPUs of the server. The modest job needs 3: the first in the
   * list, job 0, has 3 above its share and gives them; job 1 keeps its 6.
   */
  @Test
  void oneJobIsDemoted() {
    RoundRecord round = firstRound(1, List.of(GREEDY, GREEDY, MODEST), List.of(1, 1, 1));
    assertEquals(List.of(3.0, 6.0, 3.0), cpus(round));
    assertEquals(List.of(300L, 900L, 300L), executed(round));
  }

  /**
   * Jobs 0 and 1 take 12 CPUs and 2 GPUs each, job 0 on server 0, job 1 on server 1. Job 2 wants 4
   * GPUs; no server has as many, so 2 GPUs come from each server, and on each 6 CPUs must be given
   * back.
   */
  @Test
  void jobsOfTwoServersAreDemoted() {
    RoundRecord round = firstRound(2, List.of(GREEDY, GREEDY, MODEST), List.of(2, 2, 4));
    assertEquals(List.of(6.0, 6.0, 12.0), cpus(round));
    assertEquals(List.of(300L, 300L, 300L), executed(round));
    assertEquals(
        List.of(
            new Share(0, new Resources(2, 6, 120, 125)),
            new Share(1, new Resources(2, 6, 120, 125))),
        round.jobs().get(2).shares());
  }

  /**
   * Job 0 leaves 2 GPUs with 6 CPUs on server 0, so job 1, which wants 6 CPUs for each of 2 GPUs,
   * gets one there and one on server 1. Server 1 has 6 CPUs left for job 2.
   */
  @Test
  void jobsAreSpreadForTheirCpus() {
    RoundRecord round = firstRound(2, List.of(MODEST, GREEDY, GREEDY), List.of(2, 2, 1));
    assertEquals(List.of(6.0, 12.0, 6.0), cpus(round));
    assertEquals(
        List.of(
            new Share(0, new Resources(1, 6, 60, 62.5)),
            new Share(1, new Resources(1, 6, 60, 62.5))),
        round.jobs().get(1).shares());
  }

  /**
   * As above, then a job of one GPU: the fullest server is number 0, which has no CPU left. Job 0
   * is asked first, as it is on one server and job 1 on two; it has nothing to give. Job 1 gives
   * back 3 CPUs there, and 3 on server 1, where nobody needs them.
   */
  @Test
  void aJobOfTwoServersIsDemotedOnBoth() {
    RoundRecord round = firstRound(2, List.of(MODEST, GREEDY, GREEDY, MODEST), List.of(2, 2, 1, 1));
    assertEquals(List.of(6.0, 6.0, 6.0, 3.0), cpus(round));
    assertEquals(List.of(300L, 300L, 900L, 300L), executed(round));
    assertEquals(0, round.jobs().get(3).shares().getFirst().server());
    assertEquals(3.0, round.jobs().get(1).shares().get(1).resources().cpus());
  }

  /** Progress goes back to what it was before the round, not by what the round would have been. */
  @Test
  void aDemotedJobLosesTheRoundsProgressOnly() {
    List<SynergyJob> jobs =
        List.of(
            new SynergyJob(0, GREEDY, 0, 1000, 1),
            new SynergyJob(1, GREEDY, 0, 1000, 1),
            new SynergyJob(2, MODEST, 200, 300, 1));
    List<RoundRecord> rounds = rounds(1, jobs);
    assertEquals(List.of(900L, 900L), executed(rounds.get(0)));
    // with all its speed job 0 would be cut at its 1000 iterations; 900 + 300 is cut, too
    assertEquals(List.of(1000L, 1000L, 300L), executed(rounds.get(1)));
    assertEquals(List.of(3.0, 6.0, 3.0), cpus(rounds.get(1)));
  }

  /** Who wants less than its share keeps what it wants. */
  @Test
  void frugalJobsAreNotRaised() {
    RoundRecord round = firstRound(1, List.of(FRUGAL, GREEDY, MODEST), List.of(1, 2, 1));
    // 1 + 12 CPUs do not fit, so job 1 has its share from the start
    assertEquals(List.of(1.0, 6.0, 3.0), cpus(round));
  }

  private static RoundRecord firstRound(
      int servers, List<ResourceProfile> profiles, List<Integer> gpus) {
    List<SynergyJob> jobs =
        Stream.iterate(0, i -> i < gpus.size(), i -> i + 1)
            .map(i -> new SynergyJob(i, profiles.get(i), 1 + i, 10_000, gpus.get(i)))
            .toList();
    return rounds(servers, jobs).getFirst();
  }

  private static List<RoundRecord> rounds(int servers, List<SynergyJob> jobs) {
    return RoundsOf.replay(
        jobs,
        new SynergyCluster(servers, SERVER),
        new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.TUNE, false));
  }

  private static List<Double> cpus(RoundRecord round) {
    return round.jobs().stream().map(RoundRecord.Served::given).map(Resources::cpus).toList();
  }

  private static List<Long> executed(RoundRecord round) {
    return round.jobs().stream().map(RoundRecord.Served::executed).toList();
  }

  @Test
  void jobsThatCanNeverRunAreRefused() {
    List<SynergyJob> jobs = List.of(new SynergyJob(0, MODEST, 0, 1, 8));
    assertThrows(IllegalArgumentException.class, () -> rounds(1, jobs));
  }

  private static ResourceProfile profile(
      String model, double cpus, double memoryGb, double bestSpeedup) {
    return new ResourceProfile(model, cpus, memoryGb, 1, bestSpeedup, SpeedTable.EMPTY);
  }
}
