package org.limpid.interpret.model;

/** A model that also says how far its predictions may be trusted. */
public interface UncertainModel extends Model {
  /**
   * Predicts for one row with the spread between the bags that the model was averaged from.
   *
   * @param outputs as in {@link #predict(Row, double[])}
   * @param deviations receives, for each output, the standard deviation (population formula) of the
   *     bags' own predictions, in the unit of the output
   */
  void predict(Row row, double[] outputs, double[] deviations);
}
