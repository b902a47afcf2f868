package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTextsTest {
  private static final List<String> FORMULAS =
      List.of(
          "=HYPERLINK(\"http://x\")",
          "+1+2",
          "-2+3",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "\n=1",
          "＝1",
          "-",
          "--1",
          "-a");
  private static final List<String> OTHERS =
      List.of("ann", "", "a=b", "-1", "+2", "-0.5", "-1e308", "+.5", "-Infinity", "'tis", "'");

  private static String safe(String text) {
    return CsvTexts.SAFE.written(text).toString();
  }

  @Test
  void formulasGetAnApostrophe() {
    FORMULAS.forEach(text -> assertEquals("'" + text, safe(text)));
  }

  @Test
  void numbersAndNamesStay() {
    OTHERS.forEach(text -> assertEquals(text, safe(text)));
  }

  @Test
  void exactTextsStay() {
    FORMULAS.forEach(text -> assertEquals(text, CsvTexts.EXACT.written(text)));
    assertEquals("'=1", CsvTexts.EXACT.written("'=1"));
  }

  @Test
  void restorableTextsStayUnlessTheyLookMarked() {
    FORMULAS.forEach(text -> assertEquals(text, CsvTexts.RESTORABLE.written(text)));
    assertEquals("''=1", CsvTexts.RESTORABLE.written("'=1"));
    assertEquals("'-1", CsvTexts.RESTORABLE.written("'-1"));
  }

  /** Also of names that have apostrophes themselves. */
  @Test
  void everyNameComesBack() {
    for (List<String> names : List.of(FORMULAS, OTHERS)) {
      for (String name : names) {
        for (String text : List.of(name, "'" + name, "''" + name)) {
          assertEquals(text, CsvTexts.restored(safe(text)));
          assertEquals(text, CsvTexts.restored(CsvTexts.RESTORABLE.written(text).toString()));
        }
      }
    }
  }
}
