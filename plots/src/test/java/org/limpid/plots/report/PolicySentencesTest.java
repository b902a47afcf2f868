package org.limpid.plots.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

final class PolicySentencesTest {
  private static PolicySummary summary(
      String policy, int jobs, double jct, double queue, List<JobGroup> sizes, long preemptions) {
    JobGroup all = group("all", jobs, jct, queue);
    return new PolicySummary(policy, all, List.of(), sizes, 0, preemptions, 0.5);
  }

  private static JobGroup group(String name, int jobs, double jct, double queue) {
    return new JobGroup(
        name,
        jobs,
        new Distribution(jct, jct, jct, jct),
        new Distribution(queue, queue, queue, 100 * queue));
  }

  /**
   * 65,720 / 12,886 = 5.1; 14,700 / 12,886 = 1.141; 12,886 / 11,000 = 1.171; 100 x 915.2 s are 25.4
   * hours.
   */
  @Test
  void sentencesCompareLucidWithTheOthers() {
    List<JobGroup> sizes = List.of(group("small", 4, 5000, 1), group("large", 1000, 7000.5, 1));
    List<PolicySummary> summaries =
        List.of(
            summary("fifo", 23_859, 65_720.4, 9, List.of(), 0),
            summary("tiresias", 23_859, 14_700, 9, List.of(), 1500),
            summary("lucid", 23_859, 12_886.1, 915.2, sizes, 0),
            summary("sjf-backfill", 23_859, 12_700, 9, List.of(), 0),
            summary("ideal", 23_859, 11_000, 0, List.of(), 0));
    assertEquals(
        List.of(
            "Under Lucid the mean job completion time (JCT) of 23,859 jobs is 12,886 s; that of"
                + " FIFO is 5.1 times as long, that of Tiresias is 1.14 times as long.",
            "Of 4 policies SJF with backfill has the shortest mean JCT, 12,700 s, and FIFO the"
                + " longest, 65,720 s.",
            "The ideal bound, under which no job waits, is 11,000 s: Lucid is 17 % above it.",
            "Jobs wait 915 s on average under Lucid, one in a thousand more than 1 d 1 h.",
            "The 1,000 jobs of more than 8 GPUs complete after 7,001 s on average under Lucid, the"
                + " others after 5,000 s.",
            "Jobs are preempted by Tiresias 1,500 times."),
        PolicySentences.of(summaries));
  }

  @Test
  void withoutLucidTheShortestMeanIsTold() {
    assertEquals(
        List.of(
            "Under My-policy the mean job completion time (JCT) of 1 job is 5 s; that of FIFO is"
                + " 2.0 times as long.",
            "Of 2 policies My-policy has the shortest mean JCT, 5 s, and FIFO the longest, 10 s.",
            "Under My-policy hardly any job waits."),
        PolicySentences.of(
            List.of(
                summary("fifo", 1, 10, 5, List.of(), 0),
                summary("my-policy", 1, 5, 0, List.of(), 0))));
  }

  @Test
  void namesOfBatchPoliciesFitInsideASentence() {
    assertEquals(
        "Of 2 policies conservative backfill has the shortest mean JCT, 5 s, and the scheduler like"
            + " Slurm the longest, 10 s.",
        PolicySentences.of(
                List.of(
                    summary("slurm-like", 1, 10, 5, List.of(), 0),
                    summary("conservative", 1, 5, 0, List.of(), 0)))
            .get(1));
  }

  @Test
  void nothingIsSaidWithoutJobs() {
    assertEquals(
        List.of(),
        PolicySentences.of(List.of(summary("lucid", 0, Double.NaN, Double.NaN, List.of(), 0))));
    assertEquals(List.of(), PolicySentences.of(List.of()));
  }

  @Test
  void theBoundAloneIsNoPolicy() {
    assertEquals(List.of(), PolicySentences.of(List.of(summary("ideal", 5, 1, 0, List.of(), 0))));
  }
}
