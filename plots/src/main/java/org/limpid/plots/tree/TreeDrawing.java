package org.limpid.plots.tree;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Fills;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/**
 * A tree as boxes: what is asked, how many rows came, and the shares of the classes as a bar. Yes
 * leads left.
 */
record TreeDrawing(TreeModel tree, ShownTree shown) implements Drawing {
  private static final double GAP = 0.7;
  private static final double LINE = 1.3;
  private static final double SMALLEST_TEXT = 0.6;
  private static final double SHARE_HEIGHT = 0.55;

  /** Three lines, the shares, and some room, in sizes of text. */
  private static final double BOX_HEIGHT = 5.3;

  /** Least distance of boxes over each other, in sizes of text. */
  private static final double LEVEL_GAP = 2.1;

  private static final double WIDEST_BOX = 17;

  /** Where edges turn aside, as a share of their height. */
  private static final double TURN = 0.3;

  /** Text that was made to fit is not cut for a rounded digit. */
  private static final double TOLERANCE = 1.01;

  @Override
  public void paint(Canvas g, Rectangle2D bounds, Theme theme) {
    Layout layout = Layout.of(bounds, theme, shown);
    for (ShownTree.Node node : shown.nodes()) {
      if (node.parent() >= 0) {
        edge(g, layout, node, theme);
      }
    }
    for (ShownTree.Node node : shown.nodes()) {
      box(g, layout, node, theme);
    }
  }

  /** Where boxes stand, and the size of their text. */
  private record Layout(Rectangle2D bounds, double unit, ShownTree shown) {
    static Layout of(Rectangle2D bounds, Theme theme, ShownTree shown) {
      double units = (shown.depth() + 1) * BOX_HEIGHT + shown.depth() * LEVEL_GAP;
      double unit = Math.min(theme.smallSize(), bounds.getHeight() / units);
      return new Layout(bounds, unit, shown);
    }

    Rectangle2D box(ShownTree.Node node) {
      double place = bounds.getWidth() / shown.ends();
      double width = Math.min(place - GAP * unit, WIDEST_BOX * unit);
      double height = BOX_HEIGHT * unit;
      double rise = shown.depth() == 0 ? 0 : (bounds.getHeight() - height) / shown.depth();
      double centre = bounds.getX() + (node.place() + 0.5) * place;
      double top = bounds.getY() + node.depth() * rise;
      return new Rectangle2D.Double(centre - width / 2, top, width, height);
    }

    Font font(Theme theme) {
      return theme.small().deriveFont((float) unit);
    }

    Font bold(Theme theme) {
      return theme.heading().deriveFont((float) unit);
    }
  }

  /** A line from a box to that above it, with the answer that leads along it. */
  private void edge(Canvas g, Layout layout, ShownTree.Node node, Theme theme) {
    ShownTree.Node parent = shown.nodes().get(node.parent());
    Rectangle2D above = layout.box(parent);
    Rectangle2D below = layout.box(node);
    g.setColor(theme.muted());
    g.setStroke(new BasicStroke((float) (0.8 * theme.lineWidth())));
    double x = below.getCenterX();
    double turn = above.getMaxY() + TURN * (below.getY() - above.getMaxY());
    Path2D line = new Path2D.Double();
    line.moveTo(above.getCenterX(), above.getMaxY());
    line.lineTo(above.getCenterX(), turn);
    line.lineTo(x, turn);
    line.lineTo(x, below.getY());
    g.draw(line);
    TreeNode.Split split = (TreeNode.Split) tree.nodes().get(parent.position());
    boolean left = node.position() == split.left();
    String answer = left ? "yes" : "no";
    String words = split.defaultLeft() == left && hasMissing(split) ? answer + ", missing" : answer;
    g.setColor(theme.ink());
    g.setFont(layout.font(theme));
    double aside = (left ? -1 : 1) * 0.4 * layout.unit();
    double y = (turn + below.getY()) / 2;
    TextPainter.centred(g, words, x + aside, y, left ? Align.END : Align.START);
  }

  /** Where missing values go is worth a word only where a box has room for it. */
  private boolean hasMissing(TreeNode.Split split) {
    return shown.ends() <= 8 && split.left() != split.right();
  }

  private void box(Canvas g, Layout layout, ShownTree.Node node, Theme theme) {
    Rectangle2D box = layout.box(node);
    NodeSummary summary = tree.nodes().get(node.position()).summary();
    g.setColor(theme.background());
    g.fill(box);
    g.setColor(theme.faded(color(summary, theme), node.opened() ? 0.9 : 0.72));
    g.fill(box);
    shares(g, box, SHARE_HEIGHT * layout.unit(), summary, theme);
    g.setColor(theme.muted());
    g.setStroke(theme.hairlineStroke());
    g.draw(box);
    List<String> lines = lines(node, summary);
    double step = LINE * layout.unit();
    double y = box.getY() + 0.95 * layout.unit();
    for (int i = 0; i < lines.size(); i++) {
      write(
          g,
          lines.get(i),
          box,
          y + i * step,
          i == 0 ? layout.bold(theme) : layout.font(theme),
          theme);
    }
  }

  private List<String> lines(ShownTree.Node node, NodeSummary summary) {
    NodeText text = new NodeText(tree);
    List<String> lines = new ArrayList<>();
    if (node.opened() && tree.nodes().get(node.position()) instanceof TreeNode.Split split) {
      lines.add(text.question(split));
    }
    lines.add(text.prediction(summary));
    lines.add(NodeText.rows(summary));
    if (node.hiddenLeaves() > 0) {
      lines.add("+%d leaves".formatted(node.hiddenLeaves()));
    }
    return lines;
  }

  private static void write(
      Canvas g, String text, Rectangle2D box, double y, Font font, Theme theme) {
    double room = box.getWidth() - 0.6 * font.getSize2D();
    double factor = Math.clamp(room / TextPainter.width(text, font), SMALLEST_TEXT, 1.0);
    Font fitting = font.deriveFont((float) (font.getSize2D() * factor));
    g.setColor(theme.ink());
    g.setFont(fitting);
    String shown = TextPainter.shortened(text, fitting, TOLERANCE * room);
    TextPainter.centred(g, shown, box.getCenterX(), y, Align.MIDDLE);
  }

  /** The colour of the most probable class, or of the mean between the least and largest leaf. */
  private Color color(NodeSummary summary, Theme theme) {
    return tree.task() instanceof Task.Classification
        ? theme.series(NodeText.mostProbable(summary)).color()
        : theme.series(0).color();
  }

  /** The shares of the classes along the lower side, or how large a mean is among the leaves. */
  private void shares(Canvas g, Rectangle2D box, double height, NodeSummary summary, Theme theme) {
    double left = box.getX();
    if (!(tree.task() instanceof Task.Classification)) {
      double width = box.getWidth() * rank(summary.output(0));
      g.setColor(theme.series(0).color());
      g.fill(new Rectangle2D.Double(left, box.getMaxY() - height, width, height));
      return;
    }
    for (int k = 0; k < summary.outputCount(); k++) {
      double width = box.getWidth() * summary.output(k);
      SeriesStyle style = theme.series(k);
      Fills.fill(
          g, new Rectangle2D.Double(left, box.getMaxY() - height, width, height), style, theme);
      left += width;
    }
  }

  /** A mean as a share of the way from the least to the largest mean of the tree. */
  private double rank(double mean) {
    double low =
        tree.nodes().stream().mapToDouble(node -> node.summary().output(0)).min().orElse(0);
    double high =
        tree.nodes().stream().mapToDouble(node -> node.summary().output(0)).max().orElse(0);
    return high > low ? (mean - low) / (high - low) : 1;
  }
}
