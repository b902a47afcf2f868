package org.limpid.interpret.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.table.CellFormat.Dates;
import org.limpid.interpret.table.CellFormat.Numbers;

final class FormatGuessTest {
  private static FormatGuess guess(String... texts) {
    return FormatGuess.of(TextColumn.of("c", texts), Reading.PLAIN);
  }

  private static void assertNumbers(
      DecimalMark decimal, String unit, String[] texts, double... values) {
    FormatGuess guess = guess(texts);
    assertEquals(List.of(new Numbers(decimal, unit)), guess.formats(), String.join(" ", texts));
    assertTrue(guess.isCertain());
    for (int i = 0; i < texts.length; i++) {
      assertEquals(values[i], guess.formats().getFirst().value(texts[i]), texts[i]);
    }
  }

  private static String[] of(String... texts) {
    return texts;
  }

  @Test
  void separatorsOfThousands() {
    assertNumbers(DecimalMark.POINT, "", of("1,234.5", "12", "-7,654,321"), 1234.5, 12, -7654321);
    assertNumbers(DecimalMark.POINT, "", of("1 234.5", "2'000", "3\u202f000"), 1234.5, 2000, 3000);
    assertNumbers(DecimalMark.POINT, "", of("12,34,567.8", "\u22123"), 1234567.8, -3);
    assertNumbers(DecimalMark.COMMA, "", of("1.234,5", "0,25", "7"), 1234.5, 0.25, 7);
    assertNumbers(DecimalMark.COMMA, "", of("1 234,56", "1,5e3"), 1234.56, 1500);
  }

  @Test
  void unitsThatAllShare() {
    assertNumbers(DecimalMark.POINT, "%", of("12 %", "0.5%", "-3%"), 12, 0.5, -3);
    assertNumbers(
        DecimalMark.POINT, "$", of("$1,234.50", "-$2.5", "$-2", "3"), 1234.5, -2.5, -2, 3);
    assertNumbers(DecimalMark.POINT, "$", of("($1,250.75)", "$ 8"), -1250.75, 8);
    assertNumbers(DecimalMark.COMMA, "\u20ac", of("\u20ac 3", "4,25 \u20ac"), 3, 4.25);
  }

  @Test
  void oneCellMayDecideForAll() {
    assertTrue(guess("1,234", "2,500", "12,000").isAmbiguous());
    assertNumbers(DecimalMark.POINT, "", of("1,234", "2,500.5"), 1234, 2500.5);
    assertNumbers(DecimalMark.COMMA, "", of("1,234", "0,500"), 1.234, 0.5);
    assertNumbers(DecimalMark.COMMA, "", of("1,234", "2,50"), 1.234, 2.5);
  }

  @Test
  void whatIsSaidDecidesWhereCellsDoNot() {
    TextColumn column = TextColumn.of("c", "1,234", "2,500");
    for (DecimalMark mark : DecimalMark.values()) {
      Reading said = new Reading(Optional.of(mark), Optional.empty(), List.of(), Map.of());
      assertEquals(
          List.of(new Numbers(mark, "")), FormatGuess.of(column, said).formats(), mark.label());
    }
  }

  @Test
  void cellsThatAreNoneAreCounted() {
    FormatGuess guess = guess("1,5", "2,25", "ERR", null, "3,0");
    assertEquals(List.of(new Numbers(DecimalMark.COMMA, "")), guess.formats());
    assertEquals(3, guess.readable());
    assertEquals(4, guess.present());
    assertFalse(guess.isCertain());
    assertTrue(guess("5%", "10%", "7").isNumbers());
    assertFalse(guess("5%", "10%", "7").isCertain());
    assertEquals(2, guess("$5", "10 $", "\u20ac 7").readable());
  }

  @Test
  void textsStayTexts() {
    for (String[] texts :
        List.of(
            of("a", "b"),
            of("1", "a"),
            of("1,23,4", "x"),
            of("10.0.0.1", "10.0.0.2"),
            of("-", "%"),
            of("3 kg", "5 kg"),
            of("1,2", "3;4", "x"),
            of("2026-13-01", "2026-02-30"),
            of("()", "$"))) {
      assertEquals(List.of(), guess(texts).formats(), String.join(" ", texts));
    }
    assertEquals(
        List.of(), FormatGuess.of(TextColumn.of("c", null, null), Reading.PLAIN).formats());
  }

  private static double dates(DateOrder order, boolean clock, String... texts) {
    FormatGuess guess = guess(texts);
    assertEquals(List.of(new Dates(order, clock)), guess.formats(), String.join(" ", texts));
    return guess.formats().getFirst().value(texts[0]);
  }

  /**
   * 20785 days are from the beginning of 1970 to 2026-11-28, by {@code date -ud 2026-11-28 +%s}.
   */
  @Test
  void dates() {
    double day = 86_400.0;
    assertEquals(20_785 * day, dates(DateOrder.YEAR_FIRST, false, "2026-11-28", "2026/3/4"));
    assertEquals(20_785 * day, dates(DateOrder.DAY_FIRST, false, "28.11.2026", "1.2.2026"));
    assertEquals(20_785 * day, dates(DateOrder.DAY_FIRST, false, "28/11/2026", "03/04/2026"));
    assertEquals(20_785 * day, dates(DateOrder.MONTH_FIRST, false, "11/28/2026", "03/04/2026"));
    assertEquals(20_785 * day + 36_000, dates(DateOrder.YEAR_FIRST, true, "2026-11-28T10:00:00Z"));
    assertEquals(
        20_785 * day + 36_000.5, dates(DateOrder.YEAR_FIRST, true, "2026-11-28 12:00:00.5+02:00"));
    assertEquals(
        20_785 * day + 15 * 3600, dates(DateOrder.MONTH_FIRST, true, "11/28/2026 3:00 PM"));
    assertEquals(20_785 * day, dates(DateOrder.MONTH_FIRST, true, "11/28/2026 12:00 AM"));
    assertTrue(guess("03/04/2026", "05/06/2026").isAmbiguous());
  }

  /** 2026-11-28 is a Saturday; the clock is that of the place, the time that of the world. */
  @Test
  void datesBecomeHourWeekdayAndTime() {
    TextColumn column =
        TextColumn.of("d", "2026-11-28T22:30:00-05:00", null, "2026-11-30T06:15:00-05:00");
    List<Column> read = guess("2026-11-28T22:30:00-05:00").formats().getFirst().read(column);
    assertEquals(
        List.of("d.hour", "d.weekday", "d.time"), read.stream().map(Column::name).toList());
    assertEquals("22.5", read.get(0).text(0));
    assertEquals("6.25", read.get(0).text(2));
    assertEquals("Saturday", read.get(1).text(0));
    assertEquals("Monday", read.get(1).text(2));
    assertEquals(
        Long.toString(20_785 * 86_400L + 22 * 3600 + 1800 + 5 * 3600), read.get(2).text(0));
    read.forEach(each -> assertTrue(each.isMissing(1)));
    assertEquals(List.of("Monday", "Saturday"), Dates.inOrder(read.get(1)));
  }
}
