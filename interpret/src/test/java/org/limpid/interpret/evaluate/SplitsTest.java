package org.limpid.interpret.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class SplitsTest {
  private static TrainingSet numbers(int rows) {
    double[] values = IntStream.range(0, rows).asDoubleStream().toArray();
    return TrainingSet.of(Table.of(NumericColumn.of("x", values)), new Target.Numbers("y", values));
  }

  private static TrainingSet classes(int... codes) {
    double[] values = new double[codes.length];
    return TrainingSet.of(
        Table.of(NumericColumn.of("x", values)),
        new Target.Classes("c", codes, List.of("a", "b", "c")));
  }

  private static int[] together(Split split) {
    return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
        .sorted()
        .toArray();
  }

  @Test
  void everyRowIsTestedOnceAndNeverLearntFromAtThatTime() {
    for (int rows : new int[] {5, 17, 100}) {
      List<Split> splits = Splits.kFold(numbers(rows), 5, 1);
      int[] all = IntStream.range(0, rows).toArray();
      for (Split split : splits) {
        assertArrayEquals(all, together(split));
        assertEquals(rows / 5.0, split.test().length, 0.8);
      }
      assertArrayEquals(
          all,
          splits.stream().flatMapToInt(split -> Arrays.stream(split.test())).sorted().toArray());
    }
  }

  @Test
  void everyFoldHasItsShareOfEachClass() {
    int[] codes = IntStream.range(0, 103).map(i -> i % 10 == 0 ? 2 : i % 3 == 0 ? 1 : 0).toArray();
    for (Split split : Splits.kFold(classes(codes), 4, 9)) {
      for (int k = 0; k < 3; k++) {
        int wanted = k;
        long inAll = Arrays.stream(codes).filter(code -> code == wanted).count();
        long inTest = Arrays.stream(split.test()).filter(row -> codes[row] == wanted).count();
        assertEquals(inAll / 4.0, inTest, 0.99);
      }
      assertEquals(103 / 4.0, split.test().length, 0.99);
    }
  }

  @Test
  void seedsDecide() {
    assertEquals(Splits.kFold(numbers(50), 5, 3), Splits.kFold(numbers(50), 5, 3));
    assertNotEquals(Splits.kFold(numbers(50), 5, 3), Splits.kFold(numbers(50), 5, 4));
    assertEquals(Splits.holdOut(numbers(50), 0.3, 3), Splits.holdOut(numbers(50), 0.3, 3));
    assertNotEquals(Splits.holdOut(numbers(50), 0.3, 3), Splits.holdOut(numbers(50), 0.3, 4));
  }

  /** 30 % of 66 rows, of which 25, 16 and 25 are of the classes: 7.5, 4.8 and 7.5. */
  @Test
  void holdOutTakesTheShareOfEachClass() {
    int[] codes = IntStream.range(0, 66).map(i -> i < 25 ? 0 : i < 41 ? 1 : 2).toArray();
    Split split = Splits.holdOut(classes(codes), 0.3, 42);
    assertEquals(19, split.test().length);
    assertArrayEquals(IntStream.range(0, 66).toArray(), together(split));
    int[] counts = new int[3];
    Arrays.stream(split.test()).forEach(row -> counts[codes[row]]++);
    assertArrayEquals(
        new double[] {7.5, 4.8, 7.5}, Arrays.stream(counts).asDoubleStream().toArray(), 1);
    assertEquals(1, Splits.holdOut(numbers(2), 0.01, 1).test().length);
  }

  /** [(len(a), b) for a, b in sklearn 1.2.1 TimeSeriesSplit(3).split(numpy.zeros(11))] */
  @Test
  void windowsExpandAsInScikitLearn() {
    List<Split> splits = Splits.expandingWindow(11, 3);
    assertEquals(List.of(5, 7, 9), splits.stream().map(split -> split.train().length).toList());
    assertArrayEquals(new int[] {5, 6}, splits.get(0).test());
    assertArrayEquals(new int[] {7, 8}, splits.get(1).test());
    assertArrayEquals(new int[] {9, 10}, splits.get(2).test());
    assertThrows(IllegalArgumentException.class, () -> Splits.expandingWindow(3, 3));
  }

  /**
   * Times 5 1 3 3 2 4 3 6 in order: 1(row 1) 2(4) 3(2) 3(3) 3(6) 4(5) 5(0) 6(7). Three splits would
   * begin at 2, 4 and 6; the one at 4 is within time 3 and moves to 2, so that the first is empty.
   */
  @Test
  void equalTimesAreNeverParted() {
    Table table = Table.of(NumericColumn.of("t", 5, 1, 3, 3, 2, 4, 3, 6));
    List<Split> splits = Splits.expandingWindow(table, "t", 3);
    assertEquals(
        List.of(
            new Split(new int[] {1, 4}, new int[] {2, 3, 6, 5}),
            new Split(new int[] {1, 4, 2, 3, 6, 5}, new int[] {0, 7})),
        splits);
  }

  @Test
  void theFutureIsNeverLearntFrom() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      double[] times = random.ints(30, 0, 12).asDoubleStream().toArray();
      for (Split split : Splits.expandingWindow(Table.of(NumericColumn.of("t", times)), "t", 4)) {
        double last =
            Arrays.stream(split.train()).mapToDouble(row -> times[row]).max().orElseThrow();
        double next =
            Arrays.stream(split.test()).mapToDouble(row -> times[row]).min().orElseThrow();
        assertTrue(last < next);
      }
    }
  }

  @Test
  void badTimesAreNamed() {
    Table table =
        Table.of(
            NumericColumn.of("gaps", 1, Double.NaN, Double.NaN),
            NumericColumn.of("same", 1, 1, 1),
            TextColumn.of("day", "mon", "tue", "wed"));
    assertEquals(2, problems(() -> Splits.expandingWindow(table, "gaps", 2)));
    assertEquals(1, problems(() -> Splits.expandingWindow(table, "same", 2)));
    assertEquals(1, problems(() -> Splits.expandingWindow(table, "day", 2)));
    assertEquals(1, problems(() -> Splits.expandingWindow(table, "week", 2)));
    assertEquals(1, problems(() -> Splits.expandingWindow(table, "same", 5)));
  }

  private static long problems(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(DataException.class, executable).count();
  }

  @Test
  void givenFoldsAreTestedInTheirOrder() {
    Table table =
        Table.of(
            NumericColumn.of("fold", 10, 2, 10, 2), TextColumn.of("name", "b", "a", null, "a"));
    List<Split> splits = Splits.byColumn(table, "fold");
    assertEquals(
        List.of(
            new Split(new int[] {0, 2}, new int[] {1, 3}),
            new Split(new int[] {1, 3}, new int[] {0, 2})),
        splits);
    assertEquals(1, problems(() -> Splits.byColumn(table, "name")));
    assertEquals(1, problems(() -> Splits.byColumn(table.rows(0, 2), "fold")));
  }

  @Test
  void tooFewRowsAreRefused() {
    assertEquals(1, problems(() -> Splits.kFold(numbers(4), 5, 1)));
    assertEquals(1, problems(() -> Splits.holdOut(numbers(1), 0.5, 1)));
    assertThrows(IllegalArgumentException.class, () -> Splits.kFold(numbers(4), 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Splits.holdOut(numbers(4), 1, 1));
  }
}
