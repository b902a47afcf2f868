package org.limpid.plots;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.accuracy.CalibrationCurve;
import org.limpid.plots.accuracy.Confusion;
import org.limpid.plots.accuracy.PredictedActual;
import org.limpid.plots.accuracy.Reliability;
import org.limpid.plots.accuracy.Residuals;
import org.limpid.plots.accuracy.ThroughputOverTime;
import org.limpid.plots.cluster.Fairness;
import org.limpid.plots.cluster.Gantt;
import org.limpid.plots.cluster.GpuTimeByPolicy;
import org.limpid.plots.cluster.GpusInUse;
import org.limpid.plots.cluster.NodeUtilisation;
import org.limpid.plots.cluster.SlowdownDistribution;
import org.limpid.plots.cluster.TimesByGroup;
import org.limpid.plots.cluster.Waiting;
import org.limpid.plots.explain.Drift;
import org.limpid.plots.explain.ImportanceBars;
import org.limpid.plots.explain.ShapeFigure;
import org.limpid.plots.explain.ShapeSheets;
import org.limpid.plots.explain.Waterfall;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.packing.PackingMatrix;
import org.limpid.plots.paper.JctDistribution;
import org.limpid.plots.paper.QueueByVirtualCluster;
import org.limpid.plots.tree.TreeDiagram;
import org.limpid.plots.tree.TreeRulesFigure;
import org.limpid.plots.waits.WaitCauses;
import org.limpid.plots.waits.WaitCausesByGroup;

/** All kinds of figures. A new one is a line here. */
public final class FigureRegistry {
  private static final List<FigureSource> ALL =
      List.of(
          new JctDistribution(),
          new QueueByVirtualCluster(),
          new WaitCauses(),
          WaitCausesByGroup.byVirtualCluster(),
          WaitCausesByGroup.bySize(),
          new GpusInUse(),
          new Waiting(),
          TimesByGroup.bySize(),
          TimesByGroup.byUser(),
          new SlowdownDistribution(),
          new Fairness(),
          new GpuTimeByPolicy(),
          new Gantt(),
          new NodeUtilisation(),
          new ImportanceBars(),
          new ShapeFigure(),
          new ShapeSheets(),
          new Waterfall(),
          new Drift(),
          new TreeDiagram(),
          new TreeRulesFigure(),
          new ThroughputOverTime(),
          new PredictedActual(),
          new Residuals(),
          new CalibrationCurve(),
          new Reliability(),
          new Confusion(),
          new PackingMatrix());

  private FigureRegistry() {}

  /** All kinds, in the order in which lists and reports show them. */
  public static List<FigureSource> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(FigureSource::name).toList();
  }

  /** The kind of a name. */
  public static Optional<FigureSource> named(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }
}
