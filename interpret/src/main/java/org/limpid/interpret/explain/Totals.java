package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Sums of lists of scores, from left to right as the model adds them. */
final class Totals {
  private Totals() {}

  /** {@code start + scores1 + scores2 + ...}, element by element. */
  static List<Double> of(List<Double> start, List<List<Double>> scores) {
    double[] sums = start.stream().mapToDouble(Double::doubleValue).toArray();
    for (List<Double> some : scores) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += some.get(k);
      }
    }
    return DoubleStream.of(sums).boxed().toList();
  }

  /** As many zeros. */
  static List<Double> zeros(int count) {
    return DoubleStream.generate(() -> 0).limit(count).boxed().toList();
  }

  /** The elements of the largest size, largest first, and the others in their order. */
  record Split<T>(List<T> top, List<T> rest) {
    static <T> Split<T> of(List<T> all, int count, ToDoubleFunction<T> size) {
      Comparator<Integer> ascending =
          Comparator.comparingDouble(i -> size.applyAsDouble(all.get(i)));
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        order.add(i);
      }
      order.sort(ascending.reversed());
      int kept = Math.min(count, all.size());
      List<T> rest = order.subList(kept, all.size()).stream().sorted().map(all::get).toList();
      return new Split<>(order.subList(0, kept).stream().map(all::get).toList(), rest);
    }
  }
}
