package org.limpid.plots.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;

/** Lays out the legend in rows above a chart, where it hides no data. */
public final class LegendPainter {
  private static final double SAMPLE = 2.6;
  private static final double BOX_SAMPLE = 1.4;
  private static final double GAP = 0.5;
  private static final double BETWEEN = 1.3;
  private static final double ROW = 1.45;

  private final Theme theme;
  private final List<List<LegendEntry>> rows = new ArrayList<>();

  /** The layout of entries in a width. */
  public LegendPainter(List<LegendEntry> entries, double width, Theme theme) {
    this.theme = theme;
    double used = 0;
    for (LegendEntry entry : entries) {
      double needed = width(entry);
      if (rows.isEmpty() || used + needed > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.getLast().add(entry);
      used += needed + BETWEEN * theme.smallSize();
    }
  }

  public double height() {
    return rows.isEmpty() ? 0 : (rows.size() * ROW + 0.25) * theme.smallSize();
  }

  /** Paints the rows from an upper left corner on. */
  public void paint(Canvas g, double left, double top) {
    double y = top + ROW / 2 * theme.smallSize();
    for (List<LegendEntry> row : rows) {
      double x = left;
      for (LegendEntry entry : row) {
        paint(g, entry, x, y);
        x += width(entry) + BETWEEN * theme.smallSize();
      }
      y += ROW * theme.smallSize();
    }
  }

  private double sample(LegendEntry entry) {
    boolean isLine =
        entry.kind() == LegendEntry.Kind.LINE || entry.kind() == LegendEntry.Kind.MARKED_LINE;
    return (isLine ? SAMPLE : BOX_SAMPLE) * theme.smallSize();
  }

  private double width(LegendEntry entry) {
    return sample(entry)
        + GAP * theme.smallSize()
        + TextPainter.width(entry.label(), theme.small());
  }

  private void paint(Canvas g, LegendEntry entry, double x, double y) {
    sample(g, entry, x, y);
    g.setColor(theme.ink());
    g.setFont(theme.small());
    double start = x + sample(entry) + GAP * theme.smallSize();
    TextPainter.centred(g, entry.label(), start, y, TextPainter.Align.START);
  }

  private void sample(Canvas g, LegendEntry entry, double x, double y) {
    double length = sample(entry);
    g.setColor(entry.style().color());
    switch (entry.kind()) {
      case BOX -> box(g, entry, x, y, length);
      case POINT -> point(g, entry, x + length / 2, y);
      case LINE -> line(g, entry, x, y, length);
      case MARKED_LINE -> {
        line(g, entry, x, y, length);
        point(g, entry, x + length / 2, y);
      }
    }
  }

  private void box(Canvas g, LegendEntry entry, double x, double y, double length) {
    double height = 0.9 * theme.smallSize();
    Fills.fill(g, new Rectangle2D.Double(x, y - height / 2, length, height), entry.style(), theme);
  }

  private void point(Canvas g, LegendEntry entry, double x, double y) {
    g.fill(entry.style().marker().at(x, y, theme.markerSize()));
  }

  private static void line(Canvas g, LegendEntry entry, double x, double y, double length) {
    g.setStroke(entry.style().stroke());
    g.draw(new Line2D.Double(x, y, x + length, y));
  }
}
