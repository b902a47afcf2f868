package org.limpid.plots.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A value for each policy that a figure shows, in the order of the run. */
public record ByPolicy<T>(Map<String, T> values) {
  /** The values of some policies, without those that say nothing. */
  public static <T> ByPolicy<T> of(
      List<String> policies, Function<String, T> value, Predicate<T> empty) {
    Map<String, T> values = new LinkedHashMap<>();
    policies.forEach(policy -> values.put(policy, value.apply(policy)));
    values.values().removeIf(empty);
    return new ByPolicy<>(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The policies, the last one first: as they stand above each other on an axis of names. */
  public List<String> upwards() {
    return List.copyOf(values.keySet()).reversed();
  }

  /** The largest number of any; 0 without policies. */
  public double largest(ToDoubleFunction<T> number) {
    return values.values().stream().mapToDouble(number).max().orElse(0);
  }

  public <R> List<R> map(BiFunction<String, T, R> made) {
    List<R> all = new ArrayList<>();
    values.forEach((policy, value) -> all.add(made.apply(policy, value)));
    return all;
  }
}
