package org.limpid.plots.tree;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeRules.Rule;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/**
 * Rules line by line: what leads there, what is predicted, how many rows of the training it holds.
 * The text is as large as fits.
 *
 * @param more a last line, such as how many are not shown; may be empty
 */
record TreeRulesTable(TreeModel tree, List<Rule> rules, String more) implements Drawing {
  /** Widths and heights in sizes of text. */
  private static final double LINE = 1.5;

  private static final double ROWS_WIDTH = 5;
  private static final double PREDICTION_WIDTH = 11;
  private static final double SMALLER = 0.95;
  private static final double SMALLEST = 3;

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    float size = (float) theme.smallSize();
    while (height(bounds.getWidth(), theme, size) > bounds.getHeight() && size > SMALLEST) {
      size *= (float) SMALLER;
    }
    new Painter(g, bounds, theme, size).paint();
  }

  /** Height of the whole table in a width, both in points, with text of some size. */
  double height(double width, Theme theme, float size) {
    Font font = theme.small().deriveFont(size);
    int lines = more.isEmpty() ? 1 : 2;
    for (Rule rule : rules) {
      lines += TextPainter.wrapped(conditions(rule), font, room(width, size)).size();
    }
    return (lines * LINE + 0.5) * size;
  }

  private static String conditions(Rule rule) {
    return rule.conditions().isEmpty()
        ? "always"
        : String.join(" and ", rule.conditions()).replace("<=", "≤").replace(">=", "≥");
  }

  private static double room(double width, double size) {
    return width - (ROWS_WIDTH + PREDICTION_WIDTH) * size;
  }

  private final class Painter {
    private final Canvas g;
    private final Rectangle2D bounds;
    private final Theme theme;
    private final float size;
    private final double line;
    private double y;

    private Painter(Canvas g, Rectangle2D bounds, Theme theme, float size) {
      this.g = g;
      this.bounds = bounds;
      this.theme = theme;
      this.size = size;
      line = LINE * size;
      y = bounds.getY() + line / 2;
    }

    private void paint() {
      Font plain = theme.small().deriveFont(size);
      cells(theme.heading().deriveFont(size), "If", "then", "rows");
      hairline();
      NodeText text = new NodeText(tree);
      for (Rule rule : rules) {
        String prediction = text.prediction(rule.support());
        String rows = Numbers.whole(rule.support().samples());
        double room = room(bounds.getWidth(), size);
        for (String part : TextPainter.wrapped(conditions(rule), plain, room)) {
          y += line;
          cells(plain, part, prediction, rows);
          prediction = "";
          rows = "";
        }
      }
      hairline();
      y += line;
      cells(plain, more, "", "");
    }

    private void cells(Font font, String first, String second, String third) {
      g.setColor(theme.ink());
      g.setFont(font);
      TextPainter.centred(g, first, bounds.getX(), y, Align.START);
      double start = bounds.getX() + room(bounds.getWidth(), size) + size;
      String shown = TextPainter.shortened(second, font, (PREDICTION_WIDTH - 1) * size);
      TextPainter.centred(g, shown, start, y, Align.START);
      TextPainter.centred(g, third, bounds.getMaxX(), y, Align.END);
    }

    private void hairline() {
      double below = y + line / 2;
      g.setColor(theme.muted());
      g.setStroke(theme.hairlineStroke());
      g.draw(new Line2D.Double(bounds.getX(), below, bounds.getMaxX(), below));
    }
  }
}
