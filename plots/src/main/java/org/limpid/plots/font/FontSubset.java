package org.limpid.plots.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The part of a typeface that some texts need, to be embedded in web pages and SVG files. */
public final class FontSubset {
  /** What browsers need to show letters, beside the outlines themselves. */
  private static final List<String> TABLES =
      List.of(
          "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "cmap", "name",
          "post", "OS/2");

  private FontSubset() {}

  /**
   * A rule {@code @font-face} of CSS that holds the letters.
   *
   * @param characters code points; those that the typeface lacks are left out
   * @param weight as CSS counts, 400 or 700
   */
  public static String css(Typeface face, Set<Integer> characters, int weight) {
    return "@font-face{font-family:%s;font-weight:%d;src:url(data:font/ttf;base64,%s)}"
        .formatted(
            Typeface.FAMILY,
            weight,
            Base64.getEncoder().encodeToString(trueType(face, characters)));
  }

  /** A TrueType font with these characters only. */
  public static byte[] trueType(Typeface face, Set<Integer> characters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TrueTypeFont font =
        new TTFParser().parse(new RandomAccessReadBuffer(face.file().readAllBytes()))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      characters.stream().sorted().forEach(subsetter::add);
      subsetter.writeToStream(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
