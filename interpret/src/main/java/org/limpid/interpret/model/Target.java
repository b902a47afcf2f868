package org.limpid.interpret.model;

import java.util.Arrays;
import java.util.List;

/** What a model is trained to predict, one value per row. */
public sealed interface Target {
  String name();

  int size();

  /** What kind of model fits. */
  Task task();

  Target rows(int[] rows);

  record Numbers(String name, double[] values) implements Target {
    public Numbers {
      if (!Arrays.stream(values).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("expected finite numbers in " + name);
      }
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Task task() {
      return new Task.Regression();
    }

    @Override
    public Numbers rows(int[] rows) {
      return new Numbers(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
  }

  /** Classes; {@code codes} are positions in {@code classes}. */
  record Classes(String name, int[] codes, List<String> classes) implements Target {
    public Classes {
      classes = List.copyOf(classes);
      for (int code : codes) {
        if (code < 0 || code >= classes.size()) {
          throw new IllegalArgumentException(
              "expected 0 to %d: %d".formatted(classes.size(), code));
        }
      }
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public Task.Classification task() {
      return new Task.Classification(classes);
    }

    @Override
    public Classes rows(int[] rows) {
      return new Classes(name, Arrays.stream(rows).map(row -> codes[row]).toArray(), classes);
    }
  }
}
