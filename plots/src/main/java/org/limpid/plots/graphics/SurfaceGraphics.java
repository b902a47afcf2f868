package org.limpid.plots.graphics;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import org.limpid.plots.font.Typeface;

/**
 * Paints on a {@link Surface}. Paints are plain colours, strokes are {@link BasicStroke}s, fonts
 * are the {@link Typeface} in some size; anything else is a programming error.
 */
public final class SurfaceGraphics extends BaseGraphics {
  private final Surface surface;
  private AffineTransform transform = new AffineTransform();
  private Shape deviceClip;
  private BasicStroke stroke = new BasicStroke();
  private Color color = Color.BLACK;
  private Color background = Color.WHITE;
  private AlphaComposite composite = AlphaComposite.SrcOver;
  private Font font = new Font(Typeface.FAMILY, Font.PLAIN, 8);

  /** Paints on a surface, whose unit is the point. */
  public SurfaceGraphics(Surface surface) {
    this.surface = surface;
  }

  @Override
  public Graphics create() {
    SurfaceGraphics copy = new SurfaceGraphics(surface);
    copy.transform = getTransform();
    copy.deviceClip = deviceClip;
    copy.stroke = stroke;
    copy.color = color;
    copy.background = background;
    copy.composite = composite;
    copy.font = font;
    return copy;
  }

  @Override
  public void fill(Shape shape) {
    surface.clip(deviceClip);
    surface.fill(transform.createTransformedShape(shape), effective());
  }

  @Override
  public void draw(Shape shape) {
    surface.clip(deviceClip);
    surface.stroke(transform.createTransformedShape(shape), effectiveStroke(), effective());
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (!text.isEmpty()) {
      AffineTransform placement = getTransform();
      placement.translate(x, y);
      surface.clip(deviceClip);
      surface.text(Typeface.of(font).displayable(text), font, placement, effective());
    }
  }

  @Override
  public boolean drawImage(Image image, AffineTransform inner, ImageObserver observer) {
    AffineTransform placement = getTransform();
    placement.concatenate(inner);
    surface.clip(deviceClip);
    surface.image((BufferedImage) image, placement);
    return true;
  }

  void marked(Mark mark, Runnable painting) {
    surface.clip(deviceClip);
    surface.beginMark(mark);
    painting.run();
    surface.endMark();
  }

  private Color effective() {
    int alpha = Math.round(color.getAlpha() * composite.getAlpha());
    return alpha == color.getAlpha()
        ? color
        : new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private BasicStroke effectiveStroke() {
    float factor = (float) Math.sqrt(Math.abs(transform.getDeterminant()));
    if (factor == 1) {
      return stroke;
    }
    float[] dash = stroke.getDashArray();
    for (int i = 0; dash != null && i < dash.length; i++) {
      dash[i] *= factor;
    }
    return new BasicStroke(
        stroke.getLineWidth() * factor,
        stroke.getEndCap(),
        stroke.getLineJoin(),
        stroke.getMiterLimit(),
        dash,
        stroke.getDashPhase() * factor);
  }

  @Override
  public void clip(Shape shape) {
    Shape added = transform.createTransformedShape(shape);
    if (deviceClip == null) {
      deviceClip = added;
      return;
    }
    Area both = new Area(deviceClip);
    both.intersect(new Area(added));
    deviceClip = both.isRectangular() ? both.getBounds2D() : both;
  }

  @Override
  public void setClip(Shape shape) {
    deviceClip = shape == null ? null : transform.createTransformedShape(shape);
  }

  @Override
  public Shape getClip() {
    if (deviceClip == null) {
      return null;
    }
    try {
      return transform.createInverse().createTransformedShape(deviceClip);
    } catch (NoninvertibleTransformException _) {
      return new Rectangle2D.Double();
    }
  }

  @Override
  public void transform(AffineTransform inner) {
    transform.concatenate(inner);
  }

  @Override
  public void setTransform(AffineTransform value) {
    transform = new AffineTransform(value);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setPaint(Paint paint) {
    setColor((Color) paint);
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setColor(Color value) {
    color = value == null ? color : value;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setBackground(Color value) {
    background = value;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setStroke(Stroke value) {
    stroke = (BasicStroke) value;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setComposite(Composite value) {
    composite = (AlphaComposite) value;
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setFont(Font value) {
    font = value == null ? font : value;
  }

  @Override
  public Font getFont() {
    return font;
  }
}
