package org.limpid.models.tool;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.text.NumberText;

/** Finds numbers that look as if they were none: marks for missing values, and names of rows. */
final class OddNumbers {
  /** No measurement is so large. */
  private static final double HUGE = 1e30;

  /** The smallest of 99, 999, 9999 and so on. */
  private static final long FEWEST_NINES = 99;

  private static final long MOST_NINES = 9_999_999_999L;

  /** How many times the range of all others a gap is that a long tail would hardly have. */
  private static final int FAR = 3;

  private static final int FEWEST_ROWS = 20;

  private OddNumbers() {}

  /**
   * A number that is far from all others.
   *
   * @param value the number
   * @param count how many rows hold it
   * @param firstRow the first of these rows
   * @param lowest the smallest of the others
   * @param highest the largest of the others
   */
  record Mark(double value, int count, int firstRow, String lowest, String highest) {}

  /** The smallest or the largest number, if it looks like a mark for missing values. */
  static Optional<Mark> mark(NumericColumn column) {
    double[] sorted =
        IntStream.range(0, column.size())
            .mapToDouble(column::value)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double lowest = sorted[0];
    double highest = sorted[sorted.length - 1];
    return mark(highest, sorted, column).or(() -> mark(lowest, sorted, column));
  }

  private static Optional<Mark> mark(double value, double[] sorted, NumericColumn column) {
    double[] others = Arrays.stream(sorted).filter(each -> each != value).toArray();
    if (others.length == 0 || !isTypical(value)) {
      return Optional.empty();
    }
    double lowest = others[0];
    double highest = others[others.length - 1];
    double gap = value > highest ? value / 2 - highest / 2 : lowest / 2 - value / 2;
    boolean onlyNegative = value < 0 && lowest >= 0;
    if (gap <= (onlyNegative ? 1 : FAR) * (highest / 2 - lowest / 2)) {
      return Optional.empty();
    }
    int first = 0;
    while (column.value(first) != value) {
      first++;
    }
    int count = sorted.length - others.length;
    return Optional.of(
        new Mark(value, count, first, NumberText.rounded(lowest), NumberText.rounded(highest)));
  }

  private static boolean isTypical(double value) {
    return Math.abs(value) >= HUGE || isNines(value);
  }

  private static boolean isNines(double value) {
    double size = Math.abs(value);
    boolean whole = size == Math.rint(size) && size >= FEWEST_NINES && size <= MOST_NINES;
    return whole && Long.toString((long) size).chars().allMatch(digit -> digit == '9');
  }

  /** Whether a column counts the rows: whole numbers without a gap, each of them once. */
  static boolean countsRows(NumericColumn column) {
    double[] sorted =
        IntStream.range(0, column.size()).mapToDouble(column::value).sorted().toArray();
    return sorted.length >= FEWEST_ROWS
        && sorted[0] == Math.rint(sorted[0])
        && IntStream.range(1, sorted.length).allMatch(i -> sorted[i] == sorted[i - 1] + 1);
  }
}
