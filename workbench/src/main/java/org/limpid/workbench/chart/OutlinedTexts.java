package org.limpid.workbench.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.plots.font.Typeface;

/**
 * Finds out which text an outline shows. XChart fills the outlines of texts, which can be neither
 * searched nor selected (its issue 499). So the fonts that it gets here remember what is laid out
 * with them, and the outline of such a text, moved or turned by a right angle, is known again. Not
 * safe for several threads.
 */
final class OutlinedTexts {
  /** Level, upwards, downwards: in quarters of a turn. */
  private static final int[] TURNS = {0, -1, 1};

  private final Map<String, List<Known>> byKind = new HashMap<>();
  private final Set<LaidOut> laidOut = new HashSet<>();

  /** A text whose baseline begins at the origin of the placement. */
  record Placed(String text, Font font, AffineTransform placement) {}

  private record LaidOut(String text, Font font, FontRenderContext context) {}

  private record Known(LaidOut text, Outline outline) {}

  /** What a font remembers; nothing if it is not one that came from here. */
  static OutlinedTexts of(Font font) {
    return font instanceof Remembering own ? own.texts() : new OutlinedTexts();
  }

  /** Our typeface as a font of Java; of its style the weight matters. */
  Font font(int style, double size) {
    return new Remembering((style & Font.BOLD) == 0 ? Face.REGULAR : Face.BOLD, style, size);
  }

  private static final class Face {
    private static final Font REGULAR = read(Typeface.regular());
    private static final Font BOLD = read(Typeface.bold());

    private static Font read(Typeface face) {
      try (InputStream file = face.file()) {
        return Font.createFont(Font.TRUETYPE_FONT, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A font that remembers the texts whose measures are asked for, as every layout does. */
  private final class Remembering extends Font {
    private static final long serialVersionUID = 1L;

    private final transient Font plain;
    private final transient Font named;

    Remembering(Font face, int style, double size) {
      super(face.deriveFont((float) size));
      plain = face.deriveFont((float) size);
      named = new Font(Typeface.FAMILY, style, 1).deriveFont((float) size);
    }

    OutlinedTexts texts() {
      return OutlinedTexts.this;
    }

    @Override
    public LineMetrics getLineMetrics(char[] text, int from, int to, FontRenderContext context) {
      remember(new String(text, from, to - from), plain, named, context);
      return super.getLineMetrics(text, from, to, context);
    }
  }

  private void remember(String text, Font plain, Font named, FontRenderContext context) {
    LaidOut laid = new LaidOut(text, named, context);
    if (!text.isBlank() && laidOut.add(laid)) {
      Outline outline = Outline.of(new TextLayout(text, plain, context).getOutline(null));
      byKind.computeIfAbsent(outline.kind(), _ -> new ArrayList<>()).add(new Known(laid, outline));
    }
  }

  /** The text that the outline shows, if it is one that was laid out. */
  Optional<Placed> find(Shape shape) {
    for (int turn : TURNS) {
      AffineTransform back = AffineTransform.getQuadrantRotateInstance(-turn);
      Outline level = Outline.of(back.createTransformedShape(shape));
      for (Known known : byKind.getOrDefault(level.kind(), List.of())) {
        if (known.outline.isMovedTo(level)) {
          return Optional.of(placed(known, level, turn));
        }
      }
    }
    return Optional.empty();
  }

  /** Centred where the outline is, as letters stand a little closer in our formats. */
  private static Placed placed(Known known, Outline found, int turn) {
    LaidOut text = known.text;
    Outline own = Outline.of(Typeface.of(text.font).outline(text.text, text.font.getSize2D()));
    AffineTransform placement = AffineTransform.getQuadrantRotateInstance(turn);
    placement.translate(found.middle() - own.middle(), found.top() - known.outline.top());
    return new Placed(text.text, text.font, placement);
  }
}
