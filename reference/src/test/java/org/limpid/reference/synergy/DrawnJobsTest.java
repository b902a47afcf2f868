package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.generate.SynergyMix;
import org.limpid.data.importer.SynergyPhilly;
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
            .map(job -> SynergyMix.Task.of(job.profile().model()))
            .filter(task -> task == SynergyMix.Task.IMAGE)
            .count();
    assertEquals(COUNT / 2.0, image, 1);
  }

  /**
   * Of three jobs in a log GPUs and durations come round again; the durations are the first three
   * that seed 42 gives Python's generator, and gaps and models are as without a log.
   */
  @Test
  void aLogIsTakenAgainAndAgain() {
    List<SynergyPhilly.Job> logged =
        List.of(
            new SynergyPhilly.Job("a", 0, 5000, 4),
            new SynergyPhilly.Job("b", 7, 5000, 1),
            new SynergyPhilly.Job("c", 9, 5000, 16));
    SynergyLoad load = new SynergyLoad(9, Sizes.DRAWN, List.of(20, 70, 10), 42, 0, COUNT);
    List<SynergyJob> drawn = jobs(Sizes.ONE_GPU, List.of(20, 70, 10));
    DrawnJobs source =
        new DrawnJobs(load.with(new LoggedJobs(logged, false)), SynergyCluster.OF_128_GPUS);
    SynergyJob job = source.first().getFirst();
    double[] seconds = {2068.5564791406746, 4101.732724304978, 19642.668237323694};
    for (int i = 0; i < 10; i++) {
      assertEquals(logged.get(i % 3).gpus(), job.gpus());
      assertEquals(drawn.get(i).arrivalSeconds(), job.arrivalSeconds());
      assertEquals(drawn.get(i).profile(), job.profile());
      assertEquals((long) (seconds[i % 3] / job.profile().iterationSeconds()), job.iterations());
      job = source.after(job).orElseThrow();
    }
  }

  /** 700 s of alexnet, at 0.6 s an iteration. */
  @Test
  void aLogWithTimesEnds() {
    LoggedJobs log =
        new LoggedJobs(
            List.of(
                new SynergyPhilly.Job("a", 0, 700, 2), new SynergyPhilly.Job("b", 25, 60_000, 16)),
            true);
    SynergyLoad load = new SynergyLoad(9, Sizes.DRAWN, List.of(20, 70, 10), 42, 0, 2).with(log);
    DrawnJobs source = new DrawnJobs(load, SynergyCluster.OF_128_GPUS);
    SynergyJob first = source.first().getFirst();
    assertEquals(new SynergyJob(0, SynergyModel.ALEXNET.profile(), 0, (long) (700 / .6), 2), first);
    SynergyJob second = source.after(first).orElseThrow();
    assertEquals(25, second.arrivalSeconds());
    assertEquals(16, second.gpus());
    assertTrue(source.after(second).isEmpty());
    assertEquals(2, load.run(SynergyCluster.OF_128_GPUS, SynergyPolicy.all().getFirst()).size());
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> SynergyLoad.HEADLINE.with(log));
    assertEquals(
        "expected jobs to measure among the 2 of the log, found 1000 from 4000",
        failure.getMessage());
  }

  @Test
  void refusesServersForWhichNothingWasMeasured() {
    SynergyCluster cluster = new SynergyCluster(1, new Resources(8, 56, 500, 500));
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> SynergyModel.ALEXNET.profile(cluster));
    assertEquals("expected [3, 4, 5, 6] CPUs for each GPU, found 7.0", failure.getMessage());
  }
}
