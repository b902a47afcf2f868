package org.limpid.baselines.method;

import org.limpid.baselines.method.Method.Ability;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainedModel;
import org.limpid.interpret.model.TrainerCatalog.Sized;
import org.limpid.interpret.table.Table;

/**
 * A model of another library. Lives in memory only: where it is to be kept, its provenance says how
 * to train it again. Predicting allocates; many rows at once are faster than one by one.
 */
public final class BaselineModel extends TrainedModel implements Sized {
  private final EncodedInputs inputs;
  private final Scorer scorer;
  private final Method method;

  BaselineModel(
      Task task, EncodedInputs inputs, Scorer scorer, Method method, Provenance provenance) {
    super(task, inputs.features(), provenance);
    this.inputs = inputs;
    this.scorer = scorer;
    this.method = method;
  }

  @Override
  public long byteCount() {
    return scorer.byteCount();
  }

  /**
   * {@inheritDoc} Throws a {@code DataException} if a value is missing and the method takes none.
   */
  @Override
  public void predict(Row row, double[] outputs) {
    double[] predicted = scorer.score(new double[][] {encode(row)})[0];
    System.arraycopy(predicted, 0, outputs, 0, predicted.length);
  }

  /**
   * {@inheritDoc} Throws a {@code DataException} also if a value is missing and the method takes
   * none.
   */
  @Override
  public Predictions predict(Table table) {
    RowReader reader = new RowReader(features(), table);
    Row row = newRow();
    double[][] rows = new double[table.rowCount()][];
    for (int i = 0; i < rows.length; i++) {
      reader.read(i, row);
      rows[i] = encode(row);
    }
    return new Predictions(task(), rows.length == 0 ? new double[0][] : scorer.score(rows));
  }

  private double[] encode(Row row) {
    if (!method.can(Ability.MISSING_VALUES)) {
      checkGaps(row);
    }
    return inputs.encode(row);
  }

  private void checkGaps(Row row) {
    for (int i = 0; i < features().size(); i++) {
      if (Double.isNaN(row.encoded(i))) {
        throw new DataException(
            Problem.ofColumn(
                "row",
                features().get(i).name(),
                method.name() + " takes no missing values",
                "Maybe fill the gaps first, or use a method that takes them."));
      }
    }
  }
}
