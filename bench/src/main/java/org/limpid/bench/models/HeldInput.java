package org.limpid.bench.models;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Holds a training set that was made without any copies, and fits it or not.
 *
 * <p>Arguments: {@code hold} or {@code fit}, rows, columns, threads.
 */
final class HeldInput {
  static final String HOLD = "hold";
  static final String FIT = "fit";

  /** Few rounds, since memory does not depend on their number; all stages take part. */
  private static final Map<String, String> SHORT =
      Map.of(
          "outer_bags", "4",
          "interactions", "10",
          "smoothing_rounds", "4",
          "interaction_smoothing_rounds", "4",
          "max_rounds", "8");

  private HeldInput() {}

  public static void main(String[] arguments) {
    int rowCount = Integer.parseInt(arguments[1]);
    TrainingSet input = input(rowCount, Integer.parseInt(arguments[2]));
    if (arguments[0].equals(FIT)) {
      EbmTrainer trainer =
          new EbmTrainer(EbmParameters.regression().with(SHORT), Integer.parseInt(arguments[3]));
      System.out.println("terms=" + trainer.train(input).terms().size());
    }
    Reference.reachabilityFence(input);
  }

  private static TrainingSet input(int rowCount, int columnCount) {
    List<NumericColumn> columns = new ArrayList<>();
    for (int j = 0; j < columnCount; j++) {
      SplittableRandom random = new SplittableRandom(j);
      columns.add(NumericColumn.generate("x" + j, rowCount, row -> random.nextDouble()));
    }
    double[] targets = new double[rowCount];
    for (int row = 0; row < rowCount; row++) {
      for (NumericColumn column : columns) {
        targets[row] += Math.sin(6 * column.value(row));
      }
    }
    return TrainingSet.of(Table.of("generated", 0, columns), new Target.Numbers("y", targets));
  }
}
