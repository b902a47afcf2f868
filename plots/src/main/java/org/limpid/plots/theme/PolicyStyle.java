package org.limpid.plots.theme;

import java.util.Map;

/**
 * The styles of policies. Variants with backfill look like their policy, but fainter and with
 * another pattern. A policy that is not known here gets a style by its name.
 */
final class PolicyStyle {
  private static final Map<String, PolicyStyle> KNOWN =
      Map.of(
          "lucid", new PolicyStyle(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE, 1.6),
          "fifo", new PolicyStyle(Hue.GREY, Dash.LONG, Marker.SQUARE, Hatch.LEVEL, 1),
          "sjf", new PolicyStyle(Hue.SKY, Dash.SHORT, Marker.TRIANGLE, Hatch.FALLING, 1),
          "srtf", new PolicyStyle(Hue.BLUE, Dash.DASH_DOT, Marker.WEDGE, Hatch.UPRIGHT, 1),
          "qssf", new PolicyStyle(Hue.GREEN, Dash.DASH_DOT_DOT, Marker.DIAMOND, Hatch.RISING, 1),
          "tiresias", new PolicyStyle(Hue.PURPLE, Dash.SOLID, Marker.SQUARE, Hatch.CROSSED, 1),
          "ideal", new PolicyStyle(Hue.BLACK, Dash.DOTS, Marker.CIRCLE, Hatch.NONE, 1));
  private static final double BACKFILL_FADE = 0.3;
  private static final double EASY_FADE = 0.5;

  private final Hue hue;
  private final Dash dash;
  private final Marker marker;
  private final Hatch hatch;
  private final double weight;

  private PolicyStyle(Hue hue, Dash dash, Marker marker, Hatch hatch, double weight) {
    this.hue = hue;
    this.dash = dash;
    this.marker = marker;
    this.hatch = hatch;
    this.weight = weight;
  }

  static SeriesStyle of(String policy, Theme theme) {
    if (policy.endsWith("-backfill")) {
      return variant(policy, "-backfill", theme, BACKFILL_FADE, Dash.SHORT);
    }
    if (policy.endsWith("-easy")) {
      return variant(policy, "-easy", theme, EASY_FADE, Dash.DOTS);
    }
    PolicyStyle known = KNOWN.get(policy);
    return (known == null ? unknown(policy) : known).in(theme);
  }

  private static SeriesStyle variant(
      String policy, String suffix, Theme theme, double fade, Dash dash) {
    String base = policy.substring(0, policy.length() - suffix.length());
    SeriesStyle style = of(base, theme);
    return style.in(theme.faded(style.color(), fade)).with(dash);
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
