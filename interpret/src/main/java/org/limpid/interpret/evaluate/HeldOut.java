package org.limpid.interpret.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * What models that had not learnt from some rows predicted for them, beside what a baseline says
 * that had not learnt from them either. Only such predictions tell how good a model is.
 */
public record HeldOut(String model, List<Row> rows) {
  public HeldOut {
    Objects.requireNonNull(model, "model");
    rows = List.copyOf(rows);
  }

  /**
   * A row that was held out, such as {@code job 17}. Classes are told by their numbers; there are
   * no probabilities where numbers are predicted.
   */
  public record Row(
      String name, double actual, double predicted, double baseline, List<Double> probabilities) {
    public Row {
      Objects.requireNonNull(name, "name");
      probabilities = List.copyOf(probabilities);
      if (!Double.isFinite(actual) || !Double.isFinite(predicted) || !Double.isFinite(baseline)) {
        throw new IllegalArgumentException(
            "expected finite numbers: %s, %s, %s".formatted(actual, predicted, baseline));
      }
    }

    public Row(String name, double actual, double predicted, double baseline) {
      this(name, actual, predicted, baseline, List.of());
    }
  }

  public double[] actual() {
    return rows.stream().mapToDouble(Row::actual).toArray();
  }

  public double[] predicted() {
    return rows.stream().mapToDouble(Row::predicted).toArray();
  }

  public double[] baseline() {
    return rows.stream().mapToDouble(Row::baseline).toArray();
  }
}
