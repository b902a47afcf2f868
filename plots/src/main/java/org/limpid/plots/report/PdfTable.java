package org.limpid.plots.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/**
 * Lays a table out on pages: columns as wide as their widest cell, the heading again on every page,
 * letters smaller where it would be too wide.
 */
final class PdfTable {
  private static final double SIZE = 8.5;
  private static final double SMALLEST = 5;
  private static final double GAP = 14;

  private final PageTable table;
  private final List<List<Cell>> rows;
  private final Font plain;
  private final Font bold;
  private final double gap;
  private final double[] widths;

  /** The heading of a table, and some of its rows. */
  PdfTable(PageTable table, List<List<Cell>> rows) {
    this.table = table;
    this.rows = rows;
    double natural = sum(widths(table, SIZE)) + GAP * table.columns().size();
    double size = Math.clamp(SIZE * PdfPages.WIDTH / natural, SMALLEST, SIZE);
    plain = PdfPages.font(Font.PLAIN, size);
    bold = PdfPages.font(Font.BOLD, size);
    gap = GAP * size / SIZE;
    widths = widths(table, size);
    double excess = sum(widths) + gap * widths.length - PdfPages.WIDTH;
    widths[0] = Math.max(SIZE, widths[0] - Math.max(0, excess));
  }

  private static double[] widths(PageTable table, double size) {
    Font plain = PdfPages.font(Font.PLAIN, size);
    Font bold = PdfPages.font(Font.BOLD, size);
    double[] widths = new double[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = TextPainter.width(table.columns().get(i).label(), bold);
      for (List<Cell> row : table.rows()) {
        Cell cell = row.get(i);
        Font font = cell.isBest() ? bold : plain;
        widths[i] = Math.max(widths[i], TextPainter.width(cell.shown(), font));
      }
    }
    return widths;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private double rowHeight() {
    return 1.5 * plain.getSize2D();
  }

  /** Height of the heading and some rows. */
  double startHeight() {
    return rowHeight() * Math.min(rows.size() + 1, 4) + 4;
  }

  void paint(PdfPages pages) throws IOException {
    heading(pages);
    for (List<Cell> row : rows) {
      if (pages.isFull(rowHeight() + 1)) {
        rule(pages, 0.8);
        pages.keep(rowHeight() + 1);
        heading(pages);
      }
      row(pages, row);
    }
    rule(pages, 0.8);
  }

  private void heading(PdfPages pages) {
    rule(pages, 0.8);
    Rectangle2D place = pages.take(rowHeight());
    for (int i = 0; i < widths.length; i++) {
      PageColumn column = table.columns().get(i);
      cell(pages.graphics(), i, column.label(), bold, place);
    }
    rule(pages, 0.4);
  }

  private void row(PdfPages pages, List<Cell> row) {
    Rectangle2D place = pages.take(rowHeight());
    for (int i = 0; i < widths.length; i++) {
      cell(pages.graphics(), i, row.get(i).shown(), row.get(i).isBest() ? bold : plain, place);
    }
  }

  private void cell(Canvas g, int index, String text, Font font, Rectangle2D place) {
    boolean right = table.columns().get(index).numeric();
    double x = place.getX();
    for (int i = 0; i < index; i++) {
      x += widths[i] + gap;
    }
    g.setColor(Theme.PAPER.ink());
    g.setFont(font);
    TextPainter.centred(
        g,
        TextPainter.shortened(text, font, widths[index] + 0.01),
        right ? x + widths[index] : x,
        place.getCenterY(),
        right ? TextPainter.Align.END : TextPainter.Align.START);
  }

  private void rule(PdfPages pages, double width) {
    Rectangle2D place = pages.take(1);
    double right = Math.min(PdfPages.WIDTH, sum(widths) + gap * (widths.length - 1));
    Canvas g = pages.graphics();
    g.setColor(Theme.PAPER.ink());
    g.setStroke(new BasicStroke((float) width));
    double y = place.getCenterY();
    g.draw(new Line2D.Double(place.getX(), y, place.getX() + right, y));
  }
}
