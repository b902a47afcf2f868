package org.limpid.plots.chart;

import java.util.List;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** Data that is painted between axes; {@link Layers} has the usual ones. Immutable. */
@FunctionalInterface
public interface Layer {
  /** Paints over what is there. */
  void paint(Plot plot);

  /** What the legend says of it. */
  default List<LegendEntry> legend(Theme theme) {
    return List.of();
  }

  /** A line of the legend. */
  record LegendEntry(String label, SeriesStyle style, Kind kind) {
    public enum Kind {
      MARKED_LINE,
      LINE,
      BOX,
      POINT
    }
  }
}
