package org.limpid.interpret.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Tables to try models on. */
final class SampleTableTest {
  private static List<String> lines(Table table) {
    return IntStream.range(0, table.rowCount())
        .mapToObj(row -> table.columns().stream().map(column -> column.text(row)).toList())
        .map(Object::toString)
        .toList();
  }

  private static double[] numbers(Table table, String name) {
    return ((NumericColumn) table.column(name)).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void moreRowsBeginWithTheSameAndOtherSeedsGiveOthers(SampleTable sample) {
    List<String> few = lines(sample.generate(1, 50));
    assertEquals(few, lines(sample.generate(1, 80)).subList(0, 50));
    assertTrue(lines(sample.generate(2, 50)).stream().noneMatch(few::contains));
    assertThrows(IllegalArgumentException.class, () -> sample.generate(1, 0));
  }

  /** About one in twelve years is missing; prices are round thousands from 20,000. */
  @Test
  void housesHaveGapsAndPrices() {
    Table houses = SampleTable.HOUSES.generate(1, 2000);
    long gaps = Arrays.stream(numbers(houses, "year")).filter(Double::isNaN).count();
    assertEquals(160, gaps, 40);
    double[] prices = numbers(houses, "price");
    assertTrue(Arrays.stream(prices).allMatch(price -> price >= 20_000 && price % 1000 == 0));
  }

  @Test
  void loansAreOfTwoClasses() {
    Table loans = SampleTable.LOANS.generate(1, 2000);
    long failed = lines(loans).stream().filter(line -> line.endsWith(" yes]")).count();
    assertTrue(failed > 300 && failed < 900, "failed: " + failed);
  }

  /** Nobody was watched for more than five years, and some of the customers are still there. */
  @Test
  void customersAreStillThereOrLeft() {
    Table customers = SampleTable.CUSTOMERS.generate(1, 2000);
    assertTrue(Arrays.stream(numbers(customers, "months")).allMatch(m -> m > 0 && m <= 60));
    double left = Arrays.stream(numbers(customers, "left")).average().orElseThrow();
    assertTrue(left > 0.5 && left < 0.8, "left: " + left);
  }
}
