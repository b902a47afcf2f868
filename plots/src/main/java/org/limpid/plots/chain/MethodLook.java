package org.limpid.plots.chain;

import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The look and name of ways to submit, the same in all figures of the report. */
final class MethodLook {
  private MethodLook() {}

  static SeriesStyle of(String method, Theme theme) {
    return switch (method) {
      case "reactive" -> theme.style(Hue.GREY, Dash.LONG, Marker.SQUARE, Hatch.NONE);
      case "avg" -> theme.style(Hue.BLACK, Dash.SHORT, Marker.TRIANGLE, Hatch.NONE);
      case "at-once" -> theme.style(Hue.INDIGO, Dash.DOTS, Marker.WEDGE, Hatch.NONE);
      case "plan" -> theme.style(Hue.ORANGE, Dash.DASH_DOT, Marker.DIAMOND, Hatch.NONE);
      case "glass-box" -> theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE);
      case "boosted-trees" -> theme.style(Hue.SKY, Dash.LONG, Marker.SQUARE, Hatch.NONE);
      case "boosted-trees-raw" -> theme.style(Hue.BLUE, Dash.SOLID, Marker.SQUARE, Hatch.RISING);
      case "random-forest" -> theme.style(Hue.GREEN, Dash.SHORT, Marker.TRIANGLE, Hatch.NONE);
      case "random-forest-raw" ->
          theme.style(Hue.GREEN, Dash.DASH_DOT_DOT, Marker.TRIANGLE, Hatch.FALLING);
      default -> theme.style(Hue.PURPLE, Dash.DASH_DOT, Marker.DIAMOND, Hatch.LEVEL);
    };
  }

  static String words(String method) {
    return switch (method) {
      case "avg" -> "average wait";
      case "plan" -> "backfill plan";
      default -> method.replace("-raw", ", raw").replace('-', ' ');
    };
  }
}
