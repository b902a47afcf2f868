package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** Which jobs the GPUs of a virtual cluster had when, with its queue below. */
public final class Gantt implements Exhibit {
  private static final double LANE_MILLIMETRES = 0.9;
  private static final double LEAST_HEIGHT = 28;
  private static final double MOST_HEIGHT = 130;
  private static final double QUEUE_HEIGHT = 26;

  /** Where the axis of the queue ends at least, in GPUs. */
  private static final double LEAST_QUEUE = 8;

  @Override
  public About about() {
    return About.figure(
        "gantt",
        "jobs on the GPUs of a virtual cluster over time (--vc, --policy, --from, --to)",
        Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    List<String> policies = PolicyChoice.withPlacements(run, options);
    if (policies.isEmpty()) {
      return new Made.Nothing(PolicyChoice.NO_PLACEMENTS);
    }
    JobTable jobs = run.allJobs(policies.getFirst());
    if (jobs.size() == 0) {
      return new Made.Nothing("the run has no jobs");
    }
    NodeSelection selection = NodeSelection.of(options, run.description(), jobs);
    List<Figure> figures = new ArrayList<>();
    for (String policy : policies) {
      Occupancy occupancy = Occupancy.of(run, policy);
      NodeKinds kinds = NodeKinds.of(inputs, policy, occupancy);
      NodeRows nodes = NodeRows.of(occupancy, kinds, selection.virtualCluster());
      if (!nodes.nodes().isEmpty()) {
        figures.add(figure(run, policy, occupancy, nodes, selection));
      }
    }
    return Made.of(figures, "no job ran in the virtual cluster");
  }

  private Figure figure(
      RunFolder run, String policy, Occupancy occupancy, NodeRows nodes, NodeSelection selection) {
    JobTable jobs = occupancy.jobs();
    ShownTime span = selection.span();
    List<GanttBlocks.Block> blocks = GanttBlocks.of(occupancy, nodes, span);
    List<ShownTime> lent = lentTimes(run.cluster(policy), span);
    JobWords words = JobWords.of(run, policy, blocks);
    int lanes = nodes.nodes().size() * nodes.gpusPerNode();
    double height = Math.clamp(LANE_MILLIMETRES * lanes, LEAST_HEIGHT, MOST_HEIGHT);
    Axis time = TimeAxis.of(run.description(), span.from(), span.to());
    Chart gantt =
        Chart.of(
            time.unlabelled().withoutGrid(),
            Axis.of("Node", nodeScale(nodes)).withoutGrid(),
            theme -> new GanttLayer(jobs, blocks, nodes, lent, words, theme).layers());
    String cluster = jobs.virtualClusters().names().get(selection.virtualCluster());
    String caption = caption(cluster, policy, blocks, nodes);
    return new Figure(
        "gantt-" + PolicyChoice.inName(policy),
        "Jobs in %s under %s".formatted(cluster, policy),
        caption,
        "Nodes against time, a lane per GPU, a rectangle per job. " + caption,
        Size.page(height + QUEUE_HEIGHT + 8),
        new Panels(
            List.of(gantt, queue(jobs, policy, selection, time)),
            List.of(height + 8, QUEUE_HEIGHT)));
  }

  /** When a node was lent to the profiler: the virtual clusters have fewer GPUs than they may. */
  static List<ShownTime> lentTimes(ClusterTable table, ShownTime span) {
    double[] times = table.column(ClusterField.TIME);
    double[] gpus = table.column(ClusterField.GPUS);
    double most = Arrays.stream(gpus).max().orElse(0);
    List<ShownTime> lent = new ArrayList<>();
    for (int i = 0; i + 1 < times.length; i++) {
      if (gpus[i] < most && span.overlaps((long) times[i], (long) times[i + 1])) {
        long from = Math.max((long) times[i], span.from());
        long to = Math.min((long) times[i + 1], span.to());
        boolean goesOn = !lent.isEmpty() && lent.getLast().to() == from;
        lent.add(new ShownTime(goesOn ? lent.removeLast().from() : from, to));
      }
    }
    return lent;
  }

  /** Numbers of nodes beside their middles. */
  private static RowScale nodeScale(NodeRows nodes) {
    int count = nodes.nodes().size();
    int gpus = nodes.gpusPerNode();
    List<Tick> names = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      NodeRows.Node node = nodes.nodes().get(i);
      String name = node.isLent() ? "lent" : Integer.toString(node.number());
      names.add(new Tick((count - 1 - i + 0.5) * gpus, name));
    }
    return new RowScale((double) count * gpus, names);
  }

  private static Chart queue(JobTable jobs, String policy, NodeSelection selection, Axis time) {
    QueueOfCluster.Steps steps =
        new QueueOfCluster(jobs).steps(selection.virtualCluster(), selection.span());
    double most = Arrays.stream(steps.values()).max().orElse(0);
    double[] zeros = new double[steps.times().length];
    return Chart.of(
        time.withoutGrid(),
        Axis.of("GPUs waited for", Scales.fromZero(Math.max(LEAST_QUEUE, most))),
        theme -> {
          SeriesStyle style = theme.policy(policy);
          return List.of(
              Layers.band(
                  steps.times(), zeros, steps.values(), true, theme.faded(style.color(), 0.5)));
        });
  }

  private static String caption(
      String cluster, String policy, List<GanttBlocks.Block> blocks, NodeRows nodes) {
    long jobs = blocks.stream().mapToInt(GanttBlocks.Block::row).distinct().count();
    long sharing =
        blocks.stream()
            .filter(block -> block.count() > 1)
            .mapToInt(GanttBlocks.Block::row)
            .distinct()
            .count();
    String shared =
        sharing == 0
            ? ""
            : " %s of them share GPUs for some time, each with its part of the height."
                .formatted(Numbers.whole(sharing));
    return "%s under %s: %s on %s, a lane per GPU, %s per node; below, the GPUs that waiting jobs ask for.%s"
        .formatted(
            cluster,
            policy,
            Words.count(jobs, "job"),
            Words.count(nodes.nodes().size(), "node"),
            nodes.haveKinds()
                ? nodes.kind(nodes.nodes().getFirst())
                : Integer.toString(nodes.gpusPerNode()),
            shared);
  }
}
