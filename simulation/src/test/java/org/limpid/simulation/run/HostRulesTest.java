package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.simulation.given.Given.seconds;
import static org.limpid.simulation.given.HostCase.PICTURES;
import static org.limpid.simulation.given.HostCase.SOUNDS;
import static org.limpid.simulation.given.HostCase.WORDS;
import static org.limpid.simulation.policy.HostResources.FAIR;
import static org.limpid.simulation.policy.HostResources.GREEDY;
import static org.limpid.simulation.policy.HostResources.IGNORED;
import static org.limpid.simulation.policy.HostResources.OPT;
import static org.limpid.simulation.policy.HostResources.TUNE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.given.HostCase;
import org.limpid.simulation.policy.HostInputs;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.sink.ClusterSeries;
import org.limpid.simulation.sink.JobRecords;

/** CPUs and memory beside the GPUs, worked out by hand under FIFO. */
class HostRulesTest {
  /**
   * A node of 4 GPUs with 12 CPUs and 240 GB. Two jobs of pictures want 6 CPUs each and get them;
   * words come after 60 s.
   */
  private static HostCase crowded() {
    return HostCase.nodes(1, 4)
        .job(0, 1, 600, PICTURES)
        .job(0, 1, 600, PICTURES)
        .job(60, 1, 300, WORDS);
  }

  @Test
  void fairSharesMakeNobodyFasterOrSlower() {
    JobRecords jobs = crowded().run(FAIR).jobs();
    assertArrayEquals(seconds(600, 600, 360), jobs.endSeconds());
    // Words have 3 CPUs like all, and make use of one.
    assertEquals(3, jobs.decimal("cpus_allocated", 2));
    assertEquals(1, jobs.decimal("cpus_used", 2));
    assertEquals(6, jobs.decimal("cpus_demanded", 0));
    assertArrayEquals(seconds(600, 600, 360), crowded().run(IGNORED).jobs().endSeconds());
  }

  /** Both jobs of pictures end after 600 / 2 = 300 s; words wait for that and then take 300 s. */
  @Test
  void greedyJobsMakeOthersWait() {
    JobRecords jobs = crowded().run(GREEDY).jobs();
    assertArrayEquals(seconds(300, 300, 600), jobs.endSeconds());
    assertArrayEquals(seconds(0, 0, 240), jobs.queueSeconds());
  }

  /**
   * At 60 s words need a CPU and none is free. Both others have 6 for a GPU, and the first started
   * first: it goes down to 3. By then it has done 120 s of its work. The second ends at 300 s, and
   * the first, which has done 240 s more, has 6 CPUs again: (600 - 360) / 2 = 120 s, so it ends at
   * 420 s. The 240 s at half of its speed cost it 120 s. It has 6 CPUs for 180 s and 3 for 240 s.
   */
  @Test
  void tuningDemotesOneJob() {
    PolicyResult result = crowded().run(TUNE, true);
    JobRecords jobs = result.jobs();
    assertArrayEquals(seconds(420, 300, 360), jobs.endSeconds());
    assertEquals(1, jobs.whole("demotions", 0));
    assertEquals(0, jobs.whole("demotions", 1));
    assertEquals((180 * 6 + 240 * 3) / 420.0, jobs.decimal("cpus_allocated", 0));
    assertEquals((180 * 2 + 240 * 1) / 420.0, jobs.decimal("supply_speed", 0));
    assertEquals(
        List.of(
            new Event.Supplied(0, 0, 6, 60, 6, 60, 2, 2, -1),
            new Event.Supplied(60, 0, 3, 60, 6, 60, 1, 2, 2),
            new Event.Supplied(300, 0, 6, 60, 6, 60, 2, 2, -1)),
        supplies(result, 0));
  }

  private static List<Event> supplies(PolicyResult result, int job) {
    List<Event> found = new ArrayList<>();
    for (Event event : result.decisions().partitions().getFirst()) {
      if (event instanceof Event.Supplied it && it.job() == job) {
        found.add(event);
      }
    }
    return found;
  }

  /**
   * A node of 3 GPUs with 9 CPUs. Sounds have 6 for 60 s and do 90 s. Then pictures come: with 6
   * they gain 1 and sounds lose .5, so under the optimum sounds go down to 3. Pictures end at 60 +
   * 600 / 2 = 360 s; sounds have done 390 s then, and the rest takes 210 / 1.5 = 140 s.
   */
  @Test
  void theOptimumGivesMoreToWhoGainsMore() {
    HostCase keenCameLater = HostCase.nodes(1, 3).job(0, 1, 600, SOUNDS).job(60, 1, 600, PICTURES);
    PolicyResult result = keenCameLater.run(OPT, true);
    assertArrayEquals(seconds(500, 360), result.jobs().endSeconds());
    assertEquals(1, result.jobs().whole("demotions", 0));
    assertEquals(
        List.of(
            new Event.Supplied(0, 0, 6, 60, 6, 60, 1.5, 1.5, -1),
            new Event.Supplied(60, 0, 3, 60, 6, 60, 1, 1.5, 1),
            new Event.Supplied(360, 0, 6, 60, 6, 60, 1.5, 1.5, -1)),
        supplies(result, 0));
    // Sounds end after 600 / 1.5 = 400 s. Pictures have done 340 s then; 260 s take 130 s.
    assertArrayEquals(seconds(400, 530), keenCameLater.run(TUNE).jobs().endSeconds());
  }

  /**
   * Of 12 CPUs 12 are allocated at 0 s; at 60 s 3 + 6 + 1, of 6 + 6 + 1 that are demanded; at 300 s
   * 6 + 1.
   */
  @Test
  void theSeriesOfTheClusterTellsOfThem() {
    ClusterSeries series = crowded().run(TUNE).cluster();
    assertTrue(series.hasHosts());
    assertEquals(12, series.cpus(0));
    assertEquals(12, series.cpusAllocated(0));
    assertEquals(10, series.cpusAllocated(1));
    assertEquals(13, series.cpusDemanded(1));
    assertEquals(140 * 1024, series.hostMemoryAllocated(1));
    assertEquals(7, series.cpusUsed(5));
    assertFalse(crowded().run(IGNORED).cluster().hasHosts());
  }

  /**
   * Two nodes of 2 GPUs with 6 CPUs. Each has a job of pictures with all of them. At 100 s words
   * come for 2 GPUs, one on each node, and both are demoted. They have done 200 s, do 100 s until
   * words end at 200 s, and the other 300 s in 150 s.
   */
  @Test
  void tuningDemotesJobsOnDifferentNodes() {
    JobRecords jobs =
        HostCase.nodes(2, 2)
            .job(0, 1, 600, PICTURES)
            .job(0, 1, 600, PICTURES)
            .job(100, 2, 100, WORDS)
            .firstFit()
            .run(TUNE)
            .jobs();
    assertArrayEquals(seconds(350, 350, 200), jobs.endSeconds());
    assertEquals(1, jobs.whole("demotions", 0));
    assertEquals(1, jobs.whole("demotions", 1));
    assertEquals(2, jobs.decimal("cpus_allocated", 2));
  }

  /**
   * On 4 GPUs pictures want 24 of 12 CPUs: they have 3 for each GPU and gain nothing. On 3 GPUs
   * they have 4 for each, a third of the way from 3 to 6: 398 s take 398 / (4 / 3) = 298.5 s.
   */
  @Test
  void noJobWantsMoreThanANodeHas() {
    JobRecords jobs =
        HostCase.nodes(1, 4).job(0, 4, 600, PICTURES).job(600, 3, 398, PICTURES).run(TUNE).jobs();
    assertArrayEquals(seconds(600, 899), jobs.endSeconds());
    assertEquals(12, jobs.decimal("cpus_demanded", 0));
    assertEquals(12, jobs.decimal("cpus_allocated", 1));
  }

  /** A job of which nobody knows what it gains has its fair share and runs as fast as ever. */
  @Test
  void unknownJobsHaveTheirFairShare() {
    JobRecords jobs =
        HostCase.nodes(1, 4).job(0, 2, 600, null).job(0, 1, 600, WORDS).run(TUNE).jobs();
    assertArrayEquals(seconds(600, 600), jobs.endSeconds());
    assertEquals(6, jobs.decimal("cpus_allocated", 0));
  }

  /** A job that would find all it wants goes to the node that has it, not to the fullest one. */
  @Test
  void jobsGoWhereTheyHaveWhatTheyWant() {
    JobRecords jobs =
        HostCase.nodes(2, 2).job(0, 1, 600, PICTURES).job(0, 1, 600, PICTURES).run(TUNE).jobs();
    assertArrayEquals(seconds(300, 300), jobs.endSeconds());
  }

  @Test
  void dataWithoutThemAreRefused() {
    PolicyInputs inputs = crowded().inputs(TUNE).withHosts(HostInputs.NONE);
    Simulator simulator = new Simulator(SimulationOptions.standard());
    Policy fifo = Policies.standard().named("fifo").orElseThrow();
    String message =
        assertThrows(InputProblem.class, () -> simulator.run(fifo, inputs)).getMessage();
    assertTrue(message.contains("does not tell what jobs gain by CPUs and memory"), message);
  }
}
