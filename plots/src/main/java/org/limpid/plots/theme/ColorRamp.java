package org.limpid.plots.theme;

import java.awt.Color;
import java.util.List;

/**
 * Colours for numbers of 0..1, whose lightness changes evenly, so that they are in order in grey
 * print, too.
 */
public final class ColorRamp {
  private static final double LEAST_FADE = 0.04;

  private final List<Color> stops;

  private ColorRamp(List<Color> stops) {
    this.stops = stops;
  }

  /** From near the background, for 0, to a strong blue. */
  public static ColorRamp sequential(Theme theme) {
    Color strong = theme.dark() ? new Color(0xBFE3FF) : new Color(0x08306B);
    Color middle = theme.color(Hue.BLUE);
    Color weak = theme.faded(middle, 1 - LEAST_FADE);
    return new ColorRamp(List.of(weak, theme.faded(middle, 0.5), middle, strong));
  }

  /** From blue, for 0, by way of nearly nothing, for 0.5, to reddish orange. */
  public static ColorRamp diverging(Theme theme) {
    Color low = theme.color(Hue.BLUE);
    Color high = theme.color(Hue.VERMILLION);
    return new ColorRamp(List.of(low, theme.faded(low, 1 - LEAST_FADE), high));
  }

  /** The colour of a number; those beyond the ends have the colours of the ends. */
  public Color at(double fraction) {
    double place = Math.clamp(fraction, 0.0, 1.0) * (stops.size() - 1);
    int below = Math.min((int) place, stops.size() - 2);
    return Theme.mixed(stops.get(below), stops.get(below + 1), place - below);
  }
}
