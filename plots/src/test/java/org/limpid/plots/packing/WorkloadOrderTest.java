package org.limpid.plots.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.packing.WorkloadOrder.Group;

final class WorkloadOrderTest {
  private static final List<Workload> WORKLOADS =
      List.of(
          new Workload("Slow", "A", 64, false),
          new Workload("Fast", "A", 32, true),
          new Workload("Slow", "A", 32, false),
          new Workload("Fast", "B", 32, false));

  /** Means per workload: Slow 0.5 twice, Fast A 0.8, Fast B 0.9. */
  private static PairSpeeds speeds() {
    double unknown = Double.NaN;
    return new PairSpeeds(
        WORKLOADS,
        new double[][] {
          {0.5, 0.5, 0.5, 0.5},
          {0.8, 0.8, unknown, 0.8},
          {0.5, 0.5, 0.5, 0.5},
          {0.9, 0.9, 0.9, 0.9}
        });
  }

  @Test
  void groupsThatAreSlowedMostComeLast() {
    WorkloadOrder order = WorkloadOrder.of(WORKLOADS, speeds());

    assertEquals(List.of(3, 1, 2, 0), order.rows());
    assertEquals(
        List.of(new Group("Fast B", 1), new Group("Fast A", 1), new Group("Slow", 2)),
        order.groups());
  }

  @Test
  void everyGroupHasItsNameAndAllButTheLastABorder() {
    List<Group> groups = List.of(new Group("a", 1), new Group("b", 1), new Group("c", 98));
    SpeedMap.GroupScale scale = new SpeedMap.GroupScale(groups, true, true);
    assertEquals(
        List.of(new Tick(0.5, "a"), new Tick(1.5, "b"), new Tick(51, "c")), scale.ticks(5));
    assertEquals(List.of(1.0, 2.0), scale.borders());
  }
}
