package org.limpid.plots.chart;

/**
 * An axis of a chart.
 *
 * @param title what it shows, with the unit unless the labels bear it; may be empty
 * @param labelled whether ticks have labels and the axis its title
 * @param grid whether lines cross the chart at the labelled ticks
 */
public record Axis(String title, Scale scale, boolean labelled, boolean grid) {
  /** An axis with labels and a grid; names have none. */
  public static Axis of(String title, Scale scale) {
    return new Axis(title, scale, true, !(scale instanceof NameScale));
  }

  /** The same without labels and title, for a chart above another one with the same axis. */
  public Axis unlabelled() {
    return new Axis(title, scale, false, grid);
  }

  /** The same without lines across the chart. */
  public Axis withoutGrid() {
    return new Axis(title, scale, labelled, false);
  }

  boolean hasTitle() {
    return labelled && !title.isEmpty();
  }
}
