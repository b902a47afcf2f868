package org.limpid.plots.packing;

import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Tick;
import org.limpid.plots.packing.WorkloadOrder.Group;

/**
 * Rows or columns of length 1, the first one at the end of the axis if that is upright, with a name
 * per group.
 *
 * @param groups in their order
 * @param upwards whether it is upright, to be read from top to bottom
 * @param named whether marks bear the names; those too near to the one before have none
 */
record GroupScale(List<Group> groups, boolean upwards, boolean named) implements Scale {
  /** Distance of names, as a share of the axis. */
  private static final double NEAREST = 0.04;

  GroupScale {
    groups = List.copyOf(groups);
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return Math.max(1, groups.stream().mapToInt(Group::size).sum());
  }

  @Override
  public double fraction(double value) {
    return upwards ? 1 - value / high() : value / high();
  }

  /** The middle of each group; how many there are is not for the axis to decide. */
  @Override
  public List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>();
    double start = 0;
    double last = Double.NEGATIVE_INFINITY;
    for (Group group : groups) {
      double middle = start + group.size() / 2.0;
      boolean apart = (middle - last) / high() >= NEAREST;
      ticks.add(new Tick(middle, named && apart ? group.name() : ""));
      last = named && apart ? middle : last;
      start += group.size();
    }
    return ticks;
  }

  /** Where groups begin, but for the first. */
  List<Double> borders() {
    List<Double> borders = new ArrayList<>();
    double start = 0;
    for (Group group : groups.subList(0, Math.max(0, groups.size() - 1))) {
      start += group.size();
      borders.add(start);
    }
    return borders;
  }
}
