package org.limpid.plots.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Paints on a page of a PDF document, text as text. */
public final class PdfSurface implements Surface, AutoCloseable {
  private static final float OPAQUE = 255;

  private final PDDocument document;
  private final PdfFonts fonts;
  private final float pageHeight;
  private final PDPageContentStream content;
  private final Map<Integer, PDExtendedGraphicsState> states = new HashMap<>();
  private Shape clip;

  /** Adds to the content of a page, whose upper left corner becomes the origin. */
  public PdfSurface(PDDocument document, PDPage page, PdfFonts fonts) throws IOException {
    this.document = document;
    this.fonts = fonts;
    pageHeight = page.getMediaBox().getHeight();
    content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    content.saveGraphicsState();
  }

  @Override
  public void close() throws IOException {
    content.restoreGraphicsState();
    content.close();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clip(Shape wanted) {
    if (wanted == clip) {
      return;
    }
    clip = wanted;
    write(() -> {
      content.restoreGraphicsState();
      content.saveGraphicsState();
      if (wanted != null) {
        path(wanted);
        content.clip();
      }
    });
  }

  @Override
  public void fill(Shape shape, Color color) {
    write(() -> {
      content.setNonStrokingColor(opaque(color));
      alpha(color);
      if (path(shape) == PathIterator.WIND_EVEN_ODD) {
        content.fillEvenOdd();
      } else {
        content.fill();
      }
    });
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color color) {
    write(() -> {
      content.setStrokingColor(opaque(color));
      alpha(color);
      content.setLineWidth(stroke.getLineWidth());
      content.setLineCapStyle(stroke.getEndCap());
      content.setLineJoinStyle(stroke.getLineJoin());
      content.setMiterLimit(Math.max(1, stroke.getMiterLimit()));
      float[] dash = stroke.getDashArray();
      content.setLineDashPattern(dash == null ? new float[0] : dash, stroke.getDashPhase());
      path(shape);
      content.stroke();
    });
  }

  @Override
  public void text(String text, Font font, AffineTransform placement, Color color) {
    write(() -> {
      content.setNonStrokingColor(opaque(color));
      alpha(color);
      content.beginText();
      content.setFont(fonts.of(font), font.getSize2D());
      AffineTransform upright = toPage();
      upright.concatenate(placement);
      upright.scale(1, -1);
      content.setTextMatrix(new Matrix(upright));
      content.showText(text);
      content.endText();
    });
  }

  @Override
  public void image(BufferedImage image, AffineTransform placement) {
    write(() -> {
      PDImageXObject pixels = LosslessFactory.createFromImage(document, image);
      pixels.setInterpolate(false);
      AffineTransform unitSquare = toPage();
      unitSquare.concatenate(placement);
      unitSquare.translate(0, image.getHeight());
      unitSquare.scale(image.getWidth(), -image.getHeight());
      alpha(Color.BLACK);
      content.drawImage(pixels, new Matrix(unitSquare));
    });
  }

  private AffineTransform toPage() {
    return new AffineTransform(1, 0, 0, -1, 0, pageHeight);
  }

  private static Color opaque(Color color) {
    return color.getAlpha() == OPAQUE ? color : new Color(color.getRGB() & 0xffffff);
  }

  private void alpha(Color color) throws IOException {
    PDExtendedGraphicsState state = states.computeIfAbsent(color.getAlpha(), PdfSurface::stateOf);
    content.setGraphicsStateParameters(state);
  }

  private static PDExtendedGraphicsState stateOf(int alpha) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(alpha / OPAQUE);
    state.setStrokingAlphaConstant(alpha / OPAQUE);
    return state;
  }

  /** Adds a shape to the path of the page; returns its winding rule. */
  private int path(Shape shape) throws IOException {
    PathIterator segments = shape.getPathIterator(toPage());
    float[] at = new float[6];
    float[] from = new float[2];
    for (; !segments.isDone(); segments.next()) {
      int kind = segments.currentSegment(at);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO -> quadratic(from, at);
        case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> content.closePath();
      }
      end(kind, at, from);
    }
    return segments.getWindingRule();
  }

  /** A quadratic curve as the cubic one that is equal to it. */
  private void quadratic(float[] from, float[] at) throws IOException {
    content.curveTo(
        from[0] + 2 * (at[0] - from[0]) / 3,
        from[1] + 2 * (at[1] - from[1]) / 3,
        at[2] + 2 * (at[0] - at[2]) / 3,
        at[3] + 2 * (at[1] - at[3]) / 3,
        at[2],
        at[3]);
  }

  private static void end(int kind, float[] at, float[] from) {
    int last =
        switch (kind) {
          case PathIterator.SEG_QUADTO -> 2;
          case PathIterator.SEG_CUBICTO -> 4;
          default -> 0;
        };
    if (kind != PathIterator.SEG_CLOSE) {
      from[0] = at[last];
      from[1] = at[last + 1];
    }
  }
}
