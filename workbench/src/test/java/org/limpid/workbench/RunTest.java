package org.limpid.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

final class RunTest {
  @TempDir private Path folder;

  private Run run() throws IOException {
    return Run.open(SampleRun.tiny(folder.resolve("run")).toString());
  }

  @Test
  void jobsOfAllPoliciesStandBelowEachOther() throws IOException {
    Table jobs = run().jobs();
    assertEquals(8, jobs.rowCount());
    assertEquals(
        List.of("a1", "a2", "a3", "a4", "a1", "a2", "a3", "a4"),
        jobs.stringColumn("job_id").asList());
    assertEquals(List.of("fifo", "sjf"), jobs.stringColumn("policy").unique().asList());
    assertEquals(ColumnType.LONG, jobs.column("queue").type());
    assertEquals(2, jobs.intColumn("preemptions").get(5));
    assertEquals(21_600, jobs.longColumn("jct").get(3));
    assertTrue(jobs.doubleColumn("sharescore").isMissing(0));
  }

  /** (0 + 1 + 2 + 5) / 4 hours. */
  @Test
  void tablesawsOwnSummariesWork() throws IOException {
    Table means = run().jobs().summarize("queue", AggregateFunctions.mean).by("policy");
    assertEquals(7200, means.doubleColumn("Mean [queue]").get(0));
  }

  @Test
  void waitsNameTheirLargestCause() throws IOException {
    Table waits = run().waits();
    assertEquals(4, waits.rowCount());
    assertEquals(
        List.of("", "cluster_full", "overtaken", "cluster_full"),
        waits.stringColumn("cause").asList());
    assertEquals(6000, waits.longColumn("overtaken").get(2));
  }

  @Test
  void samplesOfTheClusterHaveNumbers() throws IOException {
    Table cluster = run().cluster();
    assertEquals(4, cluster.rowCount());
    assertEquals(26, cluster.doubleColumn("gpus_pending").get(0));
    assertTrue(cluster.doubleColumn("gpu_util").isMissing(0));
  }

  @Test
  void anUnknownPolicyIsNamedWithItsNearest() throws IOException {
    Run run = run();
    DataException failure = assertThrows(DataException.class, () -> run.jobs("fif"));
    assertTrue(failure.getMessage().contains("Maybe 'fifo' was meant."), failure.getMessage());
  }

  @Test
  void summariesAndDataSetsOfGeneratedRunsCanBeRead() throws InterruptedException {
    SampleRun.generate(folder);
    Table summary = Run.open(folder.resolve("results")).summary();
    assertEquals(List.of("fifo", "sjf"), summary.stringColumn("policy").asList());
    assertEquals(400, summary.intColumn("jobs").get(0));
    DataSet data = DataSet.open(folder.resolve("data").toString());
    Table jobs = data.jobs();
    assertEquals(400, jobs.rowCount());
    assertEquals(data.reader().trace().durationSeconds(17), jobs.longColumn("duration").get(17));
    assertEquals(
        data.virtualClusters().stringColumn("vc").asSet(), jobs.stringColumn("vc").asSet());
  }
}
