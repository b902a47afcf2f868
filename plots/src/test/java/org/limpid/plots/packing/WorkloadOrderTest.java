package org.limpid.plots.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;
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
  void namesThatAreTooNearAreLeftOut() {
    List<Group> groups = List.of(new Group("one", 50), new Group("two", 1), new Group("three", 49));
    List<String> labels =
        new SpeedMap.GroupScale(groups, true, true)
            .ticks(5).stream().map(tick -> tick.label()).toList();

    assertEquals(List.of("one", "two", "three"), labels);
    List<Group> narrow = List.of(new Group("a", 1), new Group("b", 1), new Group("c", 98));
    List<String> fewer =
        new SpeedMap.GroupScale(narrow, true, true)
            .ticks(5).stream().map(tick -> tick.label()).toList();
    assertEquals(List.of("a", "", "c"), fewer);
    assertFalse(new SpeedMap.GroupScale(groups, false, false).borders().isEmpty());
  }
}
