package org.limpid.interpret.interop;

import java.util.stream.IntStream;

/**
 * Where the cells of a term go when its features are put in ascending order. interpret keeps the
 * features of a pair in the order in which the user named them.
 */
final class CellOrder {
  private final int[] targets;
  private final boolean same;

  /**
   * Computes the order.
   *
   * @param features positions of the features, in the order of the file
   * @param shape bins of each of them
   */
  CellOrder(int[] features, int[] shape) {
    int[] strides = new int[features.length];
    int count = 1;
    int[] descending =
        IntStream.range(0, features.length)
            .boxed()
            .sorted((a, b) -> features[b] - features[a])
            .mapToInt(Integer::intValue)
            .toArray();
    for (int dimension : descending) {
      strides[dimension] = count;
      count *= shape[dimension];
    }
    targets = new int[count];
    same = fill(shape, strides);
  }

  private boolean fill(int[] shape, int[] strides) {
    int[] place = new int[shape.length];
    boolean unchanged = true;
    for (int cell = 0; cell < targets.length; cell++) {
      for (int i = 0; i < shape.length; i++) {
        targets[cell] += place[i] * strides[i];
      }
      unchanged &= targets[cell] == cell;
      advance(place, shape);
    }
    return unchanged;
  }

  private static void advance(int[] place, int[] shape) {
    int last = shape.length - 1;
    while (last >= 0 && ++place[last] == shape[last]) {
      place[last--] = 0;
    }
  }

  /** How many cells there are. */
  int count() {
    return targets.length;
  }

  /** The numbers with the cells in ascending order of the features. */
  double[] sorted(double[] numbers, int perCell) {
    if (same) {
      return numbers;
    }
    double[] sorted = new double[numbers.length];
    for (int cell = 0; cell < targets.length; cell++) {
      System.arraycopy(numbers, cell * perCell, sorted, targets[cell] * perCell, perCell);
    }
    return sorted;
  }
}
