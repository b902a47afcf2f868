package org.limpid.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Objects;
import org.limpid.plots.graphics.Canvas;

/**
 * Paints on a canvas what XChart draws. The pieces of a line, which XChart draws one by one, become
 * one line, so that its dashes go on over them; what was laid out as text is written as text. Not
 * safe for several threads.
 */
final class Pen {
  /** How a line is drawn. */
  private record Look(Color color, BasicStroke stroke, Shape clip) {}

  private final Canvas canvas;
  private final OutlinedTexts texts;
  private Path2D line;
  private Look lineLook;
  private Point2D lineEnd;

  Pen(Canvas canvas, OutlinedTexts texts) {
    this.canvas = canvas;
    this.texts = texts;
  }

  /** Draws the outline of a shape; all is in the coordinates of the canvas. */
  void draw(Shape shape, Color color, BasicStroke stroke, Shape clip) {
    Look look = new Look(color, stroke, clip);
    if (shape instanceof Line2D piece) {
      append(piece, look);
    } else {
      finish();
      drawn(shape, look);
    }
  }

  private void append(Line2D piece, Look look) {
    boolean goesOn =
        line != null && look.equals(lineLook) && Objects.equals(lineEnd, piece.getP1());
    if (!goesOn) {
      finish();
      line = new Path2D.Double();
      line.moveTo(piece.getX1(), piece.getY1());
      lineLook = look;
    }
    line.lineTo(piece.getX2(), piece.getY2());
    lineEnd = piece.getP2();
  }

  private void drawn(Shape shape, Look look) {
    canvas.setColor(look.color);
    canvas.setStroke(look.stroke);
    clipped(look.clip, () -> canvas.draw(shape));
  }

  /** Fills a shape; if it is the outline of a text, the text is written. */
  void fill(Shape shape, Color color, Shape clip) {
    finish();
    canvas.setColor(color);
    clipped(clip, () -> texts.find(shape).ifPresentOrElse(this::write, () -> canvas.fill(shape)));
  }

  private void write(OutlinedTexts.Placed text) {
    canvas.setFont(text.font());
    canvas.text(text.text(), text.placement());
  }

  /** Writes a text whose baseline begins at the origin of the placement. */
  void write(String text, Font font, AffineTransform placement, Color color, Shape clip) {
    finish();
    canvas.setColor(color);
    clipped(clip, () -> write(new OutlinedTexts.Placed(text, font, placement)));
  }

  /** Draws what is left of a line; behind it nothing is missing on the canvas. */
  void finish() {
    if (line != null) {
      Path2D whole = line;
      line = null;
      drawn(whole, lineLook);
    }
  }

  private void clipped(Shape clip, Runnable painting) {
    if (clip == null) {
      painting.run();
    } else {
      canvas.clipped(clip, painting);
    }
  }
}
