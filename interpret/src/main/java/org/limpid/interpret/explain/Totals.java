package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.model.RowOrder;

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

  static List<Double> zeros(int count) {
    return DoubleStream.generate(() -> 0).limit(count).boxed().toList();
  }

  /**
   * The elements of the largest size, largest first, and the sum of all others, from their name and
   * them in their order, as a last one, if there are others.
   */
  static <T> List<T> top(
      List<T> all, int count, ToDoubleFunction<T> size, BiFunction<String, List<T>, T> sum) {
    int[] order = RowOrder.by(all.size(), i -> -size.applyAsDouble(all.get(i)));
    int kept = Math.min(count, all.size());
    List<T> shown = new ArrayList<>(IntStream.of(order).limit(kept).mapToObj(all::get).toList());
    List<T> rest = IntStream.of(order).skip(kept).sorted().mapToObj(all::get).toList();
    if (!rest.isEmpty()) {
      String name = rest.size() == 1 ? "1 other term" : rest.size() + " other terms";
      shown.add(sum.apply(name, rest));
    }
    return List.copyOf(shown);
  }
}
