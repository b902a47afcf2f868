package org.limpid.plots.font;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.limpid.files.PrintableText;

/**
 * One weight of Lato, by Łukasz Dziedzic (SIL Open Font License 1.1), whose digits are equally
 * wide. Lengths are in the unit of the size asked for, usually points; y grows downwards. Letters
 * stand side by side by their advance widths, without kerning, in all formats alike. Safe for
 * several threads.
 */
public final class Typeface {
  /** Name of the family, as in SVG files. */
  public static final String FAMILY = "Lato";

  /** Shown in place of a character that the typeface lacks. */
  private static final int REPLACEMENT = '?';

  /** What browsers need to show letters, beside the outlines themselves. */
  private static final List<String> TABLES =
      List.of(
          "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "cmap", "name",
          "post", "OS/2");

  private final int weight;
  private final byte[] bytes;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;
  private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

  private Typeface(int weight, String resource) {
    this.weight = weight;
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      bytes = in.readAllBytes();
      font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Regular {
    private static final Typeface FACE = new Typeface(400, "Lato-Regular.ttf");
  }

  private static final class Bold {
    private static final Typeface FACE = new Typeface(700, "Lato-Bold.ttf");
  }

  /** The upright weight for text. */
  public static Typeface regular() {
    return Regular.FACE;
  }

  /** The weight for titles. */
  public static Typeface bold() {
    return Bold.FACE;
  }

  /** The weight that a font of Java asks for; its name does not matter. */
  public static Typeface of(Font font) {
    return font.isBold() ? bold() : regular();
  }

  /** The font file, a TrueType font. */
  public InputStream file() {
    return new ByteArrayInputStream(bytes);
  }

  /** How far a line of text reaches from its start to its end. */
  public double width(String text, double size) {
    long units = 0;
    try {
      for (int c : displayable(text).codePoints().toArray()) {
        units += font.getAdvanceWidth(glyphs.getGlyphId(c));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return units * size / unitsPerEm;
  }

  /** Height of capital letters and digits above the baseline. */
  public double capHeight(double size) {
    return 0.72 * size;
  }

  /** Printable text in which each character that the typeface lacks is a question mark. */
  public String displayable(String text) {
    String printable = PrintableText.inLine(text);
    if (printable.codePoints().allMatch(this::has)) {
      return printable;
    }
    int[] shown = printable.codePoints().map(c -> has(c) ? c : REPLACEMENT).toArray();
    return new String(shown, 0, shown.length);
  }

  private boolean has(int character) {
    return glyphs.getGlyphId(character) != 0;
  }

  /** The outline of a line of text that starts at the origin, on the baseline. */
  public Path2D outline(String text, double size) {
    Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double x = 0;
    for (int c : displayable(text).codePoints().toArray()) {
      Path2D glyph = outlines.computeIfAbsent(c, this::readOutline);
      line.append(glyph.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
      x += width(Character.toString(c), size);
    }
    return line;
  }

  private Path2D readOutline(int character) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
      return glyph == null ? new GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A rule {@code @font-face} of CSS that holds some letters, for web pages and SVG files.
   *
   * @param characters code points; those that the typeface lacks are left out
   */
  public String css(Set<Integer> characters) {
    return "@font-face{font-family:%s;font-weight:%d;src:url(data:font/ttf;base64,%s)}"
        .formatted(FAMILY, weight, Base64.getEncoder().encodeToString(subset(characters)));
  }

  /** A TrueType font with these characters only. */
  byte[] subset(Set<Integer> characters) {
    ByteArrayOutputStream subset = new ByteArrayOutputStream();
    try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
      TTFSubsetter subsetter = new TTFSubsetter(whole, TABLES);
      characters.stream().sorted().forEach(subsetter::add);
      subsetter.writeToStream(subset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return subset.toByteArray();
  }
}
