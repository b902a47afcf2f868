package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.reference.synergy.SynergyLoad.Sizes;

/** Jobs drawn with one GPU each, and with several. */
final class DrawnJobsTest {
  private static final int COUNT = 2000;

  private static List<SynergyJob> jobs(Sizes sizes, List<Integer> percentages) {
    SynergyLoad load = new SynergyLoad(9, sizes, percentages, 42, 0, COUNT);
    DrawnJobs source = new DrawnJobs(load, SynergyCluster.OF_128_GPUS);
    List<SynergyJob> jobs = new ArrayList<>(source.first());
    while (jobs.size() < COUNT) {
      jobs.add(source.after(jobs.getLast()).orElseThrow());
    }
    return jobs;
  }

  /** The first gap after seed 42 is known from Python: -ln(1 - .639...) / 9 h, rounded up. */
  @Test
  void severalGpusChangeNothingElse() {
    List<SynergyJob> single = jobs(Sizes.ONE_GPU, List.of(20, 70, 10));
    List<SynergyJob> large = jobs(Sizes.DRAWN, List.of(20, 70, 10));
    assertEquals(409, large.getFirst().arrivalSeconds());
    for (int i = 0; i < COUNT; i++) {
      SynergyJob job = large.get(i);
      assertEquals(
          single.get(i),
          new SynergyJob(job.id(), job.profile(), job.arrivalSeconds(), job.iterations(), 1));
    }
    assertTrue(single.stream().allMatch(job -> job.gpus() == 1));
    double mean = large.stream().mapToInt(SynergyJob::gpus).average().orElseThrow();
    assertEquals(.7 * 1 + .1 * 2 + .15 * 4 + .05 * 8, mean, 0.15); // three standard errors
  }

  /** 60 10^U: long jobs must not be the large ones, as they are if both come from one seed. */
  @Test
  void sizesDoNotDependOnDurations() {
    List<SynergyJob> jobs = jobs(Sizes.DRAWN, List.of(20, 70, 10));
    double ofLong =
        jobs.stream()
            .filter(job -> job.iterations() * job.profile().iterationSeconds() > 60_000)
            .mapToInt(SynergyJob::gpus)
            .average()
            .orElseThrow();
    assertEquals(1.9, ofLong, 0.35);
  }

  @ParameterizedTest
  @CsvSource({"0,1", ".69,1", ".7,2", ".79,2", ".8,4", ".94,4", ".95,8", ".999,8"})
  void sizesHaveTheLimitsOfTheArtifact(double draw, int gpus) {
    assertEquals(gpus, DrawnJobs.gpus(draw));
  }

  /** Without language models each kind has half the jobs, to one. */
  @Test
  void kindsOfModelsKeepTheirPercentages() {
    long image =
        jobs(Sizes.ONE_GPU, List.of(50, 0, 50)).stream()
            .map(job -> SynergyModel.of(job.profile().model()).task())
            .filter(task -> task == SynergyModel.Task.IMAGE)
            .count();
    assertEquals(COUNT / 2.0, image, 1);
  }

  @Test
  void refusesServersForWhichNothingWasMeasured() {
    SynergyCluster cluster = new SynergyCluster(1, new Resources(8, 56, 500, 500));
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> SynergyModel.ALEXNET.profile(cluster));
    assertEquals("expected [3, 4, 5, 6] CPUs for each GPU, found 7.0", failure.getMessage());
  }
}
