package org.limpid.plots.chart;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.plots.theme.Theme;

/** Draws axes below and to the left of a plot area. Lengths are in points. */
final class AxisPainter {
  /** Length of ticks, and distance of labels from them, in sizes of small text. */
  private static final double TICK = 0.4;

  private static final double LABEL_GAP = 0.35;
  private static final double TITLE_GAP = 0.55;
  private static final double BETWEEN_LABELS = 0.7;
  private static final double LONGEST_NAME = 0.4;
  private static final double SMALLEST_TITLE = 0.75;
  private static final int MOST_TICKS = 12;
  private static final double LINE = 1.1;

  private final Theme theme;
  private final Font small;
  private final double unit;

  AxisPainter(Theme theme) {
    this.theme = theme;
    small = theme.small();
    unit = theme.smallSize();
  }

  /** The marks of a horizontal axis, and whether their labels have to stand upright. */
  record Below(List<Tick> ticks, boolean upright) {}

  /** As many marks as fit, their labels apart from each other. */
  Below below(Axis axis, double width) {
    for (int most = MOST_TICKS; most >= 2; most--) {
      List<Tick> ticks = axis.scale().ticks(most);
      if (areApart(axis.scale(), ticks, width)) {
        return new Below(ticks, false);
      }
    }
    boolean names = axis.scale() instanceof NameScale;
    List<Tick> ticks = axis.scale().ticks(2);
    return names ? new Below(thinned(ticks, axis.scale(), width), true) : new Below(ticks, false);
  }

  private boolean areApart(Scale scale, List<Tick> ticks, double width) {
    double end = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      if (tick.isLabelled()) {
        double half = TextPainter.width(tick.label(), small) / 2;
        double at = scale.fraction(tick.value()) * width;
        if (at - half < end + BETWEEN_LABELS * unit) {
          return false;
        }
        end = at + half;
      }
    }
    return true;
  }

  List<Tick> beside(Axis axis, double height) {
    int most = Math.clamp((long) (height / (2.6 * unit)), 2, MOST_TICKS);
    List<Tick> ticks = axis.scale().ticks(most);
    if (axis.scale().isOfNames()) {
      return everyNth(ticks, Math.ceilDiv(ticks.size(), Math.max(1, (int) (height / line()))));
    }
    return axis.scale() instanceof NameScale ? thinned(ticks, axis.scale(), height) : ticks;
  }

  /** Distance of names above each other. */
  private double line() {
    return LINE * unit;
  }

  /** Every name, or every second, third, ... if there are more than lines of text. */
  private List<Tick> thinned(List<Tick> ticks, Scale scale, double length) {
    double place = length / scale.high();
    return everyNth(ticks, (int) Math.ceil(line() / place));
  }

  private static List<Tick> everyNth(List<Tick> ticks, int n) {
    return IntStream.range(0, ticks.size())
        .filter(i -> i % Math.max(1, n) == 0)
        .mapToObj(ticks::get)
        .toList();
  }

  /** Height of all below the plot area. */
  double heightBelow(Axis axis, double width, double most) {
    if (!axis.labelled()) {
      return TICK * unit;
    }
    Below below = below(axis, width);
    double labels =
        below.upright()
            ? Math.min(widest(below.ticks()), LONGEST_NAME * most)
            : TextPainter.capHeight(small);
    double title =
        axis.hasTitle() ? TITLE_GAP * unit + TextPainter.lineHeight(theme.text()) : 0.3 * unit;
    return (tick(axis) + LABEL_GAP) * unit + labels + title;
  }

  /** Width of all to the left of the plot area. */
  double widthBeside(Axis axis, double height, double most) {
    if (!axis.labelled()) {
      return TICK * unit;
    }
    double labels = Math.min(widest(beside(axis, height)), LONGEST_NAME * most);
    double title =
        axis.hasTitle() ? TITLE_GAP * unit + TextPainter.lineHeight(theme.text()) : 0.2 * unit;
    return (tick(axis) + LABEL_GAP) * unit + labels + title;
  }

  /** Names need no ticks. */
  private static double tick(Axis axis) {
    return axis.scale() instanceof NameScale ? 0 : TICK;
  }

  private double widest(List<Tick> ticks) {
    return ticks.stream()
        .mapToDouble(tick -> TextPainter.width(tick.label(), small))
        .max()
        .orElse(0);
  }

  /** How far the last label below reaches beyond the plot area. */
  double overhang(Axis axis, double width) {
    Below below = below(axis, width);
    if (!axis.labelled() || below.upright() || below.ticks().isEmpty()) {
      return 0;
    }
    Tick last = below.ticks().getLast();
    double end =
        axis.scale().fraction(last.value()) * width + TextPainter.width(last.label(), small) / 2;
    return Math.max(0, end - width);
  }

  void grid(Canvas g, Rectangle2D area, Axis x, Axis y) {
    g.setStroke(theme.hairlineStroke());
    g.setColor(theme.grid());
    if (x.grid()) {
      for (Tick tick : below(x, area.getWidth()).ticks()) {
        if (tick.isLabelled()) {
          double at = area.getX() + x.scale().fraction(tick.value()) * area.getWidth();
          g.draw(new Line2D.Double(at, area.getY(), at, area.getMaxY()));
        }
      }
    }
    if (y.grid()) {
      for (Tick tick : beside(y, area.getHeight())) {
        if (tick.isLabelled()) {
          double at = area.getMaxY() - y.scale().fraction(tick.value()) * area.getHeight();
          g.draw(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
        }
      }
    }
  }

  void paintBelow(Canvas g, Rectangle2D area, Axis axis, Rectangle2D bounds) {
    Below below = below(axis, area.getWidth());
    line(g, area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY());
    double labelTop = area.getMaxY() + (tick(axis) + LABEL_GAP) * unit;
    for (Tick tick : below.ticks()) {
      double x = area.getX() + axis.scale().fraction(tick.value()) * area.getWidth();
      if (tick(axis) > 0) {
        double length = (tick.isLabelled() ? 1 : 0.55) * TICK * unit;
        line(g, x, area.getMaxY(), x, area.getMaxY() + length);
      }
      if (axis.labelled() && tick.isLabelled()) {
        labelBelow(g, tick.label(), x, labelTop, below.upright(), bounds.getHeight());
      }
    }
    if (axis.hasTitle()) {
      double bottom = bounds.getMaxY() - 0.3 * theme.textSize();
      title(g, axis.title(), area.getCenterX(), bottom, bounds);
    }
  }

  private void labelBelow(
      Canvas g, String label, double x, double top, boolean upright, double most) {
    g.setColor(theme.ink());
    g.setFont(small);
    if (upright) {
      String shown = TextPainter.shortenedInside(label, small, LONGEST_NAME * most);
      TextPainter.upwards(g, shown, x, top, Align.END);
    } else {
      TextPainter.onBaseline(g, label, x, top + TextPainter.capHeight(small), Align.MIDDLE);
    }
  }

  private void title(Canvas g, String title, double centre, double baseline, Rectangle2D in) {
    Font font = fitting(title, in.getWidth());
    g.setColor(theme.ink());
    g.setFont(font);
    String shown = TextPainter.shortened(title, font, in.getWidth());
    double half = TextPainter.width(shown, font) / 2;
    double x =
        Math.clamp(centre, in.getX() + half, Math.max(in.getX() + half, in.getMaxX() - half));
    TextPainter.onBaseline(g, shown, x, baseline, Align.MIDDLE);
  }

  void paintBeside(Canvas g, Rectangle2D area, Axis axis, Rectangle2D bounds) {
    line(g, area.getX(), area.getY(), area.getX(), area.getMaxY());
    double most = LONGEST_NAME * bounds.getWidth();
    if (axis.scale().isOfNames()) {
      namesBeside(g, area, axis, most);
    } else {
      ticksBeside(g, area, axis, most);
    }
    if (axis.hasTitle()) {
      titleBeside(g, axis.title(), area, bounds);
    }
  }

  private double y(Rectangle2D area, Axis axis, Tick tick) {
    return area.getMaxY() - axis.scale().fraction(tick.value()) * area.getHeight();
  }

  private void ticksBeside(Canvas g, Rectangle2D area, Axis axis, double most) {
    double end = area.getX() - (tick(axis) + LABEL_GAP) * unit;
    for (Tick tick : beside(axis, area.getHeight())) {
      double y = y(area, axis, tick);
      if (tick(axis) > 0) {
        double length = (tick.isLabelled() ? 1 : 0.55) * TICK * unit;
        line(g, area.getX() - length, y, area.getX(), y);
      }
      if (axis.labelled() && tick.isLabelled()) {
        labelBeside(g, tick.label(), end, y, most);
      }
    }
  }

  /** All names, apart from each other, each with a line to its place. */
  private void namesBeside(Canvas g, Rectangle2D area, Axis axis, double most) {
    List<Tick> names =
        beside(axis, area.getHeight()).stream()
            .sorted(Comparator.comparingDouble(tick -> y(area, axis, tick)))
            .toList();
    double[] places = names.stream().mapToDouble(tick -> y(area, axis, tick)).toArray();
    double[] apart = ApartLabels.of(places, line(), area.getY(), area.getMaxY());
    double tickEnd = area.getX() - 0.5 * TICK * unit;
    double lineEnd = area.getX() - (TICK + 0.5 * LABEL_GAP) * unit;
    for (int i = 0; i < places.length; i++) {
      line(g, tickEnd, places[i], area.getX(), places[i]);
      line(g, lineEnd, apart[i], tickEnd, places[i]);
      labelBeside(g, names.get(i).label(), area.getX() - (TICK + LABEL_GAP) * unit, apart[i], most);
    }
  }

  private void labelBeside(Canvas g, String label, double end, double y, double most) {
    g.setColor(theme.ink());
    g.setFont(small);
    String shown = TextPainter.shortenedInside(label, small, most);
    TextPainter.centred(g, shown, end, y, Align.END);
  }

  private void titleBeside(Canvas g, String title, Rectangle2D area, Rectangle2D bounds) {
    Font font = fitting(title, bounds.getHeight());
    g.setColor(theme.ink());
    g.setFont(font);
    String shown = TextPainter.shortened(title, font, bounds.getHeight());
    double half = TextPainter.width(shown, font) / 2;
    double least = bounds.getY() + half;
    double y = Math.clamp(area.getCenterY(), least, Math.max(least, bounds.getMaxY() - half));
    double x = bounds.getX() + 0.5 * theme.textSize();
    TextPainter.upwards(g, shown, x, y, Align.MIDDLE);
  }

  /** The font of text, or one that is smaller by a quarter at most where the length asks for it. */
  private Font fitting(String title, double length) {
    double factor = 0.99 * length / TextPainter.width(title, theme.text());
    float size = (float) (theme.textSize() * Math.clamp(factor, SMALLEST_TITLE, 1.0));
    return theme.text().deriveFont(size);
  }

  private void line(Canvas g, double x0, double y0, double x1, double y1) {
    g.setColor(theme.muted());
    g.setStroke(theme.hairlineStroke());
    g.draw(new Line2D.Double(x0, y0, x1, y1));
  }
}
