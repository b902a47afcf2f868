package org.limpid.interpret.lookup;

import java.util.Arrays;

/**
 * A cell of a {@link LookupModel}: what the training rows with the same keys had. Immutable; equal
 * when all numbers are equal bit for bit.
 *
 * @param keys values of the first key columns in the encoding of {@code Row}: a number, the
 *     position of a category, or {@code NaN} for missing, which is a key as any other. None in the
 *     cell of all rows
 * @param samples how many rows there were
 * @param weight their total weight; the same as {@code samples} without weights
 * @param outputs their mean or median, or the share of each class
 */
public record LookupCell(double[] keys, int samples, double weight, double[] outputs) {
  public LookupCell {
    keys = keys.clone();
    outputs = outputs.clone();
    if (samples < 0 || !(weight >= 0) || outputs.length == 0) {
      throw new IllegalArgumentException(
          "expected count and weight of 0 or more, and outputs: %d, %s".formatted(samples, weight));
    }
  }

  @Override
  public double[] keys() {
    return keys.clone();
  }

  @Override
  public double[] outputs() {
    return outputs.clone();
  }

  public int keyCount() {
    return keys.length;
  }

  public double key(int index) {
    return keys[index];
  }

  public int outputCount() {
    return outputs.length;
  }

  public double output(int index) {
    return outputs[index];
  }

  /** Order by the first key, then by the second, and so on; numbers ascend, missing is last. */
  int compareKeys(LookupCell other) {
    for (int i = 0; i < keys.length; i++) {
      int order = Double.compare(keys[i], other.keys[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LookupCell that
        && samples == that.samples
        && Double.compare(weight, that.weight) == 0
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(outputs, that.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(outputs);
  }
}
