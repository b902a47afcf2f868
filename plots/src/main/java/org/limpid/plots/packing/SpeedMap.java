package org.limpid.plots.packing;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.PairSpeeds;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.packing.WorkloadOrder.Group;

/** A heat map of the speeds of all workloads beside all. */
record SpeedMap(String heading, WorkloadOrder order, PairSpeeds speeds, double low, double high) {

  Drawing drawing() {
    GroupScale across = new GroupScale(order.groups(), false, false);
    GroupScale down = new GroupScale(order.groups(), true, true);
    return new HeatMap(
        heading,
        Axis.of("Beside which (same order)", across).withoutGrid(),
        Axis.of("", down).withoutGrid(),
        grid(),
        new ColorKey("Relative speed", Scales.percent(low, high), false),
        List.of(this::unknown, this::borders));
  }

  private Grid grid() {
    List<Integer> rows = order.rows();
    double[][] rates = new double[rows.size()][rows.size()];
    for (int row = 0; row < rates.length; row++) {
      for (int column = 0; column < rates.length; column++) {
        rates[row][column] = speeds.rate(rows.get(row), rows.get(column));
      }
    }
    return Grid.unit(rates);
  }

  /** Grey where nothing is known, which else would look slow. */
  private void unknown(Plot plot) {
    List<Integer> rows = order.rows();
    plot.g().setColor(plot.theme().shade());
    for (int row = 0; row < rows.size(); row++) {
      int start = 0;
      for (int column = 0; column <= rows.size(); column++) {
        if (column == rows.size() || isKnown(rows.get(row), rows.get(column))) {
          if (column > start) {
            plot.g().fill(plot.rectangle(start, column, row, row + 1));
          }
          start = column + 1;
        }
      }
    }
  }

  private boolean isKnown(int own, int other) {
    return !Double.isNaN(speeds.rate(own, other));
  }

  private void borders(Plot plot) {
    plot.g().setColor(plot.theme().background());
    plot.g().setStroke(plot.theme().hairlineStroke());
    for (double border : new GroupScale(order.groups(), false, false).borders()) {
      double x = plot.x(border);
      double y = plot.y(border);
      plot.g().draw(new Line2D.Double(x, plot.area().getY(), x, plot.area().getMaxY()));
      plot.g().draw(new Line2D.Double(plot.area().getX(), y, plot.area().getMaxX(), y));
    }
  }

  /**
   * Rows or columns of length 1 with a name per group; upwards the first is at the end of the axis.
   */
  record GroupScale(List<Group> groups, boolean upwards, boolean named) implements Scale {
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

    /** The middle of each group; without names if it has none. */
    @Override
    public List<Tick> ticks(int most) {
      List<Tick> ticks = new ArrayList<>();
      double start = 0;
      for (Group group : groups) {
        ticks.add(new Tick(start + group.size() / 2.0, named ? group.name() : ""));
        start += group.size();
      }
      return ticks;
    }

    @Override
    public boolean isOfNames() {
      return named;
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
}
