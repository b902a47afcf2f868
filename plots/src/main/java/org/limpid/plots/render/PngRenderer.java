package org.limpid.plots.render;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.PngBytes;
import org.limpid.plots.graphics.RasterSurface;

/** Renders figures as pixels. */
public final class PngRenderer {
  private static final double POINTS_PER_INCH = 72;

  private PngRenderer() {}

  /** The bytes of a PNG file that knows its resolution. */
  public static byte[] render(Figure figure, RenderOptions options) {
    return PngBytes.of(image(figure, options), options.dotsPerInch());
  }

  public static BufferedImage image(Figure figure, RenderOptions options) {
    Size size = options.size(figure);
    double pixelsPerPoint = options.dotsPerInch() / POINTS_PER_INCH;
    RasterSurface surface =
        new RasterSurface(
            pixels(size.widthPoints() * pixelsPerPoint),
            pixels(size.heightPoints() * pixelsPerPoint),
            pixelsPerPoint,
            options.theme().background());
    figure.paint(
        new Canvas(surface),
        new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()),
        options.theme());
    return surface.image();
  }

  /** Up to the next whole number, but for errors of rounding. */
  private static int pixels(double length) {
    return (int) Math.ceil(length - 1e-6);
  }
}
