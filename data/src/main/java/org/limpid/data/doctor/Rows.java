package org.limpid.data.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Rows of a trace that have something in common: how many, and the first of them. */
final class Rows {
  private static final int SHOWN = 5;

  private final List<Integer> first = new ArrayList<>();
  private long count;

  /** The rows of so many for which it holds. */
  static Rows of(int size, IntPredicate holds) {
    Rows rows = new Rows();
    for (int row = 0; row < size; row++) {
      if (holds.test(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  void add(int row) {
    count++;
    if (first.size() < SHOWN) {
      first.add(row);
    }
  }

  long count() {
    return count;
  }

  List<Integer> first() {
    return first;
  }
}
