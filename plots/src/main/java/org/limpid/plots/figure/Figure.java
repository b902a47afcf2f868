package org.limpid.plots.figure;

import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;

/**
 * A drawing with all that a page needs to show it. Immutable.
 *
 * @param name of its file, without the extension: small letters, digits, hyphens
 * @param caption one or two short sentences made from its numbers
 * @param alternativeText what is to be seen, for those who can't see it
 */
public record Figure(
    String name, String title, String caption, String alternativeText, Size size, Drawing drawing) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Figure {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a name of small letters, digits and hyphens, found '%s'".formatted(name));
    }
  }

  public Figure named(String other) {
    return new Figure(other, title, caption, alternativeText, size, drawing);
  }

  /** Paints the figure, with its title where the theme wants one, in a rectangle in points. */
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    double margin = 0.4 * theme.textSize();
    double head = theme.titled() ? 2 * theme.textSize() : 0;
    if (theme.titled()) {
      g.setColor(theme.ink());
      g.setFont(theme.title());
      String shown = TextPainter.shortened(title, theme.title(), bounds.getWidth() - 2 * margin);
      double baseline = bounds.getY() + margin + theme.textSize();
      TextPainter.onBaseline(g, shown, bounds.getX() + margin, baseline, TextPainter.Align.START);
    }
    Rectangle2D inner =
        new Rectangle2D.Double(
            bounds.getX() + margin,
            bounds.getY() + margin + head,
            bounds.getWidth() - 2 * margin,
            bounds.getHeight() - 2 * margin - head);
    drawing.paint(g, inner, theme);
  }
}
