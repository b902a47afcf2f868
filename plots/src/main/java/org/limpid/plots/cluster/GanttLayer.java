package org.limpid.plots.cluster;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Fills;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.ColorRamp;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.JobTable;
import org.limpid.simulation.metrics.SizeClass;

/** Paints jobs on lanes, in colours of their sizes, and when the lent node is away. */
record GanttLayer(
    JobTable jobs,
    List<GanttBlocks.Block> blocks,
    NodeRows nodes,
    List<ShownTime> lent,
    JobWords words,
    Theme theme) {
  private static final double WEAKEST = 0.2;

  /** The gap around a job, in widths of lines. */
  private static final double BORDER = 0.8;

  /** Smaller rectangles have no gap around them; in points. */
  private static final double LEAST_OUTLINED = 1.6;

  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>(legend());
    layers.add(this::paintLent);
    layers.add(this::paintNodes);
    layers.add(plot -> blocks.forEach(block -> explained(plot, block)));
    return layers;
  }

  private List<Layer> legend() {
    List<Layer> entries = new ArrayList<>();
    for (int i = 0; i < SizeClass.FINE.size(); i++) {
      SizeClass size = SizeClass.FINE.get(i);
      if (blocks.stream().anyMatch(block -> size.contains(gpuCount(block)))) {
        String label = size.most() == 1 ? "1 GPU" : size.name().replace('-', '–') + " GPUs";
        entries.add(Layers.boxInLegend(label, size(i)));
      }
    }
    if (blocks.stream().anyMatch(block -> block.place() > 0)) {
      SeriesStyle second = size(SizeClass.FINE.size() / 2).with(Hatch.RISING);
      entries.add(Layers.boxInLegend("second job on the same GPUs", second));
    }
    if (hasLentNode() && !lent.isEmpty()) {
      entries.add(Layers.boxInLegend("lent to the profiler", away()));
    }
    return entries;
  }

  private int gpuCount(GanttBlocks.Block block) {
    return jobs.gpuCount(block.row());
  }

  private SeriesStyle size(int sizeClass) {
    double strength = WEAKEST + (1 - WEAKEST) * sizeClass / (SizeClass.FINE.size() - 1.0);
    return theme.area(Hue.BLUE, Hatch.NONE).in(ColorRamp.sequential(theme).at(strength));
  }

  private SeriesStyle away() {
    return theme.area(Hue.PURPLE, Hatch.UPRIGHT);
  }

  private boolean hasLentNode() {
    return nodes.nodes().stream().anyMatch(NodeRows.Node::isLent);
  }

  private double y(double lane) {
    return nodes.nodes().size() * nodes.gpusPerNode() - lane;
  }

  private void explained(Plot plot, GanttBlocks.Block block) {
    plot.g().explained(words.tooltip(block.row()), () -> paint(plot, block));
  }

  private void paint(Plot plot, GanttBlocks.Block block) {
    double height = (double) block.lanes() / block.count();
    double top = block.firstLane() + block.place() * height;
    Rectangle2D box = plot.rectangle(block.from(), block.to(), y(top), y(top + height));
    SeriesStyle style = size(sizeClass(gpuCount(block)));
    Fills.fill(plot.g(), box, block.place() > 0 ? style.with(Hatch.RISING) : style, theme);
    if (Math.min(box.getWidth(), box.getHeight()) > LEAST_OUTLINED) {
      plot.g().setColor(theme.background());
      plot.g().setStroke(new BasicStroke((float) (BORDER * theme.lineWidth())));
      plot.g().draw(box);
    }
  }

  private static int sizeClass(int gpuCount) {
    int found = 0;
    while (!SizeClass.FINE.get(found).contains(gpuCount)) {
      found++;
    }
    return found;
  }

  private void paintLent(Plot plot) {
    int gpus = nodes.gpusPerNode();
    for (int i = 0; i < nodes.nodes().size(); i++) {
      if (nodes.nodes().get(i).isLent()) {
        for (ShownTime span : lent) {
          Rectangle2D box =
              plot.rectangle(span.from(), span.to(), y((double) i * gpus), y((i + 1.0) * gpus));
          Fills.fill(plot.g(), box, away(), theme);
        }
      }
    }
  }

  private void paintNodes(Plot plot) {
    Canvas g = plot.g();
    g.setColor(theme.muted());
    g.setStroke(theme.hairlineStroke());
    for (int i = 0; i < nodes.nodes().size(); i++) {
      double at = plot.y(y((double) i * nodes.gpusPerNode()));
      g.draw(new Line2D.Double(plot.area().getX(), at, plot.area().getMaxX(), at));
    }
  }
}
