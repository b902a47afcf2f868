package org.limpid.plots.synergy;

import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.reference.synergy.SynergyAllocation;

/** The look and name of allocations, the same in all figures of the study. */
final class LineLook {
  private LineLook() {}

  static SeriesStyle of(SynergyAllocation allocation, Theme theme) {
    return switch (allocation) {
      case FAIR -> theme.style(Hue.GREY, Dash.LONG, Marker.SQUARE, Hatch.NONE);
      case GREEDY -> theme.style(Hue.BLUE, Dash.SHORT, Marker.TRIANGLE, Hatch.NONE);
      case TUNE -> theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE);
      case OPT -> theme.style(Hue.GREEN, Dash.DASH_DOT, Marker.WEDGE, Hatch.NONE);
    };
  }

  static String words(SynergyAllocation allocation) {
    return switch (allocation) {
      case FAIR -> "fair share";
      case GREEDY -> "greedy";
      case TUNE -> "tune";
      case OPT -> "optimum";
    };
  }
}
