package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.graphics.Surface.Tooltip;

/** Paints on a {@link Surface} with a current colour, stroke, font and clip. Lengths in points. */
public final class Canvas {
  private final Surface surface;
  private Shape clip;
  private BasicStroke stroke = new BasicStroke();
  private Color color = Color.BLACK;
  private Font font = new Font(Typeface.FAMILY, Font.PLAIN, 8);

  public Canvas(Surface surface) {
    this.surface = surface;
  }

  /** The colour of what is painted from now on. */
  public void setColor(Color value) {
    color = value;
  }

  /** The stroke of outlines from now on. */
  public void setStroke(BasicStroke value) {
    stroke = value;
  }

  /** The font of texts from now on; of its family only the weight and the size matter. */
  public void setFont(Font value) {
    font = value;
  }

  public Font font() {
    return font;
  }

  public void fill(Shape shape) {
    surface.clip(clip);
    surface.fill(new Path2D.Double(shape), color);
  }

  public void draw(Shape shape) {
    surface.clip(clip);
    surface.stroke(new Path2D.Double(shape), stroke, color);
  }

  /** Writes a line of text; its baseline begins at the origin of the placement. */
  public void text(String text, AffineTransform placement) {
    if (!text.isEmpty()) {
      surface.clip(clip);
      surface.text(Typeface.of(font).displayable(text), font, placement, color);
    }
  }

  /** Paints an image without smoothing, with its pixels as unit squares. */
  public void image(BufferedImage image, AffineTransform placement) {
    surface.clip(clip);
    surface.image(image, placement);
  }

  /** Paints only what lies in a shape. */
  public void clipped(Shape shape, Runnable painting) {
    Shape before = clip;
    clip = new Path2D.Double(shape);
    painting.run();
    clip = before;
  }

  /** Paints a part of a picture that says what it is, in formats that can be asked, such as SVG. */
  public void explained(Tooltip tooltip, Runnable painting) {
    surface.clip(clip);
    surface.beginTooltip(tooltip);
    painting.run();
    surface.endTooltip();
  }
}
