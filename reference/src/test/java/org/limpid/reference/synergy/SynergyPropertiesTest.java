package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.reference.synergy.RoundRecord.Served;

/** What holds in every round of random traces. */
class SynergyPropertiesTest {
  private static final SynergyCluster CLUSTER =
      new SynergyCluster(3, new Resources(8, 24, 500, 500));

  static Stream<SynergyPolicy> policies() {
    return SynergyPolicy.all().stream()
        .filter(policy -> policy.allocation() != SynergyAllocation.OPT)
        .flatMap(policy ->
            Stream.of(true, false)
                .map(consolidates ->
                    new SynergyPolicy(policy.order(), policy.allocation(), consolidates)));
  }

  static Stream<SynergyPolicy> tuning() {
    return policies().filter(policy -> policy.allocation() == SynergyAllocation.TUNE);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void nothingIsAllocatedTwice(SynergyPolicy policy) {
    for (RoundRecord round : RoundsOf.replay(jobs(7), CLUSTER, policy)) {
      Resources[] used = new Resources[CLUSTER.servers()];
      Arrays.fill(used, Resources.NONE);
      for (Served job : round.jobs()) {
        job.shares()
            .forEach(share -> used[share.server()] = used[share.server()].plus(share.resources()));
        assertEquals(job.job().gpus(), job.given().gpus());
      }
      Arrays.stream(used).forEach(each -> assertTrue(each.fitsIn(CLUSTER.server()), policy::name));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void allJobsFinishAtTheEndOfARound(SynergyPolicy policy) {
    List<SynergyJob> jobs = jobs(11);
    List<FinishedJob> finished = SynergySimulator.replay(jobs, CLUSTER, policy, ReplayRules.WHOLE);
    assertEquals(jobs.size(), finished.stream().map(FinishedJob::job).distinct().count());
    for (FinishedJob job : finished) {
      assertEquals(0, job.endSeconds() % JobState.ROUND_SECONDS);
      assertTrue(job.startSeconds() >= job.job().arrivalSeconds());
      assertTrue(job.endSeconds() > job.startSeconds());
    }
  }

  @ParameterizedTest
  @MethodSource("tuning")
  void tuningLeavesNobodyBelowItsFairShare(SynergyPolicy policy) {
    for (RoundRecord round : RoundsOf.replay(jobs(3), CLUSTER, policy)) {
      for (Served job : round.jobs()) {
        Resources fair = CLUSTER.fairShare().times(job.job().gpus());
        Resources given = job.given();
        assertTrue(job.demand().fitsIn(given) || fair.fitsIn(given), job::toString);
      }
    }
  }

  static Stream<SynergyPolicy> optimal() {
    return SynergyPolicy.all().stream()
        .filter(policy -> policy.allocation() == SynergyAllocation.OPT);
  }

  /** Other servers, with other shares for each GPU, and other jobs. */
  @ParameterizedTest
  @MethodSource("policies")
  void nothingIsAllocatedTwiceOnOtherServers(SynergyPolicy policy) {
    Random random = new Random(29);
    for (int round = 0; round < 3; round++) {
      int gpus = 1 << random.nextInt(4);
      SynergyCluster cluster =
          new SynergyCluster(
              Math.ceilDiv(16, gpus) + random.nextInt(3),
              new Resources(gpus, gpus * (2 + random.nextInt(5)), 62.5 * gpus, 62.5 * gpus));
      List<SynergyJob> jobs = startable(jobs(random.nextLong()), cluster);
      for (RoundRecord each : RoundsOf.replay(jobs, cluster, policy)) {
        Resources[] used = new Resources[cluster.servers()];
        Arrays.fill(used, Resources.NONE);
        each.jobs().stream()
            .flatMap(job -> job.shares().stream())
            .forEach(share -> used[share.server()] = used[share.server()].plus(share.resources()));
        Arrays.stream(used)
            .forEach(on -> assertTrue(on.fitsIn(cluster.server()), cluster::toString));
      }
    }
  }

  /** Without those whose gain is not defined there. */
  private static List<SynergyJob> startable(List<SynergyJob> jobs, SynergyCluster cluster) {
    return jobs.stream().filter(job -> hasDemand(job, cluster)).toList();
  }

  private static boolean hasDemand(SynergyJob job, SynergyCluster cluster) {
    try {
      return Demand.of(job, cluster).speedup() > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * What tune gives the same jobs in the same order is one of the choices that the optimum has, if
   * best speeds are those of the tables.
   */
  @ParameterizedTest
  @MethodSource("optimal")
  void theOptimumIsNoSlowerThanTuneInAnyRound(SynergyPolicy policy) {
    SynergyCluster cluster = new SynergyCluster(3, new Resources(4, 12, 240, 500));
    SynergyPolicy tune = new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.TUNE, false);
    for (RoundRecord round : RoundsOf.replay(measuredJobs(), cluster, policy)) {
      Resources used =
          round.jobs().stream().map(Served::given).reduce(Resources.NONE, Resources::plus);
      assertTrue(used.fitsIn(cluster.total()), round::toString);
      double best = round.jobs().stream().mapToDouble(Served::speedup).sum();
      List<JobState> same =
          round.jobs().stream().map(job -> new JobState(job.job(), cluster)).toList();
      double tuned =
          new OneByOne(tune, new Servers(cluster))
              .allocate(0, same).stream().mapToDouble(JobState::factor).sum();
      assertTrue(best >= tuned - 1e-9, () -> "%s: tune has %s".formatted(round, tuned));
    }
  }

  private static List<SynergyJob> measuredJobs() {
    Random random = new Random(17);
    return IntStream.range(0, 40)
        .mapToObj(id ->
            new SynergyJob(
                id,
                OptimalAllocationTest.profile(random),
                1 + 40 * id,
                1 + random.nextInt(3000),
                1 + random.nextInt(2)))
        .toList();
  }

  private static List<SynergyJob> jobs(long seed) {
    Random random = new Random(seed);
    SynergyModel[] models = SynergyModel.values();
    return IntStream.range(0, 60)
        .mapToObj(id ->
            new SynergyJob(
                id,
                models[random.nextInt(models.length)].profile(),
                1 + 20 * id + random.nextInt(4),
                1 + random.nextInt(20_000),
                1 << random.nextInt(5)))
        .toList();
  }
}
