package org.limpid.estimator.sensitivity;

import org.limpid.data.SpeedTable;

/**
 * The few speeds of a model that are measured before the others are predicted, compared with its
 * fair share, each above 0.
 *
 * @param fewestCpus with the fewest CPUs of a table and the fair memory
 * @param leastMemory with the fair CPUs and the least memory
 * @param mostCpus with the most CPUs and the fair memory
 * @param mostOfBoth with the most CPUs and the most memory
 */
public record SensitivityProbe(
    double fewestCpus, double leastMemory, double mostCpus, double mostOfBoth) {
  public SensitivityProbe {
    if (!(fewestCpus > 0 && leastMemory > 0 && mostCpus > 0 && mostOfBoth > 0)) {
      throw new IllegalArgumentException(
          "expected speeds above 0, found %s, %s, %s, %s"
              .formatted(fewestCpus, leastMemory, mostCpus, mostOfBoth));
    }
  }

  static SensitivityProbe of(SpeedTable table, int fairRow, int fairColumn) {
    int lastRow = table.rows() - 1;
    return new SensitivityProbe(
        table.speed(0, fairColumn),
        table.speed(fairRow, 0),
        table.speed(lastRow, fairColumn),
        table.speed(lastRow, table.columns() - 1));
  }

  /** Whether a cell is one of the four, or the fair share itself. */
  static boolean isMeasured(SpeedTable table, int fairRow, int fairColumn, int row, int column) {
    int lastRow = table.rows() - 1;
    return column == fairColumn && (row == 0 || row == fairRow || row == lastRow)
        || column == 0 && row == fairRow
        || column == table.columns() - 1 && row == lastRow;
  }

  /** How unlike another one it is: the sum of absolute logarithms of their ratios. */
  double distance(SensitivityProbe other) {
    return apart(fewestCpus, other.fewestCpus)
        + apart(leastMemory, other.leastMemory)
        + apart(mostCpus, other.mostCpus)
        + apart(mostOfBoth, other.mostOfBoth);
  }

  private static double apart(double one, double other) {
    return Math.abs(Math.log(one / other));
  }
}
