package org.limpid.plots.chart;

import java.util.Objects;
import org.limpid.plots.theme.SeriesStyle;

/**
 * A line of the legend.
 *
 * @param label name of the series
 * @param style its look
 * @param kind what is shown beside the name
 */
public record LegendEntry(String label, SeriesStyle style, Kind kind) {
  public LegendEntry {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(kind, "kind");
  }

  /** What stands for a series. */
  public enum Kind {
    /** A piece of its line with a marker. */
    MARKED_LINE,
    /** A piece of its line. */
    LINE,
    /** A filled box. */
    BOX,
    /** A point. */
    POINT
  }
}
