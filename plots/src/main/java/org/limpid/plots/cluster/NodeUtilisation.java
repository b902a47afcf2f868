package org.limpid.plots.cluster;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** The share of each node's GPU time in which a job held the GPU, over time. */
public final class NodeUtilisation implements Exhibit {
  private static final double NODE_MILLIMETRES = 0.75;
  private static final double NAME_MILLIMETRES = 3;
  private static final double LEAST_HEIGHT = 30;
  private static final double MOST_HEIGHT = 190;
  private static final int MOST_NODES = 400;
  private static final int MOST_CLUSTERS = 40;

  @Override
  public About about() {
    return About.figure(
        "node-utilisation",
        "share of GPU time in use, node by node over time (--vc, --policy, --from, --to)",
        Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    List<String> policies = PolicyChoice.withPlacements(run, options);
    if (policies.isEmpty()) {
      return new Made.Nothing(PolicyChoice.NO_PLACEMENTS);
    }
    List<Figure> figures = new ArrayList<>();
    for (String policy : policies) {
      Occupancy occupancy = Occupancy.of(run, policy);
      JobTable jobs = occupancy.jobs();
      int cluster = options.virtualCluster().map(name -> NodeSelection.code(jobs, name)).orElse(-1);
      NodeRows all = NodeRows.of(occupancy, NodeKinds.of(inputs, policy, occupancy), cluster);
      NodeRows nodes = all.largest(MOST_NODES, MOST_CLUSTERS);
      if (!nodes.nodes().isEmpty()) {
        ShownTime whole = NodeSelection.whole(run.description(), jobs, -1);
        NodeUse use = NodeUse.of(occupancy, nodes, ShownTime.of(options, run.description(), whole));
        String caption = caption(policy, nodes, use) + leftOut(all, nodes);
        figures.add(figure(run, policy, nodes, use, caption));
      }
    }
    return Made.of(figures, "no job ran on the nodes");
  }

  private Figure figure(RunFolder run, String policy, NodeRows nodes, NodeUse use, String caption) {
    Axis time =
        TimeAxis.of(run.description(), use.span().from(), use.edges()[use.edges().length - 1]);
    RowScale clusters = clusterScale(nodes);
    int count = nodes.nodes().size();
    double least = Math.max(LEAST_HEIGHT, NAME_MILLIMETRES * clusters.names().size());
    HeatMap map =
        new HeatMap(
            "",
            time.withoutGrid(),
            Axis.of("Nodes of virtual clusters", clusters).withoutGrid(),
            new Grid(use.edges(), rowEdges(nodes), bottomFirst(use.shares())),
            new ColorKey("GPUs in use", Scales.percent(0, 1), false),
            List.of(borders(nodes)));
    return new Figure(
        name() + "-" + PolicyChoice.inName(policy),
        "Utilisation of nodes under " + policy,
        caption,
        "Heat map of nodes against time. " + caption,
        Size.page(16 + Math.clamp(NODE_MILLIMETRES * count, least, MOST_HEIGHT)),
        map);
  }

  private static double[][] bottomFirst(double[][] shares) {
    return Arrays.asList(shares).reversed().toArray(double[][]::new);
  }

  private static double[] rowEdges(NodeRows nodes) {
    double[] edges = new double[nodes.nodes().size() + 1];
    Arrays.setAll(edges, i -> i);
    return edges;
  }

  /** Names of virtual clusters beside the middles of their nodes. */
  private static RowScale clusterScale(NodeRows nodes) {
    List<NodeRows.Node> all = nodes.nodes();
    List<Tick> names = new ArrayList<>();
    int end = all.size();
    while (end > 0) {
      int begin = end - 1;
      while (begin > 0 && isSameCluster(all.get(begin - 1), all.get(begin))) {
        begin--;
      }
      names.add(new Tick(all.size() - (begin + end) / 2.0, name(nodes, all.get(begin))));
      end = begin;
    }
    return new RowScale(all.size(), names);
  }

  /** The virtual cluster of a node, and what its nodes are where that differs. */
  private static String name(NodeRows nodes, NodeRows.Node node) {
    String cluster = nodes.clusterName(node);
    return nodes.haveKinds() ? "%s: %s".formatted(cluster, nodes.kind(node)) : cluster;
  }

  private static boolean isSameCluster(NodeRows.Node one, NodeRows.Node other) {
    return one.virtualCluster() == other.virtualCluster();
  }

  private static Layer borders(NodeRows nodes) {
    List<NodeRows.Node> all = nodes.nodes();
    return plot -> {
      plot.g().setColor(plot.theme().muted());
      plot.g().setStroke(plot.theme().hairlineStroke());
      for (int i = 1; i < all.size(); i++) {
        if (!isSameCluster(all.get(i - 1), all.get(i))) {
          double at = plot.y((double) all.size() - i);
          plot.g().draw(new Line2D.Double(plot.area().getX(), at, plot.area().getMaxX(), at));
        }
      }
    };
  }

  private static String caption(String policy, NodeRows nodes, NodeUse use) {
    return ("Share of a node's GPU time in which a job held the GPU, %s nodes under %s in steps of"
            + " %s; %s on average. Nodes beyond the last one of a virtual cluster that ever had"
            + " a job, and the profiler's, are not shown.%s")
        .formatted(
            Numbers.whole(nodes.nodes().size()),
            policy,
            Words.roughly(use.stepSeconds()),
            Numbers.percent(use.mean()),
            nodes.haveKinds()
                ? " Nodes differ: each counts its own GPUs, whose number and type stand beside it."
                : "");
  }

  private static String leftOut(NodeRows all, NodeRows shown) {
    return all.nodes().size() == shown.nodes().size()
        ? ""
        : " The largest virtual clusters are shown; they have %s of %s nodes."
            .formatted(Numbers.whole(shown.nodes().size()), Numbers.whole(all.nodes().size()));
  }

  /**
   * The share of GPU time in use, per node and step of time. Immutable.
   *
   * @param edges of the steps, one more than there are; the last one may lie behind the span
   * @param shares 0..1, per node from the top and step
   * @param mean of all GPU time of the nodes, 0..1
   */
  record NodeUse(ShownTime span, long stepSeconds, double[] edges, double[][] shares, double mean) {
    private static final int MOST_STEPS = 240;
    private static final long[] STEPS = {
      1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200
    };
    private static final long DAY_SECONDS = 86_400;

    static NodeUse of(Occupancy occupancy, NodeRows nodes, ShownTime span) {
      long step = step(span.seconds());
      int steps = (int) Math.ceilDiv(span.seconds(), step);
      double[][] busy = new double[nodes.nodes().size()][steps];
      for (int gpu = 0; gpu < occupancy.gpus().size(); gpu++) {
        int place = nodes.place(occupancy.gpus().get(gpu));
        if (place >= 0) {
          occupancy.segments(
              gpu,
              (_, from, to, job, _) -> {
                if (job == 0) {
                  add(busy[place], from - span.from(), to - span.from(), step);
                }
              });
        }
      }
      double mean = mean(busy, nodes, step);
      double[][] shares = new double[busy.length][];
      for (int place = 0; place < busy.length; place++) {
        double gpuSeconds = (double) step * nodes.gpus(nodes.nodes().get(place));
        shares[place] = Arrays.stream(busy[place]).map(seconds -> seconds / gpuSeconds).toArray();
      }
      double[] edges = new double[steps + 1];
      Arrays.setAll(edges, i -> span.from() + (double) i * step);
      return new NodeUse(span, step, edges, shares, mean);
    }

    private static double mean(double[][] busySeconds, NodeRows nodes, long step) {
      double busy = Arrays.stream(busySeconds).flatMapToDouble(Arrays::stream).sum();
      long gpus = nodes.nodes().stream().mapToLong(nodes::gpus).sum();
      return busySeconds.length == 0 ? 0 : busy / ((double) gpus * step * busySeconds[0].length);
    }

    /** The shortest usual step of which not too many are needed. */
    static long step(long seconds) {
      for (long step : STEPS) {
        if (seconds <= step * MOST_STEPS) {
          return step;
        }
      }
      return DAY_SECONDS * Math.ceilDiv(seconds, DAY_SECONDS * MOST_STEPS);
    }

    private static void add(double[] busy, long from, long to, long step) {
      long begin = Math.max(0, from);
      long end = Math.min(to, busy.length * step);
      for (long at = begin; at < end; at = (at / step + 1) * step) {
        busy[(int) (at / step)] += Math.min(end, (at / step + 1) * step) - at;
      }
    }
  }
}
