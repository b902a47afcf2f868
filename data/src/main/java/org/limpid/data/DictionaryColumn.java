package org.limpid.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column that stores each distinct value once, in order of appearance, and per row the index of
 * its value. Immutable.
 */
final class DictionaryColumn<T> {
  /** Index of a row without a value. */
  static final int NONE = -1;

  private final int[] indices;
  private final List<T> values;

  private DictionaryColumn(int[] indices, List<T> values) {
    this.indices = indices;
    this.values = values;
  }

  /** Index of the value of a row, or {@link #NONE}. */
  int index(int row) {
    return indices[row];
  }

  /** Value of a row; null if it has none. */
  T value(int row) {
    return indices[row] == NONE ? null : values.get(indices[row]);
  }

  /** Whether every row has a value. */
  boolean isComplete() {
    return Arrays.stream(indices).noneMatch(index -> index == NONE);
  }

  /** The distinct values. */
  List<T> values() {
    return values;
  }

  /** Collects values, row by row. */
  static final class Builder<T> {
    private final Map<T, Integer> indexOf = new LinkedHashMap<>();
    private int[] indices = new int[1024];

    /** Appends the value of row {@code row}; null: it has none. */
    void add(int row, T value) {
      if (row == indices.length) {
        indices = Arrays.copyOf(indices, row + (row >> 1));
      }
      indices[row] = value == null ? NONE : indexOf(value);
    }

    private int indexOf(T value) {
      Integer known = indexOf.putIfAbsent(value, indexOf.size());
      return known == null ? indexOf.size() - 1 : known;
    }

    /** The column of the first rows. */
    DictionaryColumn<T> build(int rows) {
      return new DictionaryColumn<>(Arrays.copyOf(indices, rows), List.copyOf(indexOf.keySet()));
    }
  }
}
