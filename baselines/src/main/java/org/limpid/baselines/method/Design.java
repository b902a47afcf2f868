package org.limpid.baselines.method;

import java.util.Arrays;
import java.util.Optional;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;

/**
 * A training set as the numbers that a library sees: rows x {@link EncodedInputs#width()}, where
 * {@code NaN} is a missing value. The arrays are not copied; methods only read them.
 */
public record Design(
    EncodedInputs inputs, double[][] rows, Target target, Optional<double[]> weights) {
  static Design of(TrainingSet data, Encoding encoding) {
    EncodedInputs inputs = new EncodedInputs(FeatureFinder.features(data), encoding);
    RowReader reader = new RowReader(inputs.features(), data.inputs());
    Row row = new Row(inputs.features());
    double[][] rows = new double[data.rowCount()][];
    for (int i = 0; i < rows.length; i++) {
      reader.read(i, row);
      rows[i] = inputs.encode(row);
    }
    return new Design(inputs, rows, data.target(), data.weights());
  }

  public int rowCount() {
    return rows.length;
  }

  /** The weight of a row; 1 unless rows count differently. */
  public double weight(int row) {
    return weights.isPresent() ? weights.get()[row] : 1;
  }

  public int outputCount() {
    return target.task().outputCount();
  }

  public boolean isRegression() {
    return target.task() instanceof Task.Regression;
  }

  /** The number to be predicted in each row; of classes, their positions. */
  public double[] targetNumbers() {
    return switch (target) {
      case Target.Numbers numbers -> numbers.values();
      case Target.Classes classes -> Arrays.stream(classes.codes()).asDoubleStream().toArray();
    };
  }

  public double[] flat() {
    return flat(rows, inputs.width());
  }

  /** Rows of equal length one after the other. */
  public static double[] flat(double[][] rows, int width) {
    double[] flat = new double[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }
}
