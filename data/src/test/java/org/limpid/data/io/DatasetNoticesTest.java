package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;

class DatasetNoticesTest {
  private static final String BARE = "job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration\n";

  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder);
  }

  private List<String> notices() {
    DatasetReader reader = dataset.open();
    assertEquals(List.of(), DatasetCheck.check(folder));
    return DatasetNotices.of(reader, reader.trace());
  }

  private String only() {
    List<String> notices = notices();
    assertEquals(1, notices.size(), notices.toString());
    return notices.getFirst();
  }

  private void durations(long... seconds) {
    StringBuilder rows = new StringBuilder(BARE);
    for (int i = 0; i < seconds.length; i++) {
      rows.append("%d,ann,blue,1,4,X,%d,%d\n".formatted(i, 100 + i, seconds[i]));
    }
    dataset.with("jobs.csv", rows.toString());
  }

  @Test
  void aGoodDataSetHasNone() {
    assertEquals(List.of(), notices());
  }

  /** 5,000,000 s are 58 days, 1,250 times 4,000 s. */
  @Test
  void oneDurationFarAboveTheOthers() {
    durations(30, 5_000_000, 4000);
    assertTrue(only().contains("one duration is a thousand times the next longest, 4,000 s"));
    durations(30, 5_000_000, 6_000_000, 4000);
    assertTrue(only().contains("2 durations are a thousand times the next longest"));
  }

  /** 3,999,999 s are less than a thousand times 4,000 s, and 50,000 s are no long time. */
  @Test
  void longJobsAreNoMistake() {
    durations(30, 3_999_999, 4000);
    assertEquals(List.of(), notices());
    durations(1, 50_000);
    assertEquals(List.of(), notices());
  }

  /** 100,000,000 s are 3.17 years. */
  @Test
  void everyJobLastsYears() {
    durations(100_000_000, 99_000_000);
    assertTrue(only().contains("the longest job lasts 3.2 years"));
  }

  @Test
  void yearsWithoutASubmission() {
    dataset.with("jobs.csv", BARE + "1,ann,blue,1,4,X,100,5\n2,ann,blue,1,4,X,63072100,5\n");
    assertTrue(only().contains("2.0 years lie between a job and the submission before"));
    dataset.with("jobs.csv", BARE + "1,ann,blue,1,4,X,63072100,5\n");
    assertTrue(only().contains("2.0 years lie between a job and startSeconds"));
  }

  @Test
  void rowsWithoutTimesAreLeftOutAndCounted() {
    dataset.with(
        "jobs.csv",
        BARE
            + "1,ann,blue,1,4,X,100,5\n2,ann,blue,1,4,X,None,5\n3,ann,blue,1,4,X,110,\n"
            + "4,ann,blue,,4,X,120,5\n5,ann,blue,1,4,X,130,NaN\n");
    assertEquals(
        List.of(
            "Left out 1 row of jobs.csv: without a time of submission.",
            "Left out 2 rows of jobs.csv: without a duration.",
            "Left out 1 row of jobs.csv: without a number of GPUs."),
        notices());
  }

  /** The log of a cluster that still runs, with clocks that differ. */
  @Test
  void rowsOfRealLogsAreLeftOutAndCounted() {
    dataset.with(
        DatasetDescription.FILE_NAME, SmallDataset.DESCRIPTION.replace("\"lucid\"", "\"helios\""));
    dataset.with(
        "jobs.csv",
        """
        job_id,user,vc,gpu_num,cpu_num,state,submit_time,start_time,end_time,duration
        1,ann,blue,1,4,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:03:00,60
        2,ann,blue,1,4,RUNNING,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:09:00,420
        3,ann,blue,1,4,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,null,60
        4,ann,blue,1,4,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:01:00,-60
        5,ann,blue,-1,4,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:03:00,60
        6,ann,blue,0,4,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:03:00,60
        """);
    assertEquals(
        List.of(
            "Left out 2 rows of jobs.csv: of jobs that had not ended.",
            "Left out 1 row of jobs.csv: with a negative duration.",
            "Left out 1 row of jobs.csv: with a negative number of GPUs.",
            "Left out 1 row of jobs.csv: CPU job."),
        notices());
  }

  /** A column that is empty throughout is not what its name says. */
  @Test
  void fewRowsThatSurviveAreAnError() {
    StringBuilder rows = new StringBuilder(BARE).append("0,ann,blue,1,4,X,100,5\n");
    for (int i = 1; i < 20; i++) {
      rows.append(i).append(",ann,blue,1,4,X,100,\n");
    }
    dataset.with("jobs.csv", rows.toString());
    DataException e = assertThrows(DataException.class, () -> dataset.open().trace());
    assertTrue(
        e.getMessage().contains("19 of 20 must be left out: 19 without a duration"),
        e.getMessage());
    assertEquals(e.problems(), DatasetCheck.check(folder));
  }

  /** BERT is in no pair; its job is one of three. */
  @Test
  void workloadsWithoutPairsAreCounted() {
    List<String> pairs = SmallDataset.PAIRS.lines().toList();
    dataset.with("pairs.csv", pairs.get(0) + "\n" + pairs.get(2) + "\n");
    assertTrue(only().startsWith("1 of 2 workloads, those of 1 of 3 jobs, are in no measured"));
  }

  @Test
  void jobsWithoutAWorkloadAreCounted() {
    dataset.jobs(",CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0", ",,,,,,,,");
    assertEquals("2 of 3 jobs have no workload.", only());
  }
}
