package org.limpid.plots.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;

/**
 * Drawings of equal size in rows, from left to right and from top to bottom.
 *
 * @param drawings what is shown, at least one
 * @param columns how many stand side by side, at least 1
 * @param note a line below all of them, such as what all axes show; may be empty
 */
public record Tiles(List<Drawing> drawings, int columns, String note) implements Drawing {
  private static final double GAP = 1.2;

  public Tiles {
    drawings = List.copyOf(drawings);
    if (drawings.isEmpty() || columns < 1) {
      throw new IllegalArgumentException("expected drawings in at least one column");
    }
  }

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    double gap = GAP * theme.textSize();
    double foot = note.isEmpty() ? 0 : 1.6 * theme.smallSize();
    int rows = Math.ceilDiv(drawings.size(), columns);
    double width = (bounds.getWidth() - gap * (columns - 1)) / columns;
    double height = (bounds.getHeight() - foot - gap * (rows - 1)) / rows;
    for (int i = 0; i < drawings.size(); i++) {
      double left = bounds.getX() + i % columns * (width + gap);
      double top = bounds.getY() + i / columns * (height + gap);
      drawings.get(i).paint(g, new Rectangle2D.Double(left, top, width, height), theme);
    }
    g.setColor(theme.muted());
    g.setFont(theme.small());
    String shown = TextPainter.shortened(note, theme.small(), bounds.getWidth());
    double baseline = bounds.getMaxY() - 0.3 * theme.smallSize();
    TextPainter.onBaseline(g, shown, bounds.getX(), baseline, TextPainter.Align.START);
  }
}
