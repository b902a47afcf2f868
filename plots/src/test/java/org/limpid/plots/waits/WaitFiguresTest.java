package org.limpid.plots.waits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.cluster.TinyRun;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.waiting.WaitCause;

final class WaitFiguresTest {
  @TempDir private Path folder;

  /**
   * Under fifo the jobs of one GPU, both in v, wait 300 and 100 s, that of 16 GPUs in w 200 s: 200
   * s on average. Cluster full is to blame for 250 + 0 + 50 = 300 of 600 s, head of line for 50 +
   * 100 = 150, fragmented for 150. Under lucid only the first job waits, 30 s for the profiler.
   */
  private RunFolder run() throws IOException {
    return new TinyRun()
        .job("fifo", "a,v,1,0,100,300,400,300,0,0:0")
        .job("fifo", "a,v,1,0,100,100,200,100,0,0:1")
        .job("fifo", "b,w,16,0,100,200,300,200,0,0:0")
        .waits("fifo", "0,250,0,0,50,0")
        .waits("fifo", "0,0,0,0,100,0")
        .waits("fifo", "0,50,0,150,0,0")
        .job("ideal", "a,v,1,0,100,0,100,0,0,0:0")
        .job("ideal", "a,v,1,0,100,0,100,0,0,0:1")
        .job("ideal", "b,w,16,0,100,0,100,0,0,0:0")
        .waits("ideal", "0,0,0,0,0,0")
        .waits("ideal", "0,0,0,0,0,0")
        .waits("ideal", "0,0,0,0,0,0")
        .job("lucid", "a,v,1,0,100,30,130,30,0,0:0")
        .job("lucid", "a,v,1,0,100,0,100,0,0,0:1")
        .job("lucid", "b,w,16,0,100,0,100,0,0,0:0")
        .waits("lucid", "30,0,0,0,0,0")
        .waits("lucid", "0,0,0,0,0,0")
        .waits("lucid", "0,0,0,0,0,0")
        .job("sjf", "a,v,1,0,100,0,100,0,0,0:0")
        .write(folder);
  }

  private static FigureOptions only(String... policies) {
    return new FigureOptions(
        List.of(policies), Optional.empty(), Optional.empty(), Optional.empty(), ModelChoice.NONE);
  }

  private static Figure figure(Exhibit source, RunFolder run) {
    Made outcome = source.make(PlotInputs.of(run), FigureOptions.NONE);
    return assertInstanceOf(Made.Figures.class, outcome).figures().getFirst();
  }

  private static PageTable table(Exhibit source, RunFolder run) {
    Made outcome = source.make(PlotInputs.of(run), FigureOptions.NONE);
    return assertInstanceOf(Made.Tables.class, outcome).tables().getFirst();
  }

  private static List<String> rows(PageTable table) {
    return table.rows().stream()
        .map(row -> String.join(" | ", row.stream().map(Cell::shown).toList()))
        .toList();
  }

  @Test
  void groupsHaveTheMeansOfTheirJobs() throws IOException {
    RunFolder run = run();
    JobGroups clusters = JobGroups.byVirtualCluster(run.jobs("fifo"), 9);
    GroupWaits waits = GroupWaits.of("fifo", run.waits("fifo"), clusters);
    assertEquals(List.of("v", "w"), waits.groups());
    assertEquals(200, waits.mean(0));
    assertEquals(125, waits.mean(0, WaitCause.CLUSTER_FULL));
    assertEquals(0.625, waits.share(0, WaitCause.CLUSTER_FULL));
    assertEquals(WaitCause.FRAGMENTED, waits.mainCause(1));
    assertEquals(150, waits.sum(WaitCause.HEAD_OF_LINE));
    assertEquals(
        List.of(WaitCause.CLUSTER_FULL, WaitCause.FRAGMENTED, WaitCause.HEAD_OF_LINE),
        GroupWaits.causes(List.of(waits)));
    JobGroups largest = JobGroups.byVirtualCluster(run.jobs("fifo"), 1);
    assertEquals(List.of("v"), GroupWaits.of("fifo", run.waits("fifo"), largest).groups());
  }

  @Test
  void captionsTellMeansAndCauses() throws IOException {
    RunFolder run = run();
    assertEquals(
        "Mean wait and its largest cause: lucid 10 s, 100 % profiler; fifo 3 min 20 s, 50 % cluster"
            + " full.",
        figure(new WaitCauses(), run).caption());
    assertEquals(
        "Each panel has its own axis. Jobs wait longest in v under fifo, 3 min 20 s on average, 63"
            + " % of it cluster full.",
        figure(WaitCausesByGroup.BY_VIRTUAL_CLUSTER, run).caption());
    assertEquals(
        "Each panel has its own axis. Jobs wait longest at size 1 under fifo, 3 min 20 s on"
            + " average, 63 % of it cluster full.",
        figure(WaitCausesByGroup.BY_SIZE, run).caption());
  }

  @Test
  void tableOfPoliciesHasARowPerCause() throws IOException {
    assertEquals(
        List.of(
            "fifo | cluster full | 100.00 | 50.00 | 2",
            "fifo | fragmented | 50.00 | 25.00 | 1",
            "fifo | head of line | 50.00 | 25.00 | 2",
            "lucid | profiler | 10.00 | 100.00 | 1"),
        rows(table(new WaitCausesTable(), run())));
  }

  @Test
  void tablesOfGroupsHaveARowPerGroup() throws IOException {
    RunFolder run = run();
    assertEquals(
        List.of(
            "lucid | v | 2 | 15 | 15 | 0 | 0 | 0 | 0 | 0 | profiler | 100.0",
            "lucid | w | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  | –",
            "fifo | v | 2 | 200 | 0 | 125 | 0 | 0 | 75 | 0 | cluster full | 62.5",
            "fifo | w | 1 | 200 | 0 | 50 | 0 | 150 | 0 | 0 | fragmented | 75.0"),
        rows(table(WaitCausesByGroupTable.BY_VIRTUAL_CLUSTER, run)));
    assertEquals(
        List.of("1", "9-16", "1", "9-16"),
        table(WaitCausesByGroupTable.BY_SIZE, run).rows().stream()
            .map(row -> row.get(1).shown())
            .toList());
  }

  @Test
  void sentencesTellOfLucidAndTheExtremes() throws IOException {
    assertEquals(
        List.of(
            "Under Lucid a job waits 10 s on average: 100 % profiler.",
            "Under FIFO a job waits 3 min 20 s on average: 50 % cluster full, 25 % fragmented, 25 %"
                + " head of line."),
        WaitSentences.of(PlotInputs.of(run()), FigureOptions.NONE));
  }

  @Test
  void withoutWaitsThereIsAReason() throws IOException {
    PlotInputs inputs = PlotInputs.of(run());
    Made none = new WaitCauses().make(inputs, only("ideal"));
    assertEquals(new Made.Nothing("no job waits in this run"), none);
    Made unknown = WaitCausesByGroup.BY_SIZE.make(inputs, only("sjf"));
    assertEquals(new Made.Nothing("no job waits in this run"), unknown);
    assertInstanceOf(Made.Nothing.class, new WaitCausesTable().make(inputs, only("ideal")));
    assertTrue(WaitSentences.of(inputs, only("ideal")).isEmpty());
  }
}
