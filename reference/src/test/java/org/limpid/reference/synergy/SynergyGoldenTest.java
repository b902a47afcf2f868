package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the artifact's own code, line by line in the order in which jobs finish. */
class SynergyGoldenTest {
  private static final SynergyCluster OF_32_GPUS =
      new SynergyCluster(4, new Resources(8, 24, 500, 500));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FIFO_fair",
        "FIFO_tune",
        "FIFO",
        "LAS_fair",
        "LAS_tune",
        "SRTF_tune",
        "FTF_fair",
        "DRF_tune",
        "TETRIS"
      })
  void allJobsAtOnce(String run) {
    assertEqualRun("", run, "static_100job.csv", new ReplayRules(true, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DRF_place",
        "DRF_tune",
        "FIFO",
        "FIFO_fair",
        "FIFO_fair_place",
        "FIFO_place",
        "FIFO_tune",
        "FIFO_tune_place",
        "FTF",
        "FTF_fair",
        "FTF_fair_place",
        "LAS_fair",
        "LAS_fair_place",
        "LAS_tune",
        "SRTF_place",
        "SRTF_tune",
        "SRTF_tune_place",
        "TETRIS"
      })
  void jobsOfSeveralGpus(String run) {
    assertEqualRun("multi_gpu_120/", run, "multi_gpu_120.csv", ReplayRules.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIFO_fair", "FIFO_tune", "TETRIS_fair"})
  void nothingWaits(String run) {
    assertEqualRun("toy_multi_gpu/", run, "toy_multi_gpu.csv", ReplayRules.WHOLE);
  }

  private static void assertEqualRun(String folder, String run, String trace, ReplayRules rules) {
    List<String> expected = SynergyFiles.finished(folder + run + ".txt");
    List<FinishedJob> found =
        SynergySimulator.replay(SynergyFiles.trace(trace), OF_32_GPUS, policy(run), rules);
    assertIterableEquals(expected, found.stream().map(FinishedJob::line).toList());
  }

  /** The policy of the artifact's name, e.g. {@code FIFO_tune_place}. */
  private static SynergyPolicy policy(String run) {
    List<String> parts = List.of(run.split("_"));
    SynergyAllocation allocation = SynergyAllocation.GREEDY;
    for (SynergyAllocation each : SynergyAllocation.values()) {
      if (parts.contains(each.name().toLowerCase(Locale.ROOT))) {
        allocation = each;
      }
    }
    return new SynergyPolicy(
        SynergyOrder.valueOf(parts.getFirst()), allocation, parts.contains("place"));
  }
}
