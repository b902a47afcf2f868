package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PrintableTextTest {
  private static final String BACKSLASH_U = "\\" + "u";

  @Test
  void textOfAllScriptsStays() {
    String text = "Größe 中文 \ud83d\ude80 − x²";
    assertSame(text, PrintableText.inLine(text));
    assertSame("a\tb\n", PrintableText.inLines("a\tb\n"));
  }

  @Test
  void whatTerminalsObeyIsEscaped() {
    assertEquals(BACKSLASH_U + "001b[31m", PrintableText.inLines("\033[31m"));
    assertEquals(BACKSLASH_U + "009b" + "31m", PrintableText.inLines((char) 0x9b + "31m"));
    assertEquals("a" + BACKSLASH_U + "000db", PrintableText.inLines("a\rb"));
    assertEquals("a" + BACKSLASH_U + "000ab", PrintableText.inLine("a\nb"));
  }

  /** All of both ranges, those that turn the direction of writing, and those that are not seen. */
  @Test
  void everyControlCharacterIsEscaped() {
    IntStream.concat(
            IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0)),
            IntStream.of(
                0xad, 0x200b, 0x200e, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff,
                0xfffe, 0xffff, 0xd800, 0xdfff))
        .forEach(c ->
            assertEquals(
                BACKSLASH_U + "%04x".formatted(c), PrintableText.inLine(Character.toString(c))));
  }

  /** A language tag, which is not seen, is two units of UTF-16 as in JSON. */
  @Test
  void charactersOfOtherPlanesAreEscapedByUnit() {
    assertEquals(
        BACKSLASH_U + "db40" + BACKSLASH_U + "dc01",
        PrintableText.inLine(Character.toString(0xe0001)));
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertEquals("abc...", PrintableText.inLine("abcdef", 3));
    assertEquals("ab...", PrintableText.inLine("ab\ud83d\ude80c", 3));
    assertEquals("abc", PrintableText.inLine("abc", 3));
  }

  @Test
  void problemsAreOnePrintableLine() {
    Problem problem =
        new Problem("a\033.csv", 3, "c\nd", "v\u0007", "expected x\033[2J", "Maybe \u202ey.");
    String text = problem.toString();
    assertEquals(PrintableText.inLine(text), text);
    assertTrue(text.startsWith("a" + BACKSLASH_U + "001b.csv:3: c" + BACKSLASH_U + "000ad: "));
  }
}
