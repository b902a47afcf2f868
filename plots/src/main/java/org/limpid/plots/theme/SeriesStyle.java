package org.limpid.plots.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Objects;

/**
 * The look of a series: what tells it from others in colour, and what in grey.
 *
 * @param width of lines in points
 * @param dashUnit length of the pattern's unit in points
 */
public record SeriesStyle(
    Color color, double width, Dash dash, double dashUnit, Marker marker, Hatch hatch) {
  public SeriesStyle {
    Objects.requireNonNull(color, "color");
    Objects.requireNonNull(dash, "dash");
    Objects.requireNonNull(marker, "marker");
    Objects.requireNonNull(hatch, "hatch");
    if (!(width > 0 && dashUnit > 0)) {
      throw new IllegalArgumentException(
          "expected widths above 0, found %s and %s".formatted(width, dashUnit));
    }
  }

  /** The stroke of lines. */
  public BasicStroke stroke() {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash.scaled(dashUnit), 0);
  }

  /** The same in another colour. */
  public SeriesStyle in(Color other) {
    return new SeriesStyle(other, width, dash, dashUnit, marker, hatch);
  }

  /** The same with another pattern of lines. */
  public SeriesStyle with(Dash other) {
    return new SeriesStyle(color, width, other, dashUnit, marker, hatch);
  }

  /** The same with another pattern of areas. */
  public SeriesStyle with(Hatch other) {
    return new SeriesStyle(color, width, dash, dashUnit, marker, other);
  }

  /** The same with lines so many times as wide. */
  public SeriesStyle wider(double factor) {
    return new SeriesStyle(color, width * factor, dash, dashUnit, marker, hatch);
  }
}
