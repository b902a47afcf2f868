package org.limpid.plots.explain;

import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The looks of models that follow each other in time. */
final class DriftStyle {
  private DriftStyle() {}

  /** Of two the first is grey and dashed, the second stands out; of more each has its own look. */
  static SeriesStyle of(int model, int count, Theme theme) {
    if (count > 2) {
      return theme.series(model);
    }
    return model == 0
        ? theme.style(Hue.GREY, Dash.SHORT, Marker.SQUARE, Hatch.LEVEL).wider(1.2)
        : theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE).wider(1.2);
  }
}
