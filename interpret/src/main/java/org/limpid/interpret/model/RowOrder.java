package org.limpid.interpret.model;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Orders of rows, or of other things with numbers, as arrays of their positions. */
public final class RowOrder {
  private RowOrder() {}

  /** Positions 0 to {@code count - 1} by an ascending number; equal ones stay in their order. */
  public static int[] by(int count, IntToDoubleFunction number) {
    return by(IntStream.range(0, count), number);
  }

  /** These rows by an ascending number; equal ones stay in their order. */
  public static int[] by(IntStream rows, IntToDoubleFunction number) {
    return sorted(rows, Comparator.comparingDouble(number::applyAsDouble));
  }

  /** These rows in an order; equal ones stay in theirs. */
  public static int[] sorted(IntStream rows, Comparator<Integer> order) {
    return rows.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  /** Puts rows in a random order (Fisher and Yates). */
  public static void shuffle(int[] rows, SplittableRandom random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = rows[i];
      rows[i] = rows[other];
      rows[other] = moved;
    }
  }
}
