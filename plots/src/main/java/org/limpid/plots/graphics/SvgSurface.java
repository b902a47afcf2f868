package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.limpid.files.PrintableText;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.graphics.Surface.Tooltip;

/**
 * Writes the elements of an SVG picture. Text is {@code <text>}; its length is given, so that a
 * program without the typeface can't let it overlap its neighbours.
 */
public final class SvgSurface implements Surface {
  private static final int OPAQUE = 255;

  private final String idPrefix;
  private final StringBuilder elements = new StringBuilder();
  private final Set<Integer> regular = new TreeSet<>();
  private final Set<Integer> bold = new TreeSet<>();
  private String clip = "";
  private int clipCount;
  private Tooltip tooltip;

  /** An empty picture; what has an identifier in it has one that begins with the prefix. */
  public SvgSurface(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /** The elements, without the {@code <svg>} around them. */
  public String elements() {
    return clip.isEmpty() ? elements.toString() : elements + "</g>\n";
  }

  /** The characters that were written with the upright weight. */
  public Set<Integer> regularCharacters() {
    return regular;
  }

  /** The characters that were written in bold. */
  public Set<Integer> boldCharacters() {
    return bold;
  }

  @Override
  public void clip(Shape shape) {
    String wanted = shape == null ? "" : SvgPath.of(shape);
    if (wanted.equals(clip)) {
      return;
    }
    Tooltip open = tooltip;
    endTooltip();
    if (!clip.isEmpty()) {
      elements.append("</g>\n");
    }
    if (!wanted.isEmpty()) {
      String id = idPrefix + "-clip-" + ++clipCount;
      elements.append(
          "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>\n<g clip-path=\"url(#%s)\">\n"
              .formatted(id, wanted, id));
    }
    clip = wanted;
    if (open != null) {
      beginTooltip(open);
    }
  }

  @Override
  public void beginTooltip(Tooltip begun) {
    tooltip = begun;
    elements.append(
        "<g data-mark=\"%s\"><title>%s</title>\n"
            .formatted(
                PrintableText.inMarkup(tooltip.key()), PrintableText.inMarkup(tooltip.words())));
  }

  @Override
  public void endTooltip() {
    if (tooltip != null) {
      elements.append("</g>\n");
      tooltip = null;
    }
  }

  @Override
  public void fill(Shape shape, Color color) {
    elements.append("<path d=\"").append(SvgPath.of(shape)).append('"');
    paint("fill", color);
    elements.append("/>\n");
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color) {
    elements.append("<path d=\"").append(SvgPath.of(shape)).append("\" fill=\"none\"");
    paint("stroke", color);
    attribute("stroke-width", SvgPath.number(stroke.getLineWidth()));
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      attribute("stroke-linecap", stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square");
    }
    if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
      attribute("stroke-linejoin", "round");
    }
    if (stroke.getDashArray() != null) {
      attribute("stroke-dasharray", dashes(stroke.getDashArray()));
    }
    elements.append("/>\n");
  }

  private static String dashes(float[] lengths) {
    StringBuilder text = new StringBuilder();
    for (float length : lengths) {
      text.append(text.isEmpty() ? "" : " ").append(SvgPath.number(length));
    }
    return text.toString();
  }

  @Override
  public void text(String text, Font font, AffineTransform placement, Color color) {
    text.codePoints().forEach((font.isBold() ? bold : regular)::add);
    elements.append("<text");
    place(placement);
    attribute("font-size", SvgPath.number(font.getSize2D()));
    if (font.isBold()) {
      attribute("font-weight", "bold");
    }
    attribute("textLength", SvgPath.number(Typeface.of(font).width(text, font.getSize2D())));
    paint("fill", color);
    elements.append('>').append(PrintableText.inMarkup(text)).append("</text>\n");
  }

  private void place(AffineTransform placement) {
    boolean onlyMoved = (placement.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    if (onlyMoved) {
      attribute("x", SvgPath.number(placement.getTranslateX()));
      attribute("y", SvgPath.number(placement.getTranslateY()));
    } else {
      matrix(placement);
    }
  }

  private void matrix(AffineTransform placement) {
    double[] m = new double[6];
    placement.getMatrix(m);
    attribute(
        "transform",
        String.format(
            Locale.ROOT,
            "matrix(%s %s %s %s %s %s)",
            factor(m[0]),
            factor(m[1]),
            factor(m[2]),
            factor(m[3]),
            SvgPath.number(m[4]),
            SvgPath.number(m[5])));
  }

  private static String factor(double value) {
    double rounded = Math.rint(value * 1e6) / 1e6;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  @Override
  public void image(BufferedImage image, AffineTransform placement) {
    elements.append("<image");
    matrix(placement);
    attribute("width", Integer.toString(image.getWidth()));
    attribute("height", Integer.toString(image.getHeight()));
    attribute("preserveAspectRatio", "none");
    attribute("style", "image-rendering:pixelated");
    String png = Base64.getEncoder().encodeToString(PngBytes.of(image, 0));
    attribute("href", "data:image/png;base64," + png);
    elements.append("/>\n");
  }

  private void paint(String attribute, Color color) {
    attribute(attribute, hex(color));
    if (color.getAlpha() != OPAQUE) {
      attribute(attribute + "-opacity", SvgPath.number(color.getAlpha() / (double) OPAQUE));
    }
  }

  /** A colour as CSS writes it, without transparency. */
  public static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
  }

  private void attribute(String name, String value) {
    elements.append(' ').append(name).append("=\"").append(value).append('"');
  }
}
