package org.limpid.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast one GPU's part of a job runs with so many CPUs and so much memory beside the GPU,
 * compared with its fair share of them. Rows are CPUs, columns are memory. Immutable.
 */
public final class SpeedTable {
  /** A table without a cell: nothing was measured. */
  public static final SpeedTable EMPTY =
      new SpeedTable(new double[0], new double[0], new double[0][]);

  /**
   * One cell.
   *
   * @param cpus CPUs per GPU
   * @param memoryGb memory per GPU, GB
   * @param speed 1 is the speed with the fair share
   */
  public record Cell(double cpus, double memoryGb, double speed) {
    private boolean isNoBetterThan(Cell other) {
      return speed <= other.speed && cpus >= other.cpus && memoryGb >= other.memoryGb;
    }
  }

  private final double[] cpus;
  private final double[] memoryGb;
  private final double[][] speeds;

  /**
   * A table.
   *
   * @param cpus CPUs per GPU of each row, ascending
   * @param memoryGb memory per GPU of each column, GB, ascending
   * @param speeds rows x columns, at least 0 (0: does not run)
   */
  public SpeedTable(double[] cpus, double[] memoryGb, double[][] speeds) {
    requireAscending(cpus, "CPUs");
    requireAscending(memoryGb, "memory");
    if (speeds.length != cpus.length
        || Arrays.stream(speeds).anyMatch(row -> row.length != memoryGb.length)) {
      throw new IllegalArgumentException(
          "expected %d rows of %d speeds".formatted(cpus.length, memoryGb.length));
    }
    if (Arrays.stream(speeds).flatMapToDouble(Arrays::stream).anyMatch(speed -> !(speed >= 0))) {
      throw new IllegalArgumentException("a speed is at least 0");
    }
    this.cpus = cpus.clone();
    this.memoryGb = memoryGb.clone();
    this.speeds = Arrays.stream(speeds).map(double[]::clone).toArray(double[][]::new);
  }

  private static void requireAscending(double[] axis, String what) {
    for (int i = 0; i < axis.length; i++) {
      if (!(axis[i] > (i == 0 ? 0 : axis[i - 1]))) {
        throw new IllegalArgumentException(
            "%s must be above 0 and ascend, found %s".formatted(what, Arrays.toString(axis)));
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return cpus.length;
  }

  /** Number of columns. */
  public int columns() {
    return memoryGb.length;
  }

  /** CPUs per GPU of a row. */
  public double cpus(int row) {
    return cpus[row];
  }

  /** Memory per GPU of a column, GB. */
  public double memoryGb(int column) {
    return memoryGb[column];
  }

  /** The speed of a cell; 1 is the speed with the fair share. */
  public double speed(int row, int column) {
    return speeds[row][column];
  }

  /**
   * The cells worth a choice for who needs a speed: those that have it, without those that cost
   * more than another one and are no faster. By rows, then columns.
   */
  public List<Cell> choices(double leastSpeed) {
    List<Cell> choices = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        Cell cell = new Cell(cpus[row], memoryGb[column], speeds[row][column]);
        if (cell.speed >= leastSpeed && choices.stream().noneMatch(cell::isNoBetterThan)) {
          choices.removeIf(other -> other.isNoBetterThan(cell));
          choices.add(cell);
        }
      }
    }
    return choices;
  }

  /**
   * The speed between the cells: on straight lines along both axes, in proportion below the first
   * value of an axis, and as with the last value above it. The table must have cells.
   */
  double between(double cpusPerGpu, double gbPerGpu) {
    double row = place(cpus, cpusPerGpu);
    double column = place(memoryGb, gbPerGpu);
    double low = alongRow((int) row, column);
    double part = row - (int) row;
    double between = part == 0 ? low : low + part * (alongRow((int) row + 1, column) - low);
    return between * Math.min(1, cpusPerGpu / cpus[0]) * Math.min(1, gbPerGpu / memoryGb[0]);
  }

  private double alongRow(int row, double column) {
    double low = speeds[row][(int) column];
    double part = column - (int) column;
    return part == 0 ? low : low + part * (speeds[row][(int) column + 1] - low);
  }

  /** Where a value lies on an axis: the number of a cell and the part of the way to the next. */
  private static double place(double[] axis, double value) {
    if (value <= axis[0]) {
      return 0;
    }
    int next = 1;
    while (next < axis.length && axis[next] < value) {
      next++;
    }
    return next == axis.length
        ? next - 1
        : next - 1 + (value - axis[next - 1]) / (axis[next] - axis[next - 1]);
  }

  /** The row of exactly so many CPUs per GPU, -1 where there is none. */
  public int rowOf(double cpusPerGpu) {
    return Arrays.binarySearch(cpus, cpusPerGpu) < 0 ? -1 : Arrays.binarySearch(cpus, cpusPerGpu);
  }

  /** The column of exactly so much memory per GPU, -1 where there is none. */
  public int columnOf(double gbPerGpu) {
    return Arrays.binarySearch(memoryGb, gbPerGpu) < 0
        ? -1
        : Arrays.binarySearch(memoryGb, gbPerGpu);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpeedTable table
        && Arrays.equals(cpus, table.cpus)
        && Arrays.equals(memoryGb, table.memoryGb)
        && Arrays.deepEquals(speeds, table.speeds);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(speeds);
  }
}
