package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.limpid.plots.font.Typeface;

/** Paints pixels. Text is painted as outlines, so that no font of the machine is needed. */
public final class RasterSurface implements Surface {
  private final BufferedImage image;
  private final Graphics2D pixels;
  private final double pixelsPerPoint;

  /** A surface of one colour. */
  public RasterSurface(int width, int height, double pixelsPerPoint, Color background) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pixelsPerPoint = pixelsPerPoint;
    pixels = image.createGraphics();
    pixels.setColor(background);
    pixels.fillRect(0, 0, width, height);
    pixels.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pixels.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pixels.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    pixels.scale(pixelsPerPoint, pixelsPerPoint);
  }

  public BufferedImage image() {
    return image;
  }

  @Override
  public void clip(Shape clip) {
    pixels.setClip(clip);
  }

  @Override
  public void fill(Shape shape, Color color) {
    pixels.setColor(color);
    pixels.fill(shape);
  }

  /** Lines are at least as wide as a pixel, lest hairlines vanish. */
  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color) {
    pixels.setColor(color);
    pixels.setStroke(
        new BasicStroke(
            (float) Math.max(stroke.getLineWidth(), 1 / pixelsPerPoint),
            stroke.getEndCap(),
            stroke.getLineJoin(),
            stroke.getMiterLimit(),
            stroke.getDashArray(),
            stroke.getDashPhase()));
    pixels.draw(shape);
  }

  @Override
  public void text(String text, Font font, AffineTransform placement, Color color) {
    Path2D outline = Typeface.of(font).outline(text, font.getSize2D());
    outline.transform(placement);
    fill(outline, color);
  }

  @Override
  public void image(BufferedImage source, AffineTransform placement) {
    pixels.drawImage(source, placement, null);
  }
}
