package org.limpid.experiment.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * What learners are compared on.
 *
 * @param model which of the three models
 * @param variant target and set of features
 * @param leaks whether features give the answer away
 * @param data all rows
 * @param folds which rows are learnt from and which are predicted; every learner gets the same
 * @param outcome from what a learner predicts to what is compared with {@code truth}, e.g. back
 *     from a logarithm; for classes the argument is the number of the likeliest
 * @param truth what came, one number per row of {@code data}
 * @param loss what the boosting machine minimises, and other learners that can
 * @param ebm the boosting machine as this model sets it up
 */
public record Contest(
    ComparedModel model,
    String variant,
    boolean leaks,
    TrainingSet data,
    List<Fold> folds,
    DoubleUnaryOperator outcome,
    double[] truth,
    TrainerCatalog.Loss loss,
    Trainer<?> ebm) {
  public Contest {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(ebm, "ebm");
    folds = List.copyOf(folds);
    if (truth.length != data.rowCount()) {
      throw new IllegalArgumentException(
          "expected %d outcomes, found %d".formatted(data.rowCount(), truth.length));
    }
  }

  /**
   * One fit and what it predicts.
   *
   * @param trainingRows rows that are learnt from
   * @param testRows rows that are predicted
   */
  public record Fold(int[] trainingRows, int[] testRows) {}

  /** The table without columns that are the same, or missing, in all training rows. */
  static Table varying(Table table, int[] trainingRows) {
    return table.select(
        table.columns().stream()
            .filter(column -> varies((NumericColumn) column, trainingRows))
            .map(Column::name)
            .toList());
  }

  private static boolean varies(NumericColumn column, int[] rows) {
    return IntStream.of(rows)
        .anyMatch(row -> Double.compare(column.value(row), column.value(rows[0])) != 0);
  }

  /** What came in the rows that are predicted, fold by fold. */
  double[] testTruth() {
    return folds.stream()
        .flatMapToInt(fold -> Arrays.stream(fold.testRows()))
        .mapToDouble(row -> truth[row])
        .toArray();
  }

  /** Rows that are predicted over all folds. */
  int testRowCount() {
    return folds.stream().mapToInt(fold -> fold.testRows().length).sum();
  }
}
