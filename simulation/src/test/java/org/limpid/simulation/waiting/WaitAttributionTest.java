package org.limpid.simulation.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.run.PolicyResult;

/** Waits on one or two nodes of 8 GPUs, split by hand. */
class WaitAttributionTest {
  private static final WorkloadProfile LSTM = Workloads.profile("LSTM", 3000);

  /** Per cause the seconds of a job, those that are 0 left out. */
  private static Map<WaitCause, Long> waits(Given given, String policy, int row) {
    PolicyResult result = given.explain(policy);
    WaitAttribution waits =
        WaitAttribution.of(result.decisions(), result.jobs().queueSeconds().length);
    assertEquals(result.jobs().queueSeconds()[row], waits.total(row));
    Map<WaitCause, Long> found = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      if (waits.seconds(row, cause) != 0) {
        found.put(cause, waits.seconds(row, cause));
      }
    }
    return found;
  }

  /**
   * Job 0 holds 6 GPUs until 100, job 1 wants 8 and waits from 10 to 100. Job 2 wants 2, which are
   * free, but job 1 is before it: 80 s. Then job 1 holds all GPUs until 150, and it came first.
   */
  @Test
  void firstInFirstOut() {
    Given given = Given.nodes(1).job(0, 6, 100).job(10, 8, 50).job(20, 2, 5);
    assertEquals(Map.of(WaitCause.CLUSTER_FULL, 90L), waits(given, "fifo", 1));
    assertEquals(
        Map.of(WaitCause.HEAD_OF_LINE, 80L, WaitCause.CLUSTER_FULL, 50L), waits(given, "fifo", 2));
    assertEquals(Map.of(), waits(given, "fifo-backfill", 2));
  }

  /**
   * Job 1 wants the whole node from 5 on, which job 0 leaves at 10. Jobs 2 and 3, shorter, come at
   * 6 and 7 and run from 10 to 12 and from 12 to 15; so job 1 waits 5 s for job 0 and 5 s for them.
   */
  @Test
  void shorterJobsThatCameLater() {
    Given given = Given.nodes(1).job(0, 8, 10).job(5, 8, 100).job(6, 8, 2).job(7, 8, 3);
    assertEquals(
        Map.of(WaitCause.CLUSTER_FULL, 5L, WaitCause.OVERTAKEN, 5L), waits(given, "sjf", 1));
    assertEquals(Map.of(WaitCause.CLUSTER_FULL, 5L), waits(given, "fifo", 1));
  }

  /** At 5 job 1 takes the node from job 0 for 20 s. */
  @Test
  void preemptedJobsWaitForTheWinner() {
    Given given = Given.nodes(1).job(0, 8, 100).job(5, 8, 20);
    assertEquals(Map.of(WaitCause.OVERTAKEN, 20L), waits(given, "srtf", 0));
  }

  /** Jobs 0 and 1 leave 3 + 3 GPUs; job 2 wants 4 on one node, from 1 until job 1 ends at 10. */
  @Test
  void freeGpusOnTwoNodes() {
    Given given = Given.nodes(2).job(0, 5, 30).job(0, 5, 10).job(1, 4, 1);
    assertEquals(Map.of(WaitCause.FRAGMENTED, 9L), waits(given, "fifo", 2));
  }

  /** All GPUs are free at 10, but decisions are made at full minutes. */
  @Test
  void timeUntilTheNextDecision() {
    Given given = Given.nodes(1).job(0, 1, 5).job(10, 1, 5);
    assertEquals(Map.of(WaitCause.OVERHEAD, 50L), waits(given, "tiresias", 1));
  }

  /**
   * Job 0 waits 20 s for the profiler, leaves it at 220, and the node is busy until 300. In
   * reference mode the two waits overlap: it waits 20 s there and 300 s here.
   */
  @Test
  void profiler() {
    Given given =
        Given.nodes(1)
            .profiles(Workloads.light(List.of(LSTM)))
            .job(0, 8, 500, 500, LSTM)
            .profiled(20, 220)
            .job(0, 8, 300, 1, LSTM);
    assertEquals(
        Map.of(WaitCause.PROFILER, 20L, WaitCause.CLUSTER_FULL, 80L), waits(given, "lucid", 0));
    given.semantics(Semantics.reference());
    assertEquals(
        Map.of(WaitCause.PROFILER, 20L, WaitCause.OVERTAKEN, 301L), waits(given, "lucid", 0));
  }

  /**
   * Jobs 0 and 2 share a node from 2 on. Job 1, which wants it alone, came between them: job 2
   * can't be blamed, since without it job 0 would still be there, until 100. From then until 152
   * job 2 is alone, and the wait is for it.
   */
  @Test
  void sharedGpusCountForTheJobThatCameFirst() {
    Given given =
        Given.nodes(1)
            .profiles(Workloads.light(List.of(LSTM, Workloads.profile("BERT", 23_000))))
            .sharing(SharingMode.ALWAYS)
            .job(0, 8, 100, 1000, LSTM)
            .job(1, 8, 10, 10, Workloads.profile("BERT", 23_000))
            .job(2, 8, 150, 150, LSTM);
    assertEquals(
        Map.of(WaitCause.CLUSTER_FULL, 99L, WaitCause.OVERTAKEN, 52L), waits(given, "lucid", 1));
  }
}
