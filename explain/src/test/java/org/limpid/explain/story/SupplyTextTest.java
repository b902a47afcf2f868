package org.limpid.explain.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.data.JobId;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.HostResources;

class SupplyTextTest {
  private static final JobName ANN = new JobName(JobId.of(7), "ann", 2);

  private static StoryEvent.Supplied supplied(
      double cpus, double memoryGb, double speed, Optional<JobName> by) {
    return supplied(HostResources.TUNE, cpus, memoryGb, speed, by);
  }

  private static StoryEvent.Supplied supplied(
      HostResources rule, double cpus, double memoryGb, double speed, Optional<JobName> by) {
    return new StoryEvent.Supplied(60, cpus, memoryGb, 6, 62.5, speed, 1.55, by, 240, rule);
  }

  /** At 1 instead of 1.55 times its speed 240 s do what would have taken 240 / 1.55 = 154.84 s. */
  @Test
  void costOfDemotionIsTold() {
    StoryEvent.Supplied demoted = supplied(3, 62.5, 1, Optional.of(ANN));
    assertEquals(85.16, demoted.lostSeconds(), 0.01);
    assertEquals(
        "Demoted to its fair share for job 7 (ann, 2 GPUs): it has 3 of the 6 CPUs and 62.5 of the"
            + " 62.5 GB that it wants. With all of it, it would run 1.55 times as fast; in 4 min"
            + " that cost it 85 s.",
        SupplyText.of(demoted));
  }

  @Test
  void fullSharesAreTold() {
    assertEquals(
        "It has all CPUs and memory that it wants, 6 and 62.5 GB, and runs 1.55 times as fast as"
            + " with its fair share.",
        SupplyText.of(supplied(6, 62.5, 1.55, Optional.empty())));
  }

  @Test
  void lessMayCostNothing() {
    assertEquals(
        "It has its fair share: 6 of the 6 CPUs and 31.2 of the 62.5 GB that it wants. That costs"
            + " it nothing.",
        SupplyText.of(supplied(6, 31.2, 1.55, Optional.empty())));
  }

  @Test
  void theBestDivisionTellsThatOthersGainMore() {
    String costs =
        " it has 3 of the 6 CPUs and 62.5 of the 62.5 GB that it wants. With all of it, it would"
            + " run 1.55 times as fast; in 4 min that cost it 85 s.";
    assertEquals(
        "Slower since job 7 (ann, 2 GPUs) started: others gain as much or more by the rest, so"
            + costs,
        SupplyText.of(supplied(HostResources.OPT, 3, 62.5, 1, Optional.of(ANN))));
    assertEquals(
        "Others gain as much or more by the rest, so" + costs,
        SupplyText.of(supplied(HostResources.OPT, 3, 62.5, 1, Optional.empty())));
    assertEquals(
        "It has 6 of the 6 CPUs and 31.2 of the 62.5 GB that it wants. That costs it nothing.",
        SupplyText.of(supplied(HostResources.OPT, 6, 31.2, 1.55, Optional.empty())));
  }
}
