package org.limpid.plots.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.limpid.plots.font.Typeface;

/**
 * The look of all figures. Sizes and widths are in points (1/72 inch).
 *
 * @param scale how many times as large as in print a figure is made
 * @param titled whether figures bear their titles, as on slides; in print the caption says them
 * @param dark whether it is light on dark
 * @param textSize size of titles of axes and of text in figures
 * @param smallSize size of labels of ticks and in legends
 * @param lineWidth of series
 * @param hairline width of axes and grids
 * @param markerSize diameter of points
 */
public record Theme(
    String name,
    double scale,
    boolean titled,
    boolean dark,
    double textSize,
    double smallSize,
    double lineWidth,
    double hairline,
    double markerSize) {

  /** For print: columns of 84 mm or 178 mm, text of 8 points. */
  public static final Theme PAPER = new Theme("paper", 1, false, false, 8, 7, 1, 0.5, 4);

  /** For slides: twice as large, with titles. */
  public static final Theme SLIDES = new Theme("slides", 2, true, false, 18, 15.5, 2.2, 1, 9);

  /** For slides with a dark background. */
  public static final Theme DARK = new Theme("dark", 2, true, true, 18, 15.5, 2.2, 1, 9);

  /** The one for print on a dark background, for pages that are read at night. */
  public static final Theme NIGHT = new Theme("night", 1, false, true, 8, 7, 1, 0.5, 4);

  private static final List<Theme> ALL = List.of(PAPER, SLIDES, DARK);
  private static final Hue[] ORDER = {
    Hue.BLUE, Hue.VERMILLION, Hue.GREEN, Hue.PURPLE, Hue.ORANGE, Hue.SKY, Hue.GREY, Hue.BLACK
  };

  /** All themes, the one for print first. */
  public static List<Theme> all() {
    return ALL;
  }

  public Font text() {
    return font(Font.PLAIN, textSize);
  }

  public Font small() {
    return font(Font.PLAIN, smallSize);
  }

  public Font heading() {
    return font(Font.BOLD, textSize);
  }

  public Font title() {
    return font(Font.BOLD, 1.2 * textSize);
  }

  private static Font font(int style, double size) {
    return new Font(Typeface.FAMILY, style, 1).deriveFont((float) size);
  }

  /** What figures are painted on. */
  public Color background() {
    return dark ? new Color(0x15191E) : Color.WHITE;
  }

  public Color ink() {
    return dark ? new Color(0xE8E8E8) : new Color(0x1A1A1A);
  }

  /** Lines of axes, and text that stands back. */
  public Color muted() {
    return dark ? new Color(0x9AA3AD) : new Color(0x666666);
  }

  public Color grid() {
    return dark ? new Color(0x2F363E) : new Color(0xE4E4E4);
  }

  /** Areas that stand back, such as the density below a shape. */
  public Color shade() {
    return dark ? new Color(0x48525D) : new Color(0xC9CED4);
  }

  public Color color(Hue hue) {
    return hue.on(dark);
  }

  /** A colour mixed into the background: 0 leaves it as it is, 1 is the background. */
  public Color faded(Color color, double share) {
    return mixed(color, background(), share);
  }

  /** A colour between two, at a share of the way. */
  static Color mixed(Color from, Color to, double share) {
    return new Color(
        mixed(from.getRed(), to.getRed(), share),
        mixed(from.getGreen(), to.getGreen(), share),
        mixed(from.getBlue(), to.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  /** Stroke of axes and grids. */
  public BasicStroke hairlineStroke() {
    return new BasicStroke((float) hairline, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  }

  public SeriesStyle style(Hue hue, Dash dash, Marker marker, Hatch hatch) {
    return new SeriesStyle(color(hue), lineWidth, dash, lineWidth, marker, hatch);
  }

  /** A style for areas, whose lines and points do not matter. */
  public SeriesStyle area(Hue hue, Hatch hatch) {
    return style(hue, Dash.SOLID, Marker.CIRCLE, hatch);
  }

  /** The style of the n-th series, from 0, of a figure whose series are no policies. */
  public SeriesStyle series(int n) {
    int count = ORDER.length;
    return style(
        ORDER[n % count],
        Dash.values()[n % Dash.values().length],
        Marker.values()[n % Marker.values().length],
        Hatch.values()[n % Hatch.values().length]);
  }

  /** The style of a policy, the same in all figures. */
  public SeriesStyle policy(String policy) {
    return PolicyStyle.of(policy, this);
  }
}
