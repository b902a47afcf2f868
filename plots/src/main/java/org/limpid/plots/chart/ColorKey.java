package org.limpid.plots.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.ColorRamp;
import org.limpid.plots.theme.Theme;

/**
 * Which colour stands for which number.
 *
 * @param title what the colours show, with the unit unless the labels bear it
 * @param diverging whether the middle of the scale is neutral, as for numbers around 0
 */
public record ColorKey(String title, Scale scale, boolean diverging) {
  private static final int STEPS = 64;
  private static final double BAR_WIDTH = 1.1;
  private static final double GAP = 0.5;

  public Color color(double value, Theme theme) {
    ColorRamp ramp = diverging ? ColorRamp.diverging(theme) : ColorRamp.sequential(theme);
    return ramp.at(scale.fraction(value));
  }

  /** Width of bar, labels and title, in points. */
  double width(Theme theme, double height) {
    double labels =
        ticks(theme, height).stream()
            .mapToDouble(tick -> TextPainter.width(tick.label(), theme.small()))
            .max()
            .orElse(0);
    double words = title.isEmpty() ? 0 : TextPainter.lineHeight(theme.text());
    return (BAR_WIDTH + 2 * GAP) * theme.smallSize() + labels + words;
  }

  private List<Tick> ticks(Theme theme, double height) {
    int most = Math.clamp((long) (height / (3 * theme.smallSize())), 2, 8);
    return scale.ticks(most).stream().filter(Tick::isLabelled).toList();
  }

  /** Paints the bar at the left end of a rectangle, labels and title to its right. */
  void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    double width = BAR_WIDTH * theme.smallSize();
    double step = bounds.getHeight() / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double fraction = (i + 0.5) / STEPS;
      ColorRamp ramp = diverging ? ColorRamp.diverging(theme) : ColorRamp.sequential(theme);
      g.setColor(ramp.at(fraction));
      double top = bounds.getMaxY() - (i + 1) * step;
      double overlap = i == 0 ? 0 : Math.min(step, 0.3);
      g.fill(new Rectangle2D.Double(bounds.getX(), top, width, step + overlap));
    }
    g.setStroke(theme.hairlineStroke());
    g.setFont(theme.small());
    for (Tick tick : ticks(theme, bounds.getHeight())) {
      tick(g, tick, bounds, width, theme);
    }
    g.setColor(theme.ink());
    g.setFont(theme.text());
    String shown = TextPainter.shortened(title, theme.text(), bounds.getHeight());
    TextPainter.upwards(
        g,
        shown,
        bounds.getMaxX() - 0.5 * theme.textSize(),
        bounds.getCenterY(),
        TextPainter.Align.MIDDLE);
  }

  private void tick(Canvas g, Tick tick, Rectangle2D bounds, double width, Theme theme) {
    double y = bounds.getMaxY() - scale.fraction(tick.value()) * bounds.getHeight();
    double end = bounds.getX() + width;
    g.setColor(theme.muted());
    g.draw(new Line2D.Double(end, y, end + 0.25 * theme.smallSize(), y));
    g.setColor(theme.ink());
    double start = end + GAP * theme.smallSize();
    TextPainter.centred(g, tick.label(), start, y, TextPainter.Align.START);
  }
}
