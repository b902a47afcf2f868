package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.RowOrder;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Ways to part the rows of a training set into rows to learn from and rows to test on. */
public final class Splits {
  private Splits() {}

  /**
   * One split: a share of the rows, rounded down but at least one, is tested on. Of classes each
   * gives about its share. Throws a {@code DataException} if there are fewer than two rows.
   */
  public static Split holdOut(TrainingSet data, double testShare, long seed) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("expected a share between 0 and 1: " + testShare);
    }
    checkRows(data, 2);
    int[] order = Shuffles.spread(data.target(), rows(data.rowCount()), seed);
    int testCount = Math.max(1, (int) (testShare * order.length));
    int[] test = IntStream.range(0, testCount).map(i -> order[i]).sorted().toArray();
    int[] train = IntStream.range(testCount, order.length).map(i -> order[i]).sorted().toArray();
    return new Split(train, test);
  }

  /**
   * As many splits as folds, at least 2, each of which tests on another fold. Folds are random and
   * differ by one row at most, of classes in each class as well. Throws a {@code DataException} if
   * there are fewer rows than folds.
   */
  public static List<Split> kFold(TrainingSet data, int foldCount, long seed) {
    if (foldCount < 2) {
      throw new IllegalArgumentException("expected two or more folds: " + foldCount);
    }
    checkRows(data, foldCount);
    int[] order = Shuffles.grouped(data.target(), seed);
    int[] folds = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      folds[order[i]] = i % foldCount;
    }
    return IntStream.range(0, foldCount)
        .mapToObj(fold -> parted(order.length, row -> folds[row] == fold))
        .toList();
  }

  private static void checkRows(TrainingSet data, int fewest) {
    TrainingChecks.of(data).rows(fewest, "each part needs one").throwIfAny();
  }

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static Split parted(int rowCount, IntPredicate isTest) {
    return new Split(
        IntStream.range(0, rowCount).filter(isTest.negate()).toArray(),
        IntStream.range(0, rowCount).filter(isTest).toArray());
  }

  /**
   * Given folds: one split per value of a column, which tests on the rows that have it. Values
   * stand in the order of categories: by size where all are numbers, else alphabetically. Throws a
   * {@code DataException} if there is no such column, it has gaps, or all values are the same.
   */
  public static List<Split> byColumn(Table table, String name) {
    Column column = table.column(name);
    Problems problems = new Problems();
    gaps(table, column, "expected a fold", problems);
    List<String> folds = FeatureFinder.categories(column);
    if (problems.isEmpty() && folds.size() < 2) {
      problems.add(
          table.problem(
              -1,
              column,
              "expected two or more folds, found %d".formatted(folds.size()),
              "Maybe another column was meant."));
    }
    problems.throwIfAny();
    return folds.stream()
        .map(fold -> parted(column.size(), row -> column.text(row).equals(fold)))
        .toList();
  }

  private static void gaps(Table table, Column column, String expected, Problems problems) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        problems.add(table.problem(row, column, expected, "Maybe remove the row."));
      }
    }
  }

  /**
   * Splits in the order of the rows: these are cut into {@code splitCount + 1} parts, the first of
   * which takes what does not divide; each split tests on a part and learns from all before it.
   * Throws an {@code IllegalArgumentException} if there are not more rows than splits.
   */
  public static List<Split> expandingWindow(int rowCount, int splitCount) {
    if (splitCount < 1 || rowCount <= splitCount) {
      throw new IllegalArgumentException(
          "expected more rows than splits, and a split or more: %d rows, %d splits"
              .formatted(rowCount, splitCount));
    }
    int size = rowCount / (splitCount + 1);
    return IntStream.range(0, splitCount)
        .map(i -> rowCount - (splitCount - i) * size)
        .mapToObj(from -> new Split(rows(from), IntStream.range(from, from + size).toArray()))
        .toList();
  }

  /**
   * Splits in the order of a column, as {@link #expandingWindow(int, int)} makes them. Rows of the
   * same time are never parted: a part begins where the time changes, at the latest where it would
   * have begun without this rule; parts that would be empty are left out. Throws a {@code
   * DataException} if there is no such column, it holds texts or gaps, or too few different times.
   */
  public static List<Split> expandingWindow(Table table, String timeColumn, int splitCount) {
    NumericColumn times = times(table, timeColumn);
    int[] order = RowOrder.by(times.size(), times::value);
    List<Split> splits =
        order.length > splitCount
            ? expandingWindow(order.length, splitCount).stream()
                .flatMap(split -> unparted(split, times, order).stream())
                .toList()
            : List.of();
    if (splits.isEmpty()) {
      throw new DataException(
          table.problem(
              -1,
              times,
              "expected enough different times for %d splits".formatted(splitCount),
              "Maybe ask for fewer splits."));
    }
    return splits;
  }

  /**
   * A split of positions in the order of time, moved to where times change, as rows; nothing if
   * either side would be empty.
   */
  private static Optional<Split> unparted(Split even, NumericColumn times, int[] order) {
    int[] test = even.test();
    int end = test[0] + test.length;
    int from = firstOfItsTime(times, order, test[0]);
    int to = end == order.length ? end : firstOfItsTime(times, order, end);
    return from > 0 && to > from
        ? Optional.of(new Split(ordered(order, 0, from), ordered(order, from, to)))
        : Optional.empty();
  }

  private static NumericColumn times(Table table, String name) {
    Column column = table.column(name);
    Problems problems = new Problems();
    switch (column) {
      case NumericColumn numbers -> {
        gaps(table, numbers, "expected a time", problems);
        problems.throwIfAny();
        return numbers;
      }
      case TextColumn texts ->
          throw new DataException(
              Problem.ofColumn(
                  table.source(),
                  texts.name(),
                  "expected numbers to order the rows by, found texts",
                  "Maybe the rows are in the order of time already."));
    }
  }

  private static int firstOfItsTime(NumericColumn times, int[] order, int position) {
    int first = position;
    while (first > 0 && times.value(order[first - 1]) == times.value(order[position])) {
      first--;
    }
    return first;
  }

  private static int[] ordered(int[] order, int from, int to) {
    return Arrays.copyOfRange(order, from, to);
  }
}
