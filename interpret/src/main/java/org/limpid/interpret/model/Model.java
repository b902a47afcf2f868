package org.limpid.interpret.model;

import java.util.List;
import java.util.Optional;
import org.limpid.interpret.table.Table;

/** A trained model. Immutable and safe for several threads. */
public interface Model {
  /** What it predicts. */
  Task task();

  /** What it predicts from, in the order of {@link #newRow()}. */
  List<Feature> features();

  /** Where it comes from. */
  Provenance provenance();

  /**
   * Predicts a number, or the probability of each class, for one row made by {@link #newRow()}.
   * Allocates nothing in the models of this project.
   */
  void predict(Row row, double[] outputs);

  /**
   * The column that is added to the sum of scores as it is, such as the score of a former model, if
   * there is one: one of the {@link #features()}, which may not be missing.
   */
  default Optional<String> offset() {
    return Optional.empty();
  }

  /** One name per output: the classes, or the target. */
  default List<String> outputNames() {
    return switch (task()) {
      case Task.Regression _ -> List.of(provenance().target());
      case Task.Classification classification -> classification.classes();
    };
  }

  /** A row to fill and to predict for. */
  default Row newRow() {
    return new Row(features());
  }

  /** The predicted number, or for a classification the probability of the last class. */
  default double predict(Row row) {
    double[] outputs = new double[task().outputCount()];
    predict(row, outputs);
    return outputs[outputs.length - 1];
  }

  /**
   * Predicts for all rows of a table. Throws a {@code DataException} if the table lacks a feature,
   * holds texts for a number, or has gaps in the {@link #offset()}.
   */
  default Predictions predict(Table table) {
    RowReader reader = new RowReader(this, table);
    Row row = newRow();
    double[][] outputs = new double[table.rowCount()][task().outputCount()];
    for (int i = 0; i < outputs.length; i++) {
      reader.read(i, row);
      predict(row, outputs[i]);
    }
    return new Predictions(task(), outputs);
  }
}
