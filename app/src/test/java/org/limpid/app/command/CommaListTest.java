package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class CommaListTest {
  @Test
  void commasDivideItems() {
    assertEquals(List.of("a", "b c", "d"), CommaList.split("a,b c, d "));
    assertEquals(List.of("a"), CommaList.split("a"));
    assertEquals(List.of("", "a", ""), CommaList.split(",a,"));
  }

  @Test
  void quotedItemsMayHoldCommasAndDoubledQuotes() {
    assertEquals(List.of("a,b", "c"), CommaList.split("\"a,b\",c"));
    assertEquals(List.of("c", "5\" wide, red"), CommaList.split("c,\"5\"\" wide, red\""));
    assertEquals(List.of("", "\""), CommaList.split("\"\",\"\"\"\""));
  }

  /** Blanks at the ends of an item need quotes, too. */
  @Test
  void blanksBesideCommasAreNoPartOfAnItem() {
    assertEquals(List.of("a", " b", "c"), CommaList.split(" a , \" b\" ,c"));
    assertEquals(List.of("", ""), CommaList.split(" , "));
  }

  @Test
  void quotesWithinAnItemAreItsOwn() {
    assertEquals(List.of("5\" wide", "b"), CommaList.split("5\" wide,b"));
  }

  @Test
  void quotesMustBeClosedAtTheEndOfAnItem() {
    for (String wrong : List.of("\"", "\"a,b", "a,\"b\"\"", "\"a\"b")) {
      assertThrows(TypeConversionException.class, () -> CommaList.split(wrong), wrong);
    }
  }

  @Test
  void whateverIsQuotedIsReadBack() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 500; round++) {
      List<String> items =
          random
              .ints(random.nextInt(1, 5), 0, 64)
              .mapToObj(code -> "" + ",\"a ".charAt(code % 4) + ",\"b;".charAt(code / 4 % 4))
              .toList();
      String text =
          items.stream()
              .map(item -> '"' + item.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(","));
      assertEquals(items, CommaList.split(text));
    }
  }

  @Test
  void anOptionMayComeSeveralTimes() {
    assertEquals(
        List.of("a", "b", "c"),
        CommaList.join(List.of(new CommaList<>(List.of("a", "b")), new CommaList<>(List.of("c")))));
  }
}
