package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;

final class NodeFiguresTest {
  @TempDir private Path folder;

  private static FigureOptions options(String vc, String from, String to, String... policies) {
    return new FigureOptions(
        List.of(policies),
        Optional.ofNullable(vc),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        ModelChoice.NONE);
  }

  /**
   * In v a job of two GPUs waits from 100 to 400 and one of three from 200 to 300; in w one of four
   * from 0 to 50. One of Lucid's waits of 90 s was for the profiler.
   */
  private RunFolder run() throws IOException {
    return new TinyRun()
        .job("fifo", "a,v,2,100,100,400,500,300,0,0:0+1")
        .job("fifo", "a,v,3,200,100,300,400,100,0,1:0+1+2")
        .job("fifo", "b,w,4,0,50,50,100,50,0,0:0+1+2+3")
        .job("lucid", "a,v,2,100,100,190,290,90,0,0:0+1,90,0,0,1")
        .job("lucid", "a,v,2,100,150,200,400,100,0,0:0+1,30,0,200,1")
        .job("lucid", "b,w,4,0,50,0,50,0,0,9999:0+1+2+3")
        .job("srtf", "a,v,2,100,100,400,500,300,1,0:0+1")
        .job("srtf", "a,v,3,200,100,500,600,300,0,1:0+1+2")
        .job("srtf", "b,w,4,0,50,50,100,50,0,0:0+1+2+3")
        .sample("lucid", "0,8,0,0,0")
        .sample("lucid", "60,4,0,0,0")
        .sample("lucid", "120,4,0,0,0")
        .sample("lucid", "180,8,0,0,0")
        .sample("lucid", "240,4,0,0,0")
        .sample("lucid", "300,8,0,0,0")
        .write(folder);
  }

  private static NodeRows rows(Occupancy occupancy, RunFolder run, String policy, int cluster) {
    return NodeRows.of(occupancy, NodeKinds.of(PlotInputs.of(run), policy, occupancy), cluster);
  }

  /**
   * Nodes of v have two GPUs, which are busy for 210 s of 400 s; that of w has eight, half busy.
   */
  @Test
  void nodesThatDifferCountTheirOwnGpus() throws IOException {
    Occupancy occupancy = Occupancy.of(run(), "lucid");
    NodeGroup small = new NodeGroup(2, 2, "T4", 0, 0, 1);
    NodeGroup large = new NodeGroup(1, 8, "", 0, 0, 1);
    NodeKinds kinds =
        NodeKinds.told(
            new ClusterDescription(
                List.of(
                    new VirtualCluster("v", 2, List.of(small)),
                    new VirtualCluster("w", 1, List.of(large))),
                4,
                0,
                1),
            occupancy);
    NodeRows nodes = NodeRows.of(occupancy, kinds, -1);
    assertTrue(nodes.haveKinds());
    assertEquals(List.of("2 T4", "8 GPUs"), nodes.nodes().stream().map(nodes::kind).toList());
    NodeUtilisation.NodeUse use =
        NodeUtilisation.NodeUse.of(occupancy, nodes, new ShownTime(0, 400));
    assertEquals(1, use.shares()[0][95]);
    assertEquals(0.5, use.shares()[1][0]);
    assertEquals((210 * 2 + 50 * 4) / (400.0 * 10), use.mean(), 1e-12);
    assertEquals(2, NodeRows.of(occupancy, kinds, 0).gpusPerNode());
  }

  /** Eight GPUs on two nodes are four each; six are not, so each has what was seen. */
  @Test
  void withoutTheDataSetKindsAreGuessed() throws IOException {
    RunFolder run = run();
    Occupancy occupancy = Occupancy.of(run, "lucid");
    assertEquals(4, rows(occupancy, run, "lucid", 0).gpusPerNode());
    Files.writeString(
        folder.resolve("lucid/cluster.csv"), "time,gpus,gpus_free,nodes\n0,8,0,2\n60,4,0,1\n");
    assertEquals(4, rows(occupancy, RunFolder.open(folder), "lucid", 0).gpusPerNode());
    Files.writeString(
        folder.resolve("lucid/cluster.csv"), "time,gpus,gpus_free,nodes\n0,6,0,2\n60,2,0,1\n");
    assertEquals(2, rows(occupancy, RunFolder.open(folder), "lucid", 0).gpusPerNode());
  }

  @Test
  void longestQueueIsFound() throws IOException {
    QueueOfCluster queue = new QueueOfCluster(run().allJobs("fifo"));
    assertEquals(Optional.of(new QueueOfCluster.Peak(0, 200, 5)), queue.longest(-1));
    assertEquals(Optional.of(new QueueOfCluster.Peak(1, 0, 4)), queue.longest(1));
    QueueOfCluster.Steps steps = queue.steps(0, new ShownTime(150, 1000));
    assertArrayEquals(new double[] {150, 200, 300, 400, 1000}, steps.times());
    assertArrayEquals(new double[] {2, 5, 2, 0, 0}, steps.values());
  }

  @Test
  void waitForTheProfilerIsNoQueueOfTheCluster() throws IOException {
    QueueOfCluster queue = new QueueOfCluster(run().allJobs("lucid"));
    assertEquals(Optional.of(new QueueOfCluster.Peak(0, 130, 2)), queue.longest(-1));
    assertEquals(Optional.empty(), queue.longest(1));
  }

  /** Two GPUs are one rectangle, cut in two halves while both jobs are there: from 200 to 290. */
  @Test
  void blocksOfJobsSideBySideAreOne() throws IOException {
    Occupancy occupancy = Occupancy.of(run(), "lucid");
    NodeRows nodes = rows(occupancy, run(), "lucid", 0);
    assertEquals(List.of(new NodeRows.Node(0, 0)), nodes.nodes());
    assertEquals(4, nodes.gpusPerNode());
    assertEquals(
        List.of(
            new GanttBlocks.Block(0, 195, 200, 0, 1, 0, 2),
            new GanttBlocks.Block(0, 200, 290, 0, 2, 0, 2),
            new GanttBlocks.Block(1, 200, 290, 1, 2, 0, 2),
            new GanttBlocks.Block(1, 290, 350, 0, 1, 0, 2)),
        GanttBlocks.of(occupancy, nodes, new ShownTime(195, 350)));
    assertEquals(
        List.of(new NodeRows.Node(0, 0), new NodeRows.Node(1, 9999)),
        rows(occupancy, run(), "lucid", -1).nodes());
  }

  /** Under fifo v has two nodes and w one. */
  @Test
  void largestVirtualClustersStayWhereThereAreTooMany() throws IOException {
    NodeRows all = rows(Occupancy.of(run(), "fifo"), run(), "fifo", -1);
    assertEquals(3, all.largest(3, 2).nodes().size());
    List<NodeRows.Node> large = List.of(new NodeRows.Node(0, 0), new NodeRows.Node(0, 1));
    assertEquals(large, all.largest(2, 2).nodes());
    assertEquals(large, all.largest(1, 2).nodes());
    assertEquals(large, all.largest(3, 1).nodes());
  }

  @Test
  void lentTimesAreThoseOfMissingGpus() throws IOException {
    assertEquals(
        List.of(new ShownTime(70, 180), new ShownTime(240, 290)),
        Gantt.lentTimes(run().cluster("lucid"), new ShownTime(70, 290)));
  }

  /** Steps of 2 s from 0 to 400 s; two of four GPUs of v's node have a job from 190 to 400. */
  @Test
  void sharesOfNodesCountSharedGpusOnce() throws IOException {
    Occupancy occupancy = Occupancy.of(run(), "lucid");
    NodeUtilisation.NodeUse use =
        NodeUtilisation.NodeUse.of(
            occupancy, rows(occupancy, run(), "lucid", 0), new ShownTime(0, 400));
    assertEquals(2, use.stepSeconds());
    assertEquals(201, use.edges().length);
    assertEquals(0, use.shares()[0][94]);
    assertEquals(0.5, use.shares()[0][95]);
    assertEquals(0.5, use.shares()[0][120]);
    assertEquals(0.5 * 210 / 400, use.mean(), 1e-12);
    assertEquals(1, NodeUtilisation.NodeUse.step(240));
    assertEquals(2, NodeUtilisation.NodeUse.step(241));
    assertEquals(14_400, NodeUtilisation.NodeUse.step(39 * 86_400));
    assertEquals(2 * 86_400, NodeUtilisation.NodeUse.step(300 * 86_400L));
  }

  private static List<String> names(Exhibit source, RunFolder run, FigureOptions options) {
    return switch (source.make(PlotInputs.of(run), options)) {
      case Made.Figures drawn -> drawn.figures().stream().map(Figure::name).toList();
      case Made.Tables tables -> throw new AssertionError(tables);
      case Made.Nothing absent -> List.of(absent.reason());
    };
  }

  @Test
  void policiesThatShareAreShownUnlessOthersAreNamed() throws IOException {
    RunFolder run = run();
    assertEquals(List.of("gantt-lucid"), names(new Gantt(), run, FigureOptions.NONE));
    assertEquals(
        List.of("gantt-fifo", "gantt-lucid"),
        names(new Gantt(), run, options(null, null, null, "fifo", "lucid", "srtf")));
    assertEquals(
        List.of("node-utilisation-fifo"),
        names(new NodeUtilisation(), run, options("v", null, null, "fifo")));
    for (Exhibit source : List.of(new Gantt(), new NodeUtilisation())) {
      assertEquals(
          List.of(PolicyChoice.NO_PLACEMENTS),
          names(source, run, options(null, null, null, "srtf")));
    }
  }

  @Test
  void selectionIsTheLongestQueueUnlessNamed() throws IOException {
    RunFolder run = run();
    NodeSelection chosen =
        NodeSelection.of(FigureOptions.NONE, run.description(), run.allJobs("fifo"));
    assertEquals(new NodeSelection(0, new ShownTime(100, 500)), chosen);
    NodeSelection named =
        NodeSelection.of(
            options("w", "20", "2020-04-01T00:01"), run.description(), run.allJobs("fifo"));
    assertEquals(new NodeSelection(1, new ShownTime(20, 60)), named);
  }

  @Test
  void wrongWishesAreToldWithWhatThereIs() throws IOException {
    RunFolder run = run();
    DataException name =
        assertThrows(DataException.class, () -> names(new Gantt(), run, options("x", null, null)));
    assertTrue(name.getMessage().contains("expected one of v, w"), name.getMessage());
    DataException span =
        assertThrows(
            DataException.class,
            () -> names(new NodeUtilisation(), run, options(null, "50", "40")));
    assertTrue(span.getMessage().contains("expected a time before 40"), span.getMessage());
  }
}
