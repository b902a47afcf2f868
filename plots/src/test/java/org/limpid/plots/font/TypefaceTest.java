package org.limpid.plots.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

final class TypefaceTest {
  private static final List<Typeface> BOTH = List.of(Typeface.regular(), Typeface.bold());

  @Test
  void digitsAreEquallyWide() {
    for (Typeface face : BOTH) {
      for (char digit = '0'; digit <= '9'; digit++) {
        assertEquals(face.width("0", 10), face.width(String.valueOf(digit), 10), digit + "");
      }
    }
  }

  @Test
  void lettersOfEuropeAndSignsOfFiguresAreThere() {
    String needed = "äöüßéèłçığ αβγδεζημσρτΔΣΩ ±×−–—·…•≤≥≈→√∞µ°²³%‰ ⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    for (Typeface face : BOTH) {
      assertEquals(needed, face.displayable(needed));
    }
  }

  @Test
  void charactersThatAreMissingBecomeQuestionMarks() {
    assertEquals("a?b?", Typeface.regular().displayable("a漢b😀"));
    assertEquals(Typeface.regular().width("a?b?", 8), Typeface.regular().width("a漢b😀", 8), 1e-9);
  }

  /** A lower-case g reaches below the baseline, at 0, and a capital H stands on it. */
  @Test
  void outlinesStandOnTheBaseline() {
    for (Typeface face : BOTH) {
      Rectangle2D capital = face.outline("H", 100).getBounds2D();
      Rectangle2D small = face.outline("g", 100).getBounds2D();
      assertEquals(0, capital.getMaxY(), 0.5);
      assertEquals(face.capHeight(100), -capital.getMinY(), 1);
      assertTrue(small.getMaxY() > 15, small.toString());
      assertTrue(small.getMaxY() <= 22, small.toString());
    }
  }

  @Test
  void aSubsetHoldsItsLettersAndNoOthers() throws IOException {
    Set<Integer> letters = new TreeSet<>(Set.of((int) 'a', (int) 'Σ'));
    byte[] subset = Typeface.regular().subset(letters);
    assertTrue(subset.length < 20_000, "bytes: " + subset.length);
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(subset))) {
      assertTrue(font.getUnicodeCmapLookup().getGlyphId('a') > 0);
      assertTrue(font.getUnicodeCmapLookup().getGlyphId('Σ') > 0);
      assertEquals(0, font.getUnicodeCmapLookup().getGlyphId('b'));
    }
    assertArrayEquals(subset, Typeface.regular().subset(letters));
  }

  @Test
  void theStyleSheetNamesFamilyAndWeight() {
    String css = Typeface.bold().css(Set.of((int) 'x'));
    assertTrue(css.startsWith("@font-face{font-family:Lato;font-weight:700;src:url(data:"), css);
    assertFalse(css.contains("\n"));
  }
}
