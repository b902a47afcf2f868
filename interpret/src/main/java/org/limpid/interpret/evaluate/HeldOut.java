package org.limpid.interpret.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * What models that had not learnt from some rows predicted for them, beside what a baseline says
 * that had not learnt from them either. Only such predictions tell how good a model is.
 *
 * @param model name of the model that was judged
 * @param rows the rows, in their order
 */
public record HeldOut(String model, List<Row> rows) {
  public HeldOut {
    Objects.requireNonNull(model, "model");
    rows = List.copyOf(rows);
  }

  /**
   * A row that was held out. Classes are told by their numbers.
   *
   * @param name what it is: {@code job 17}
   * @param actual what was observed
   * @param predicted what was predicted
   * @param baseline what the baseline says
   * @param probabilities of the classes 0, 1, ...; none where numbers are predicted
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

    /** A row for which a number was predicted. */
    public Row(String name, double actual, double predicted, double baseline) {
      this(name, actual, predicted, baseline, List.of());
    }
  }

  /** What was observed in each row. */
  public double[] actual() {
    return rows.stream().mapToDouble(Row::actual).toArray();
  }

  /** What was predicted for each row. */
  public double[] predicted() {
    return rows.stream().mapToDouble(Row::predicted).toArray();
  }

  /** What the baseline says of each row. */
  public double[] baseline() {
    return rows.stream().mapToDouble(Row::baseline).toArray();
  }
}
