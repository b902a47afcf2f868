package org.limpid.simulation.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;

/** Workload 0 uses 50 % and 3000 MiB, 1 uses 50 % and 4000 MiB, 2 uses 70 % and 5000.5 MiB. */
class UsageModelTest {
  private static final WorkloadProfile FIRST = Workloads.profile("LSTM", 3000);
  private static final WorkloadProfile SECOND = Workloads.profile("VGG", 4000);
  private static final WorkloadProfile HEAVY =
      new WorkloadProfile(Workloads.of("PPO"), 100, 70, 30, 5000.5);

  private static final Trace TRACE =
      Given.nodes(1)
          .job(0, 1, 1, 1, FIRST)
          .job(0, 1, 1, 1, SECOND)
          .job(0, 1, 1, 1, HEAVY)
          .inputs()
          .trace();

  /** Only the first with the second was measured: 80 % and 9000 MiB. */
  private static UsageModel model(boolean boundedByFull) {
    Profiles profiles =
        Workloads.light(List.of(FIRST, SECOND, HEAVY), Workloads.pair("LSTM", "VGG", 0.9, 0.8));
    return new UsageModel(TRACE, profiles, boundedByFull);
  }

  @Test
  void workloadAloneUsesWhatItsProfileSays() {
    assertEquals(70_000_000, model(true).util(2));
    assertEquals(5_000_500_000L, model(true).memory(2));
  }

  @Test
  void measuredPairUsesWhatWasMeasuredInEitherOrder() {
    assertEquals(80_000_000, model(true).together(0, 1).util());
    assertEquals(80_000_000, model(true).together(1, 0).util());
    assertEquals(9_000_000_000L, model(true).together(1, 0).memory());
  }

  /** 50 + 50 = 100 %; 50 + 70 is more than there is. */
  @Test
  void otherPairsAddUpToTheWholeGpuAtMost() {
    assertEquals(100_000_000, model(true).together(0, 0).util());
    assertEquals(100_000_000, model(true).together(0, 2).util());
    assertEquals(8_000_500_000L, model(true).together(0, 2).memory());
  }

  /** The artifact takes the lesser of 1 and a sum of percentages. */
  @Test
  void artifactCountsOnePercentForOtherPairs() {
    assertEquals(1_000_000, model(false).together(0, 2).util());
    assertEquals(80_000_000, model(false).together(0, 1).util());
  }

  @Test
  void unknownWorkloadUsesNothing() {
    assertEquals(0, model(true).util(Trace.NO_WORKLOAD));
    assertEquals(0, model(true).memory(Trace.NO_WORKLOAD));
    assertEquals(50_000_000, model(true).together(Trace.NO_WORKLOAD, 0).util());
    assertEquals(3_000_000_000L, model(true).together(0, Trace.NO_WORKLOAD).memory());
  }
}
