package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

final class WorkloadModelTest {
  private final Profiles profiles = WorkloadModel.profiles();

  @Test
  void aboutSixtyWorkloadsOfSixteenModels() {
    assertEquals(63, profiles.singles().size());
    assertEquals(16, profiles.singles().stream().map(s -> workload(s).model()).distinct().count());
    assertEquals(63, profiles.singles().stream().map(this::workload).distinct().count());
  }

  @Test
  void utilisationsAreSharesAndMemoryFits() {
    for (SingleProfile single : profiles.singles()) {
      WorkloadProfile profile = single.profile();
      assertTrue(profile.speed() > 0, () -> profile.toString());
      assertTrue(profile.gpuUtilPercent() > 0 && profile.gpuUtilPercent() < 100);
      assertTrue(profile.memoryUtilPercent() > 0 && profile.memoryUtilPercent() < 100);
      assertTrue(profile.memoryMib() < WorkloadModel.GPU_MEMORY_MIB);
    }
  }

  @Test
  void largerBatchesUseMoreOfTheGpu() {
    ModelFamily family = ModelFamily.ALL.getFirst();
    assertTrue(family.gpuUtilPercent(128, false) > family.gpuUtilPercent(64, false));
    assertTrue(family.samplesPerSecond(128, false) > family.samplesPerSecond(64, false));
    assertTrue(family.memoryMib(128, false) > family.memoryMib(64, false));
    assertTrue(family.memoryMib(128, true) < family.memoryMib(128, false));
  }

  @Test
  void pairsCoverExactlyThoseThatFit() {
    Map<Workload, Double> memory =
        profiles.singles().stream()
            .collect(Collectors.toMap(this::workload, s -> s.profile().memoryMib()));
    long fitting =
        memory.values().stream()
            .flatMap(a -> memory.values().stream().map(b -> a + b))
            .filter(sum -> sum < WorkloadModel.GPU_MEMORY_MIB)
            .count();
    long withThemselves =
        memory.values().stream().filter(m -> 2 * m < WorkloadModel.GPU_MEMORY_MIB).count();
    assertEquals((fitting + withThemselves) / 2, profiles.pairs().size());
    for (PairProfile pair : profiles.pairs()) {
      assertEquals(memory.get(pair.first()) + memory.get(pair.second()), pair.memoryMib());
      assertTrue(pair.firstRate() > 0.25 && pair.firstRate() <= 1.05);
      assertTrue(pair.secondRate() > 0.25 && pair.secondRate() <= 1.05);
      assertTrue(pair.gpuUtilPercent() <= 100 && pair.memoryUtilPercent() <= 100);
    }
  }

  @Test
  void shareScoreFollowsTheMeanRateOverAllPairs() {
    Map<Workload, Double> rates =
        profiles.pairs().stream()
            .flatMap(p ->
                Stream.of(
                    Map.entry(p.first(), p.firstRate()), Map.entry(p.second(), p.secondRate())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.averagingDouble(Map.Entry::getValue)));
    for (SingleProfile single : profiles.singles()) {
      double rate = rates.get(workload(single));
      int expected = rate < 0.85 ? 2 : rate < 0.95 ? 1 : 0;
      assertEquals(expected, single.shareScore(), () -> workload(single) + ": " + rate);
    }
  }

  @Test
  void everyShareScoreOccursOften() {
    Map<Integer, Long> counts =
        profiles.singles().stream()
            .collect(Collectors.groupingBy(SingleProfile::shareScore, Collectors.counting()));
    assertTrue(counts.values().stream().allMatch(n -> n >= 10), () -> counts.toString());
    assertEquals(3, counts.size());
  }

  @Test
  void theSeedChangesTheNoiseOfPairsOnly() {
    Profiles other = WorkloadModel.profiles(2);
    assertEquals(profiles, WorkloadModel.profiles());
    assertNotEquals(profiles.pairs(), other.pairs());
    assertEquals(
        profiles.singles().stream().map(SingleProfile::profile).toList(),
        other.singles().stream().map(SingleProfile::profile).toList());
  }

  /**
   * u = 1 and 0.5, m = 0: proportional 1/1.5 for both; fair 0.5 for the first, 1 for the second.
   */
  @Test
  void capacityIsBetweenProportionalAndFair() {
    WorkloadProfile busy = profile(100, 0);
    WorkloadProfile half = profile(50, 0);
    assertEquals((2 / 3.0 + 0.5) / 2, PairModel.rate(busy, 0, half), 1e-12);
    assertEquals((2 / 3.0 + 1) / 2, PairModel.rate(half, 0, busy), 1e-12);
    assertEquals(1, PairModel.rate(half, 0, half));
    assertEquals(0.5, PairModel.rate(busy, 0, busy));
  }

  /** m = 1 + 1 is 1.3 above the knee: 1 / (1 + 0.6 x 1.3); latency: 1 - 0.2 x 0.5. */
  @Test
  void bandwidthAndLatencyCost() {
    WorkloadProfile memoryBound = profile(50, 100);
    assertEquals(1 / 1.78, PairModel.rate(memoryBound, 0, memoryBound), 1e-12);
    assertEquals(0.9, PairModel.rate(profile(50, 0), 0.2, profile(50, 0)), 1e-12);
  }

  private Workload workload(SingleProfile single) {
    return single.profile().workload();
  }

  private static WorkloadProfile profile(double gpuUtil, double memoryUtil) {
    return new WorkloadProfile(new Workload("m", "d", 1, false), 1, gpuUtil, memoryUtil, 1_000);
  }
}
