package org.limpid.interpret.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuotedNamesTest {
  @Test
  void onlyNamesThatWouldBeMisreadAreQuoted() {
    assertEquals("a & b", QuotedNames.term(List.of("a", "b")));
    assertEquals("\"a & b\"", QuotedNames.term(List.of("a & b")));
    assertEquals("\"a & b\" & c", QuotedNames.term(List.of("a & b", "c")));
    assertEquals("a&b, c:d", QuotedNames.term(List.of("a&b, c:d")));
    assertEquals("\" x\"", QuotedNames.term(List.of(" x")));
    assertEquals("\"\"\"q\"\"\"", QuotedNames.term(List.of("\"q\"")));
    assertEquals("\"a,b\"", QuotedNames.listed("a,b"));
    assertEquals("a:b", QuotedNames.listed("a:b"));
    assertEquals("\"a:b\"", QuotedNames.amongSigns("a:b"));
  }

  @Test
  void signsWithinQuotesAreTextOnly() {
    assertEquals(List.of("\"a & b\"", "c"), QuotedNames.split("\"a & b\" & c", " & "));
    assertEquals(List.of("\"a;b\": +1", " c: -1"), QuotedNames.split("\"a;b\": +1; c: -1", ";"));
    assertEquals(List.of("5\" wide", "b"), QuotedNames.split("5\" wide & b", " & "));
    assertEquals(4, QuotedNames.lastIndexOf("\"a\"\"", ':', 4) + 5);
    assertEquals(5, QuotedNames.lastIndexOf("\"a:b\":\"c:d\"", ':', 11));
    assertEquals("a\"b", QuotedNames.name(" \"a\"\"b\" "));
    assertEquals(" a ", QuotedNames.unquoted(" a "));
    assertTrue(QuotedNames.isQuoted("\"a\""));
    assertFalse(QuotedNames.isQuoted("\"a\"b"));
    assertFalse(QuotedNames.isQuoted("\"a\"\""));
  }

  /**
   * Terms of up to three random names of nasty characters: printed and read, none equals another.
   */
  @Test
  void everyTermIsReadBack() {
    SplittableRandom random = new SplittableRandom(11);
    Set<String> printed = new HashSet<>();
    Set<List<String>> terms = new HashSet<>();
    for (int round = 0; round < 3000; round++) {
      List<String> names = new ArrayList<>();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        StringBuilder name = new StringBuilder();
        for (int length = random.nextInt(1, 6); length > 0; length--) {
          name.append("a&\" ;:,=-".charAt(random.nextInt(9)));
        }
        names.add(name.toString());
      }
      String text = QuotedNames.term(names);
      assertEquals(
          names,
          QuotedNames.split(text, QuotedNames.AND).stream().map(QuotedNames::name).toList(),
          text);
      assertEquals(terms.add(names), printed.add(text), text);
      String first = QuotedNames.amongSigns(names.getFirst());
      assertEquals(first.length(), QuotedNames.lastIndexOf(first + ":+", ':', first.length() + 2));
      assertEquals(names.getFirst(), QuotedNames.name(first));
    }
  }
}
