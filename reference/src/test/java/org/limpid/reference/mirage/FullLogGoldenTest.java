package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole log on 88 nodes against the simulator of the artifact. */
final class FullLogGoldenTest {
  private static final BatchSettings SETTINGS = BatchSettings.ofNodes(88);

  @Test
  void everyJobStartsAndEndsAsInTheArtifact() {
    List<BatchJob> jobs =
        SharedLog.jobs().stream().sorted(BatchJob.submissionOrder(SETTINGS)).toList();
    BatchSimulator simulator = new BatchSimulator(SETTINGS, jobs, jobs.getFirst().submitSecond());
    simulator.runToEnd();
    Map<String, String> found = new HashMap<>();
    long waited = 0;
    int backfilled = 0;
    for (int job = 0; job < jobs.size(); job++) {
      found.put(jobs.get(job).id(), times(simulator, job));
      waited += simulator.startSecond(job) - simulator.submitSecond(job);
      backfilled += simulator.isBackfilled(job) ? 1 : 0;
    }
    assertEquals(golden(), found);
    assertEquals(24_777, jobs.size());
    assertEquals(1596.230, (double) waited / jobs.size(), 0.0005);
    assertEquals(1791, backfilled);
    assertEquals(SharedLog.second("2023-04-02T22:51:00"), simulator.clock());
  }

  private static String times(BatchSimulator simulator, int job) {
    return "%d %d %d %d"
        .formatted(
            simulator.submitSecond(job),
            simulator.startSecond(job),
            simulator.endSecond(job),
            simulator.isBackfilled(job) ? 1 : 0);
  }

  /** job_id,nodes,limit_min,duration_s,submit,start,end,backfilled. */
  private static Map<String, String> golden() {
    Map<String, String> golden = new HashMap<>();
    for (String line :
        SharedLog.lines("golden/mirage/full_ls6_88.csv.gz").stream().skip(1).toList()) {
      String[] fields = line.split(",");
      golden.put(
          fields[0],
          "%d %d %d %s"
              .formatted(
                  SharedLog.second(fields[4]),
                  SharedLog.second(fields[5]),
                  SharedLog.second(fields[6]),
                  fields[7]));
    }
    return golden;
  }
}
