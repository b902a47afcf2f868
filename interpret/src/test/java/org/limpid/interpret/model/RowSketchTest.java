package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class RowSketchTest {
  private static final List<Feature> FEATURES = List.of(new Feature.Numeric("x"));

  private static NumericColumn column(String name, int from, int to) {
    return NumericColumn.generate(name, to - from, row -> from + row);
  }

  private static Target target(int from, int to) {
    double[] values = IntStream.range(from, to).mapToDouble(row -> row % 7).toArray();
    return new Target.Numbers("y", values);
  }

  /** Of rows 0 to 99, rows 90 to 119 share ten. */
  @Test
  void allRowsOfASmallTableAreKnown() {
    RowSketch sketch = RowSketch.of(Table.of(column("x", 0, 100)), target(0, 100));
    Table others = Table.of(column("z", 0, 30), column("x", 90, 120));

    assertEquals(new RowSketch.Found(30, 10, 30), sketch.find(others, FEATURES, target(90, 120)));
  }

  /** Of 100,000 rows 1024 are kept, so about 1 % of any rows can be told, trained on or not. */
  @Test
  void ofALargeTableASampleIsKnown() {
    RowSketch sketch = RowSketch.of(Table.of(column("x", 0, 100_000)), target(0, 100_000));
    RowSketch.Found seen =
        sketch.find(Table.of(column("x", 0, 20_000)), FEATURES, target(0, 20_000));
    RowSketch.Found unseen =
        sketch.find(Table.of(column("x", 100_000, 120_000)), FEATURES, target(100_000, 120_000));

    assertEquals(205, seen.known(), 60);
    assertEquals(seen.known(), seen.trained());
    assertEquals(205, unseen.known(), 60);
    assertEquals(0, unseen.trained());
  }

  @Test
  void anotherTargetIsAnotherRow() {
    RowSketch sketch = RowSketch.of(Table.of(column("x", 0, 10)), target(0, 10));

    assertEquals(0, sketch.find(Table.of(column("x", 0, 10)), FEATURES, target(1, 11)).trained());
  }

  /** a|b and b|a are different rows, and 1 as a text is not 1 as a number. */
  @Test
  void valuesBelongToTheirColumns() {
    Target.Numbers one = new Target.Numbers("y", new double[] {1});
    RowSketch sketch =
        RowSketch.of(Table.of(TextColumn.of("p", "a"), TextColumn.of("q", "b")), one);
    List<Feature> features =
        List.of(
            new Feature.Nominal("p", List.of("a", "b")),
            new Feature.Nominal("q", List.of("a", "b")));

    Table same = Table.of(TextColumn.of("q", "b"), TextColumn.of("p", "a"));
    assertEquals(1, sketch.find(same, features, one).trained());
    Table swapped = Table.of(TextColumn.of("q", "a"), TextColumn.of("p", "b"));
    assertEquals(0, sketch.find(swapped, features, one).trained());
  }

  @Test
  void whoRemembersNothingTellsNothing() {
    Table table = Table.of(column("x", 0, 10));
    assertEquals(
        new RowSketch.Found(0, 0, 10), RowSketch.NONE.find(table, FEATURES, target(0, 10)));
  }

  @Test
  void textsReadBack() {
    RowSketch sketch = RowSketch.of(Table.of(column("x", 0, 2000)), target(0, 2000));

    assertEquals(sketch, RowSketch.ofText(sketch.toText()));
    assertThrows(IllegalArgumentException.class, () -> RowSketch.ofText("AAAA"));
    assertThrows(IllegalArgumentException.class, () -> RowSketch.ofText("no base 64!"));
  }
}
