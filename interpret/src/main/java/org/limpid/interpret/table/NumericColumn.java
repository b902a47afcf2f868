package org.limpid.interpret.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/** A column of numbers; {@code NaN} stands for a missing value. Immutable. */
public final class NumericColumn implements Column {
  private final String name;
  private final double[] values;

  /** A column that takes over the array, which nobody may change afterwards. */
  NumericColumn(String name, double[] values) {
    this.name = Objects.requireNonNull(name, "name");
    this.values = values;
  }

  /** A column with a copy of the values. */
  public static NumericColumn of(String name, double... values) {
    return new NumericColumn(name, values.clone());
  }

  /** A column whose values a function of the row gives, called for the rows in their order. */
  public static NumericColumn generate(String name, int size, IntToDoubleFunction valueOfRow) {
    double[] values = new double[size];
    Arrays.setAll(values, valueOfRow);
    return new NumericColumn(name, values);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  public double value(int row) {
    return values[row];
  }

  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public String text(int row) {
    double value = values[row];
    if (Double.isNaN(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public NumericColumn rows(int[] rows) {
    return new NumericColumn(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
  }
}
