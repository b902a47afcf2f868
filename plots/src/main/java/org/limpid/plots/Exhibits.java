package org.limpid.plots;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.accuracy.CalibrationCurve;
import org.limpid.plots.accuracy.Confusion;
import org.limpid.plots.accuracy.LargestErrors;
import org.limpid.plots.accuracy.PredictedActual;
import org.limpid.plots.accuracy.Reliability;
import org.limpid.plots.accuracy.Residuals;
import org.limpid.plots.accuracy.ThroughputOverTime;
import org.limpid.plots.cluster.Fairness;
import org.limpid.plots.cluster.Gantt;
import org.limpid.plots.cluster.GpuTimeByPolicy;
import org.limpid.plots.cluster.GpusInUse;
import org.limpid.plots.cluster.HostUse;
import org.limpid.plots.cluster.NodeUtilisation;
import org.limpid.plots.cluster.SlowdownDistribution;
import org.limpid.plots.cluster.TimesByGroup;
import org.limpid.plots.cluster.Waiting;
import org.limpid.plots.explain.Drift;
import org.limpid.plots.explain.ImportanceBars;
import org.limpid.plots.explain.ShapeFigure;
import org.limpid.plots.explain.ShapeSheets;
import org.limpid.plots.explain.Waterfall;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.packing.PackingMatrix;
import org.limpid.plots.paper.JctDistribution;
import org.limpid.plots.paper.QueueByVirtualCluster;
import org.limpid.plots.paper.SummaryTable;
import org.limpid.plots.paper.Table7;
import org.limpid.plots.survival.HazardRate;
import org.limpid.plots.survival.SurvivalCurves;
import org.limpid.plots.tree.TreeFigure;
import org.limpid.plots.waits.RealWaitDistribution;
import org.limpid.plots.waits.WaitCauses;
import org.limpid.plots.waits.WaitCausesByGroup;
import org.limpid.plots.waits.WaitCausesByGroupTable;
import org.limpid.plots.waits.WaitCausesTable;

/** All kinds of figures and tables. A new one is a line here. */
public final class Exhibits {
  private static final List<Exhibit> ALL =
      List.of(
          SummaryTable.TABLE_4,
          SummaryTable.TABLE_5,
          new RealWaitDistribution(),
          new WaitCausesTable(),
          WaitCausesByGroupTable.BY_VIRTUAL_CLUSTER,
          WaitCausesByGroupTable.BY_SIZE,
          new Table7(),
          new JctDistribution(),
          new QueueByVirtualCluster(),
          new WaitCauses(),
          WaitCausesByGroup.BY_VIRTUAL_CLUSTER,
          WaitCausesByGroup.BY_SIZE,
          new GpusInUse(),
          HostUse.CPUS,
          HostUse.MEMORY,
          new Waiting(),
          TimesByGroup.BY_SIZE,
          TimesByGroup.BY_USER,
          new SlowdownDistribution(),
          new Fairness(),
          new GpuTimeByPolicy(),
          new Gantt(),
          new NodeUtilisation(),
          new ImportanceBars(),
          new ShapeFigure(),
          new ShapeSheets(),
          new Waterfall(),
          new SurvivalCurves(),
          new HazardRate(),
          new Drift(),
          TreeFigure.DIAGRAM,
          TreeFigure.RULES,
          new ThroughputOverTime(),
          new PredictedActual(),
          new Residuals(),
          new CalibrationCurve(),
          new Reliability(),
          new Confusion(),
          new LargestErrors(),
          new PackingMatrix());

  private Exhibits() {}

  /** All kinds, in the order in which lists and reports show them. */
  public static List<Exhibit> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(Exhibit::name).toList();
  }

  public static Optional<Exhibit> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
