package org.limpid.plots.render;

import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.limpid.files.PrintableText;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.SvgSurface;

/** Renders figures as SVG 1.1, with text as text. */
public final class SvgRenderer {
  private SvgRenderer() {}

  /** A file that brings the letters it needs. */
  public static byte[] file(Figure figure, RenderOptions options) {
    SvgSurface surface = paint(figure, options, figure.name());
    String fonts =
        css(Typeface.regular(), surface.regularCharacters())
            + css(Typeface.bold(), surface.boldCharacters());
    String svg =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + around(figure, options, figure.name(), "<style>" + fonts + "</style>\n", surface);
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  private static String css(Typeface face, Set<Integer> characters) {
    return characters.isEmpty() ? "" : face.css(characters);
  }

  /**
   * An element for a web page that has the typeface; all identifiers in it begin with the prefix.
   */
  public static String element(Figure figure, RenderOptions options, String idPrefix) {
    return around(figure, options, idPrefix, "", paint(figure, options, idPrefix));
  }

  /** Paints a figure, for those who need its elements and characters. */
  public static SvgSurface paint(Figure figure, RenderOptions options, String idPrefix) {
    Size size = options.size(figure);
    SvgSurface surface = new SvgSurface(idPrefix);
    Canvas g = new Canvas(surface);
    Rectangle2D bounds = new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints());
    g.setColor(options.theme().background());
    g.fill(bounds);
    figure.paint(g, bounds, options.theme());
    return surface;
  }

  private static String around(
      Figure figure, RenderOptions options, String id, String style, SvgSurface surface) {
    Size size = options.size(figure);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s" \
    font-family="%s,'Helvetica Neue',Arial,sans-serif" role="img" \
    aria-labelledby="%s-title %s-text">
    <title id="%s-title">%s</title>
    <desc id="%s-text">%s</desc>
    %s%s</svg>
    """
        .formatted(
            length(size.widthMillimetres()),
            length(size.heightMillimetres()),
            length(size.widthPoints()),
            length(size.heightPoints()),
            Typeface.FAMILY,
            id,
            id,
            id,
            PrintableText.inMarkup(figure.title()),
            id,
            PrintableText.inMarkup(figure.alternativeText()),
            style,
            surface.elements());
  }

  private static String length(double value) {
    return Double.toString(Math.rint(value * 100) / 100).replaceAll("\\.0$", "");
  }
}
