package org.limpid.plots.graphics;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.Map;

/**
 * The many methods of a graphics object that come down to a few, and those that mean nothing on
 * paper.
 */
abstract class BaseGraphics extends Graphics2D {
  private static final FontRenderContext TEXT_CONTEXT = new FontRenderContext(null, true, true);

  private final RenderingHints hints = new RenderingHints(Map.of());

  @Override
  public final void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public final void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public final void clearRect(int x, int y, int width, int height) {
    Color color = getColor();
    setColor(getBackground());
    fillRect(x, y, width, height);
    setColor(color);
  }

  @Override
  public final void drawRoundRect(
      int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public final void fillRoundRect(
      int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public final void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void drawArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
    draw(new Arc2D.Double(x, y, width, height, startAngle, arcAngle, Arc2D.OPEN));
  }

  @Override
  public final void fillArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
    fill(new Arc2D.Double(x, y, width, height, startAngle, arcAngle, Arc2D.PIE));
  }

  @Override
  public final void drawPolyline(int[] xPoints, int[] yPoints, int count) {
    if (count > 0) {
      Path2D line = new Path2D.Double();
      line.moveTo(xPoints[0], yPoints[0]);
      for (int i = 1; i < count; i++) {
        line.lineTo(xPoints[i], yPoints[i]);
      }
      draw(line);
    }
  }

  @Override
  public final void drawPolygon(int[] xPoints, int[] yPoints, int count) {
    draw(new Polygon(xPoints, yPoints, count));
  }

  @Override
  public final void fillPolygon(int[] xPoints, int[] yPoints, int count) {
    fill(new Polygon(xPoints, yPoints, count));
  }

  @Override
  public final void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  /** Attributes are not looked at. */
  @Override
  public final void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    return drawImage(image, AffineTransform.getTranslateInstance(x, y), observer);
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    AffineTransform placement = AffineTransform.getTranslateInstance(x, y);
    placement.scale(
        (double) width / image.getWidth(observer), (double) height / image.getHeight(observer));
    return drawImage(image, placement, observer);
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, Color behind, ImageObserver observer) {
    return drawImage(image, x, y, observer);
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, Color behind, ImageObserver observer) {
    return drawImage(image, x, y, width, height, observer);
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    BufferedImage part = ((BufferedImage) image).getSubimage(sx1, sy1, sx2 - sx1, sy2 - sy1);
    return drawImage(part, dx1, dy1, dx2 - dx1, dy2 - dy1, observer);
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color behind,
      ImageObserver observer) {
    return drawImage(image, dx1, dy1, dx2, dy2, sx1, sy1, sx2, sy2, observer);
  }

  @Override
  public final void drawImage(BufferedImage image, BufferedImageOp filter, int x, int y) {
    drawImage(filter == null ? image : filter.filter(image, null), x, y, null);
  }

  @Override
  public final void drawRenderedImage(RenderedImage image, AffineTransform placement) {
    drawImage((BufferedImage) image, placement, null);
  }

  @Override
  public final void drawRenderableImage(RenderableImage image, AffineTransform placement) {
    drawRenderedImage(image.createDefaultRendering(), placement);
  }

  @Override
  public final void translate(int x, int y) {
    translate((double) x, (double) y);
  }

  @Override
  public final void translate(double x, double y) {
    transform(AffineTransform.getTranslateInstance(x, y));
  }

  @Override
  public final void rotate(double angle) {
    transform(AffineTransform.getRotateInstance(angle));
  }

  @Override
  public final void rotate(double angle, double x, double y) {
    transform(AffineTransform.getRotateInstance(angle, x, y));
  }

  @Override
  public final void scale(double x, double y) {
    transform(AffineTransform.getScaleInstance(x, y));
  }

  @Override
  public final void shear(double x, double y) {
    transform(AffineTransform.getShearInstance(x, y));
  }

  @Override
  public final void clipRect(int x, int y, int width, int height) {
    clip(new Rectangle(x, y, width, height));
  }

  @Override
  public final void setClip(int x, int y, int width, int height) {
    setClip(new Rectangle(x, y, width, height));
  }

  @Override
  public final Rectangle getClipBounds() {
    Shape clip = getClip();
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public final FontMetrics getFontMetrics(Font font) {
    return new TypefaceMetrics(font);
  }

  @Override
  public final FontRenderContext getFontRenderContext() {
    return TEXT_CONTEXT;
  }

  @Override
  public final void setRenderingHint(RenderingHints.Key key, Object value) {
    hints.put(key, value);
  }

  @Override
  public final Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public final void setRenderingHints(Map<?, ?> values) {
    hints.clear();
    hints.putAll(values);
  }

  @Override
  public final void addRenderingHints(Map<?, ?> values) {
    hints.putAll(values);
  }

  @Override
  public final RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public final boolean hit(Rectangle area, Shape shape, boolean onStroke) {
    return shape.intersects(area);
  }

  @Override
  public final GraphicsConfiguration getDeviceConfiguration() {
    throw new UnsupportedOperationException("a figure is on no device");
  }

  @Override
  public final void setPaintMode() {
    // The only mode that there is.
  }

  @Override
  public final void setXORMode(Color color) {
    throw new UnsupportedOperationException("figures are not painted in XOR mode");
  }

  @Override
  public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw new UnsupportedOperationException("what was painted can't be copied");
  }

  @Override
  public final void dispose() {
    // Holds nothing that has to be given back.
  }
}
