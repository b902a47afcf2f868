package org.limpid.plots.chart;

import org.limpid.plots.theme.SeriesStyle;

/** A line of the legend. */
public record LegendEntry(String label, SeriesStyle style, Kind kind) {
  public enum Kind {
    MARKED_LINE,
    LINE,
    BOX,
    POINT
  }
}
