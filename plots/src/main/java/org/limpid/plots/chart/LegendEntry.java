package org.limpid.plots.chart;

import java.util.Objects;
import org.limpid.plots.theme.SeriesStyle;

/** A line of the legend. */
public record LegendEntry(String label, SeriesStyle style, Kind kind) {
  public LegendEntry {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(kind, "kind");
  }

  /** What stands for a series. */
  public enum Kind {
    MARKED_LINE,
    LINE,
    BOX,
    POINT
  }
}
