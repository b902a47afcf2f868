package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class TrainingChecksTest {
  private static String messageOf(Table table, Target target) {
    return assertThrows(
            DataException.class,
            () -> TrainingChecks.check(TrainingSet.of(table, target), 2, "there are 2 bags"))
        .getMessage();
  }

  private static Target.Numbers numbers(double... values) {
    return new Target.Numbers("y", values);
  }

  @Test
  void goodDataPass() {
    Table table = Table.of(NumericColumn.of("x", 1, Double.NaN), TextColumn.of("k", null, "a"));
    assertDoesNotThrow(() -> TrainingChecks.check(TrainingSet.of(table, numbers(1, 2)), 2, ""));
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    Table table =
        Table.of(
            "jobs.csv",
            2,
            List.of(
                NumericColumn.of("empty", Double.NaN, Double.NaN),
                TextColumn.of("blank", null, null),
                NumericColumn.of("endless", 1, Double.NEGATIVE_INFINITY)));
    assertEquals(
        """
        jobs.csv: empty: expected values, found only missing ones. Maybe exclude it.
        jobs.csv: blank: expected values, found only missing ones. Maybe exclude it.
        jobs.csv:3: endless: expected a finite number, found '-Infinity'. Maybe leave the field \
        empty, which means missing, or exclude the column.
        jobs.csv: y: expected numbers that differ, to be predicted; found 5.0 in every row. \
        Maybe another column was meant.\
        """,
        messageOf(table, numbers(5, 5)));
  }

  @Test
  void rowsAreCounted() {
    Table table = Table.of(NumericColumn.of("x", 1));
    assertEquals(
        """
        table: expected 2 or more rows (there are 2 bags), found 1. Maybe use more data, or other \
        parameters.
        table: y: expected numbers that differ, to be predicted; found 1.0 in every row. Maybe \
        another column was meant.\
        """,
        messageOf(table, numbers(1)));
  }

  @Test
  void noRowsAndNoColumnsAreNamed() {
    assertEquals(
        """
        table: expected 2 or more rows (there are 2 bags), found none. Maybe the file holds only a \
        header, or a filter left nothing.
        table: expected a column to predict from, found none. Maybe fewer columns should be \
        excluded.\
        """,
        messageOf(Table.of(), numbers()));
  }

  @Test
  void rowsOfOneClassAreRefused() {
    Table table = Table.of(NumericColumn.of("x", 1, 2));
    assertEquals(
        "table: c: expected rows of two or more classes, found only 'b'. Maybe another column was"
            + " meant, or rows of the other classes are missing.",
        messageOf(table, new Target.Classes("c", new int[] {1, 1}, List.of("a", "b"))));
  }

  @Test
  void weightsThatAreAllZeroAreRefused() {
    Table table = Table.of(NumericColumn.of("x", 1, 2, 3));
    TrainingSet data = TrainingSet.of(table, numbers(1, 2, 3)).withWeights(0, 0, 1).rows(0, 1);
    assertThrows(DataException.class, () -> TrainingChecks.check(data, 2, ""));
  }

  /** 10 is after 9 as a number and before it as a text; a level without rows is no category. */
  @Test
  void featuresFollowFromColumns() {
    Table table =
        Table.of(
            NumericColumn.of("x", 1, 2, 3),
            NumericColumn.of("code", 10, 9, Double.NaN),
            TextColumn.of("size", "10", "9", null),
            TextColumn.of("mixed", "10", "9", "b"),
            TextColumn.of("user", "Ben", "anna", "lost", "Ben").rows(new int[] {0, 1, 3}));
    TrainingSet data = TrainingSet.of(table, numbers(1, 2, 3)).withNominal(Set.of("code"));
    assertEquals(
        List.of(
            new Feature.Numeric("x"),
            new Feature.Nominal("code", List.of("9", "10")),
            new Feature.Nominal("size", List.of("9", "10")),
            new Feature.Nominal("mixed", List.of("10", "9", "b")),
            new Feature.Nominal("user", List.of("Ben", "anna"))),
        FeatureFinder.features(data));
  }

  @Test
  void encodedColumnsAreFeaturesByRows() {
    Table table = Table.of(NumericColumn.of("x", 1, Double.NaN), TextColumn.of("k", "b", "a"));
    TrainingSet data = TrainingSet.of(table, numbers(1, 2));
    double[][] columns = RowReader.columns(FeatureFinder.features(data), table);
    assertEquals("[[1.0, NaN], [1.0, 0.0]]", Arrays.deepToString(columns));
  }
}
