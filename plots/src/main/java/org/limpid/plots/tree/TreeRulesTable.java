package org.limpid.plots.tree;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.interpret.tree.Rule;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.plots.theme.Numbers;
import org.limpid.plots.theme.Theme;

/**
 * Rules line by line: what leads there, what is predicted, how many rows of the training it holds.
 *
 * @param tree where they come from
 * @param rules the rules
 * @param more a last line, such as how many are not shown; may be empty
 */
record TreeRulesTable(TreeModel tree, List<Rule> rules, String more) implements Drawing {
  private static final double LINE = 1.5;
  private static final double ROWS_WIDTH = 5;
  private static final double PREDICTION_WIDTH = 11;

  TreeRulesTable {
    rules = List.copyOf(rules);
  }

  @Override
  public void paint(Graphics2D g, Rectangle2D bounds, Theme theme) {
    double line = LINE * theme.smallSize();
    double y = bounds.getY() + line / 2;
    Font bold = theme.heading().deriveFont((float) theme.smallSize());
    line(g, bounds, y, theme, bold, List.of("If", "then", "rows"));
    rule(g, bounds, y + line / 2, theme);
    for (Rule rule : rules) {
      List<String> parts =
          TextPainter.wrapped(conditions(rule), theme.small(), room(bounds, theme));
      for (int i = 0; i < parts.size(); i++) {
        y += line;
        boolean first = i == 0;
        String prediction = first ? new NodeText(tree).prediction(rule.support()) : "";
        String rows = first ? Numbers.whole(rule.support().samples()) : "";
        line(g, bounds, y, theme, theme.small(), List.of(parts.get(i), prediction, rows));
      }
    }
    rule(g, bounds, y + line / 2, theme);
    line(g, bounds, y + line, theme, theme.small(), List.of(more, "", ""));
  }

  /** How many lines the rules take in a width of so many sizes of small text. */
  int lines(double width, Theme theme) {
    Rectangle2D bounds = new Rectangle2D.Double(0, 0, width, 1);
    return rules.stream()
        .mapToInt(rule ->
            TextPainter.wrapped(conditions(rule), theme.small(), room(bounds, theme)).size())
        .sum();
  }

  private static String conditions(Rule rule) {
    return rule.conditions().isEmpty()
        ? "always"
        : String.join(" and ", rule.conditions()).replace("<=", "≤").replace(">=", "≥");
  }

  private static double room(Rectangle2D bounds, Theme theme) {
    return bounds.getWidth() - (ROWS_WIDTH + PREDICTION_WIDTH) * theme.smallSize();
  }

  private static void line(
      Graphics2D g, Rectangle2D bounds, double y, Theme theme, Font font, List<String> cells) {
    g.setColor(theme.ink());
    g.setFont(font);
    TextPainter.centred(g, cells.get(0), bounds.getX(), y, Align.START);
    double second = bounds.getX() + room(bounds, theme) + theme.smallSize();
    double most = (PREDICTION_WIDTH - 1) * theme.smallSize();
    String prediction = TextPainter.shortened(cells.get(1), font, most);
    TextPainter.centred(g, prediction, second, y, Align.START);
    TextPainter.centred(g, cells.get(2), bounds.getMaxX(), y, Align.END);
  }

  private static void rule(Graphics2D g, Rectangle2D bounds, double y, Theme theme) {
    g.setColor(theme.muted());
    g.setStroke(theme.hairlineStroke());
    g.draw(new Line2D.Double(bounds.getX(), y, bounds.getMaxX(), y));
  }
}
