package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.font.Typeface;

/** Notes where texts were written, for tests. */
public final class RecordingSurface implements Surface {
  private final List<Text> texts = new ArrayList<>();

  /**
   * A text.
   *
   * @param words what it says
   * @param box around its capital letters, on the surface
   */
  public record Text(String words, Rectangle2D box) {}

  /** The texts in their order. */
  public List<Text> texts() {
    return texts;
  }

  @Override
  public void clip(Shape clip) {}

  @Override
  public void fill(Shape shape, Color color) {}

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color) {}

  @Override
  public void text(String text, Font font, AffineTransform placement, Color color) {
    Typeface face = Typeface.of(font);
    double height = face.capHeight(font.getSize2D());
    Rectangle2D line =
        new Rectangle2D.Double(0, -height, face.width(text, font.getSize2D()), height);
    texts.add(new Text(text, placement.createTransformedShape(line).getBounds2D()));
  }

  @Override
  public void image(BufferedImage image, AffineTransform placement) {}
}
