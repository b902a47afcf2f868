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
