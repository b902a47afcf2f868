package org.limpid.plots.theme;

import java.util.List;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.run.Policies;

/**
 * The styles of policies, by the place that they say. Variants with backfill look like their
 * policy, but fainter and with another pattern. A policy that says none gets a style by its name.
 */
record PolicyStyle(Hue hue, Dash dash, Marker marker, Hatch hatch, double weight) {
  private static final List<PolicyStyle> PLACES =
      List.of(
          new PolicyStyle(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE, 1.6),
          new PolicyStyle(Hue.GREY, Dash.LONG, Marker.SQUARE, Hatch.LEVEL, 1),
          new PolicyStyle(Hue.SKY, Dash.SHORT, Marker.TRIANGLE, Hatch.FALLING, 1),
          new PolicyStyle(Hue.BLUE, Dash.DASH_DOT, Marker.WEDGE, Hatch.UPRIGHT, 1),
          new PolicyStyle(Hue.GREEN, Dash.DASH_DOT_DOT, Marker.DIAMOND, Hatch.RISING, 1),
          new PolicyStyle(Hue.PURPLE, Dash.SOLID, Marker.SQUARE, Hatch.CROSSED, 1),
          new PolicyStyle(Hue.BLACK, Dash.DOTS, Marker.CIRCLE, Hatch.NONE, 1),
          new PolicyStyle(Hue.INDIGO, Dash.SOLID, Marker.DIAMOND, Hatch.FALLING, 1.6));
  private static final double BACKFILL_FADE = 0.3;
  private static final double EASY_FADE = 0.5;

  static SeriesStyle of(String policy, Theme theme) {
    PolicyDescription about = Policies.standard().about(policy);
    SeriesStyle style = ofFamily(about).in(theme);
    return switch (about.discipline()) {
      case STRICT -> style;
      case BACKFILL -> variant(style, theme, BACKFILL_FADE, Dash.SHORT);
      case EASY -> variant(style, theme, EASY_FADE, Dash.DOTS);
    };
  }

  private static SeriesStyle variant(SeriesStyle style, Theme theme, double fade, Dash dash) {
    return style.in(theme.faded(style.color(), fade)).with(dash);
  }

  private static PolicyStyle ofFamily(PolicyDescription about) {
    int place = about.figureStyle().orElse(PLACES.size());
    return place < PLACES.size() ? PLACES.get(place) : unknown(about.family());
  }

  private static PolicyStyle unknown(String policy) {
    int number = policy.hashCode();
    return new PolicyStyle(
        pick(Hue.values(), number),
        pick(Dash.values(), number / Hue.values().length),
        pick(Marker.values(), number),
        pick(Hatch.values(), number / Hue.values().length),
        1);
  }

  private static <T> T pick(T[] values, int number) {
    return values[Math.floorMod(number, values.length)];
  }

  private SeriesStyle in(Theme theme) {
    return theme.style(hue, dash, marker, hatch).wider(weight);
  }
}
