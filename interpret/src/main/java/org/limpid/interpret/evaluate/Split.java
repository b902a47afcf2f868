package org.limpid.interpret.evaluate;

import java.util.Arrays;

/**
 * Which rows a model learns from, ascending unless they stand in the order of time, and on which
 * others it is tested. Immutable; equal when the rows are.
 */
public record Split(int[] train, int[] test) {
  public Split {
    train = train.clone();
    test = test.clone();
    if (train.length == 0 || test.length == 0) {
      throw new IllegalArgumentException(
          "expected rows to learn from and to test on, found %d and %d"
              .formatted(train.length, test.length));
    }
  }

  @Override
  public int[] train() {
    return train.clone();
  }

  @Override
  public int[] test() {
    return test.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Split that
        && Arrays.equals(train, that.train)
        && Arrays.equals(test, that.test);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
  }

  @Override
  public String toString() {
    return "Split[train=%s, test=%s]".formatted(Arrays.toString(train), Arrays.toString(test));
  }
}
