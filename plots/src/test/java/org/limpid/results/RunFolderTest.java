package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.plots.SampleRun;

final class RunFolderTest {
  @TempDir private Path folder;

  private RunFolder sample(String... policies) throws IOException {
    return RunFolder.open(SampleRun.write(folder, 40, List.of(policies)));
  }

  @Test
  void descriptionSaysHowTheRunCameAbout() throws IOException {
    RunDescription description = sample("fifo", "lucid").description();
    assertEquals("sample", description.dataset());
    assertEquals(40, description.jobCount());
    assertEquals(List.of("limpid", "simulate"), description.command());
    assertEquals(List.of(), description.predictions());
  }

  @Test
  void jobsHaveTheValuesOfTheFile() throws IOException {
    RunFolder run = sample("fifo", "lucid");
    Files.writeString(
        folder.resolve("fifo/jobs.csv"),
        """
        job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue,jct,preemptions,nodes
        j1,ann,b,4,10,100,30,130,20,120,0,0:0+1
        j2,bob,a,1,20,5,40,45,20,25,3,1:2
        """);
    JobTable jobs = run.jobs("fifo");
    assertEquals(2, jobs.size());
    assertEquals("ann", jobs.users().name(0));
    assertEquals(List.of("a", "b"), jobs.virtualClusterNames());
    assertEquals(4, jobs.gpuCount(0));
    assertEquals(120, jobs.jctSeconds(0));
    assertEquals(20, jobs.queueSeconds(1));
    assertEquals(3, jobs.preemptions(1));
    assertEquals(1, jobs.rate(0));
    assertEquals(-1, jobs.shareScore(0));
    assertFalse(jobs.hasProfiler());
    assertTrue(jobs.colocations().isEmpty());
    assertEquals(List.of(25L, 120L), Arrays.stream(jobs.sortedJctSeconds()).boxed().toList());
    List<String> nodes = new ArrayList<>();
    run.placements("fifo", (row, text) -> nodes.add(row + " " + text));
    assertEquals(List.of("0 0:0+1", "1 1:2"), nodes);
  }

  @Test
  void columnsOfLucidAreReadWhereTheyAre() throws IOException {
    JobTable jobs = sample("lucid").jobs("lucid");
    assertTrue(jobs.hasProfiler());
    assertTrue(jobs.isProfiled(0));
    assertEquals(0.9, jobs.rate(1));
    assertEquals(2, jobs.shareScore(2));
    assertEquals(-1, jobs.shareScore(3));
    assertEquals(40, jobs.colocations().orElseThrow().length);
  }

  /** Figures that compare policies go through their tables row by row. */
  @Test
  void tablesOfPoliciesHaveEquallyManyJobs() throws IOException {
    RunFolder run = sample("fifo", "lucid");
    Path table = folder.resolve("lucid/jobs.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    lines.add(lines.getLast());
    Files.write(table, lines);
    assertEquals(40, run.jobs("fifo").size());
    DataException told = assertThrows(DataException.class, () -> run.jobs("lucid"));
    assertTrue(
        told.getMessage()
            .endsWith(
                "jobs.csv: expected 40 jobs as under another policy, found 41. Maybe the file was"
                    + " changed after the run."),
        told.getMessage());
  }

  @Test
  void whatAllPoliciesShareIsKeptOnce() throws IOException {
    RunFolder run = sample("fifo", "lucid");
    assertSame(run.jobs("fifo").submissions(), run.jobs("lucid").submissions());
    assertSame(run.jobs("fifo"), run.jobs("fifo"));
  }

  /** Jobs are submitted every 600 s; those from 6000 s on are the 11th and all behind it. */
  @Test
  void jobsBeforeCountFromAreNotCounted() throws IOException {
    sample("fifo", "lucid");
    Path file = folder.resolve("run.json");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace(
            "\"startSeconds\"",
            "\"countFrom\":\"6000\",\"countFromSeconds\":6000,\"startSeconds\""));
    RunFolder run = RunFolder.open(folder);
    assertEquals(30, run.jobs("lucid").size());
    assertEquals(40, run.allJobs("lucid").size());
    for (int row = 0; row < 30; row++) {
      assertEquals(6000 + 600 * row, run.jobs("fifo").submitSeconds(row));
      assertEquals(run.allJobs("lucid").jctSeconds(row + 10), run.jobs("lucid").jctSeconds(row));
      assertEquals(
          run.allJobs("lucid").users().name(row + 10), run.jobs("lucid").users().name(row));
      assertEquals(run.allJobs("lucid").shareScore(row + 10), run.jobs("lucid").shareScore(row));
    }
    assertSame(run.jobs("fifo").submissions(), run.jobs("lucid").submissions());
    Files.writeString(
        file, text.replace("\"startSeconds\"", "\"countFrom\":\"5\",\"startSeconds\""));
    DataException older = assertThrows(DataException.class, () -> RunFolder.open(folder));
    assertTrue(older.getMessage().contains("simulate again"), older.getMessage());
  }

  @Test
  void datesCountFromTheOrigin() throws IOException {
    RunDescription without = sample("fifo").description();
    assertEquals(77, without.seconds("--from", "77"));
    assertThrows(DataException.class, () -> without.seconds("--from", "2020-04-02"));
    Path file = folder.resolve("run.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"folder\"", "\"origin\":\"2020-04-01T00:00:00\",\"folder\""));
    RunDescription with = RunFolder.open(folder).description();
    assertEquals(86_400, with.seconds("--from", "2020-04-02"));
    assertEquals(5400, with.seconds("--to", "2020-04-01T01:30"));
    DataException wrong = assertThrows(DataException.class, () -> with.seconds("--to", "soon"));
    assertTrue(wrong.getMessage().contains("found 'soon'"), wrong.getMessage());
  }

  @Test
  void clusterColumnsMayBeMissing() throws IOException {
    RunFolder run = sample("fifo");
    Files.writeString(folder.resolve("fifo/cluster.csv"), "time,gpus,new\n0,8,1\n60,8,1\n");
    ClusterTable cluster = run.cluster("fifo");
    assertEquals(2, cluster.column(ClusterField.TIME).length);
    assertEquals(60, cluster.column(ClusterField.TIME)[1]);
    assertFalse(Double.isNaN(cluster.column(ClusterField.GPUS)[0]));
    assertTrue(Double.isNaN(cluster.column(ClusterField.GPU_UTIL)[0]));
    assertTrue(Double.isNaN(cluster.column(ClusterField.GPU_UTIL)[1]));
  }

  @Test
  void policiesWithoutResultsAreLeftOut() throws IOException {
    sample("fifo", "lucid");
    Files.delete(folder.resolve("fifo/jobs.csv"));
    assertEquals(List.of("lucid"), RunFolder.open(folder).policies());
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    RunFolder run = sample("fifo");
    Path file = folder.resolve("fifo/jobs.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(3, lines.get(3).replaceFirst(",\\d+,0,0:0$", ",12,x,0:0"));
    lines.set(5, "cut,off");
    Files.write(file, lines);
    DataException failure = assertThrows(DataException.class, () -> run.jobs("fifo"));
    assertEquals(2, failure.count(), failure.getMessage());
    assertTrue(failure.getMessage().contains("jobs.csv:4: preemptions"), failure.getMessage());
    assertTrue(failure.getMessage().contains("jobs.csv:6"), failure.getMessage());
  }

  @Test
  void foldersThatAreNoRunsAreNamed() throws IOException {
    DataException nothing = assertThrows(DataException.class, () -> RunFolder.open(folder));
    assertTrue(nothing.getMessage().contains("Maybe 'limpid simulate'"), nothing.getMessage());
    SampleRun.write(folder.resolve("results"), 1, List.of("fifo"));
    DataException above = assertThrows(DataException.class, () -> RunFolder.open(folder));
    assertTrue(above.getMessage().contains("results was meant"), above.getMessage());
    Files.writeString(folder.resolve("run.json"), "{\"format\":\"limpid-run/9\"}");
    assertThrows(DataException.class, () -> RunFolder.open(folder));
  }
}
