package org.limpid.plots.waits;

import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.simulation.waiting.WaitCause;

/** The look of causes of waiting, the same in all figures and on the page of a report. */
public final class CauseStyle {
  private CauseStyle() {}

  /** The style of a cause. */
  public static SeriesStyle of(WaitCause cause, Theme theme) {
    return switch (cause) {
      case PROFILER -> style(theme, Hue.PURPLE, Hatch.UPRIGHT);
      case CLUSTER_FULL -> style(theme, Hue.BLUE, Hatch.NONE);
      case BEHIND_SHORTER -> style(theme, Hue.ORANGE, Hatch.RISING);
      case FRAGMENTED -> style(theme, Hue.VERMILLION, Hatch.FALLING);
      case HEAD_OF_LINE -> style(theme, Hue.GREEN, Hatch.CROSSED);
      case OVERHEAD -> style(theme, Hue.GREY, Hatch.NONE);
    };
  }

  private static SeriesStyle style(Theme theme, Hue hue, Hatch hatch) {
    return theme.style(hue, Dash.SOLID, Marker.CIRCLE, hatch);
  }
}
