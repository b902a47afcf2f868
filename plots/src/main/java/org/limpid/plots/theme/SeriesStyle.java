package org.limpid.plots.theme;

import java.awt.BasicStroke;
import java.awt.Color;

/** The look of a series, which tells it from others in colour and in grey; lengths in points. */
public record SeriesStyle(
    Color color, double width, Dash dash, double dashUnit, Marker marker, Hatch hatch) {
  public SeriesStyle {
    if (!(width > 0 && dashUnit > 0)) {
      throw new IllegalArgumentException(
          "expected widths above 0, found %s and %s".formatted(width, dashUnit));
    }
  }

  public BasicStroke stroke() {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash.scaled(dashUnit), 0);
  }

  public SeriesStyle in(Color other) {
    return new SeriesStyle(other, width, dash, dashUnit, marker, hatch);
  }

  public SeriesStyle with(Dash other) {
    return new SeriesStyle(color, width, other, dashUnit, marker, hatch);
  }

  public SeriesStyle with(Hatch other) {
    return new SeriesStyle(color, width, dash, dashUnit, marker, other);
  }

  public SeriesStyle wider(double factor) {
    return new SeriesStyle(color, width * factor, dash, dashUnit, marker, hatch);
  }
}
