package org.limpid.baselines.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.baselines.Baselines;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Encoding;
import org.limpid.baselines.method.Inputs;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

final class BinningTest {
  private static Design design(double... column) {
    double[][] rows =
        IntStream.range(0, column.length).mapToObj(i -> row(column[i])).toArray(double[][]::new);
    return new Design(
        new Inputs(List.of(new Feature.Numeric("x")), Encoding.INDICATORS),
        rows,
        new Target.Numbers("y", column),
        Optional.empty());
  }

  private static double[] row(double value) {
    return new double[] {value};
  }

  private static double rounded(Binning binning, double value) {
    return binning.apply(new double[][] {{value}})[0][0];
  }

  /** Eight values in bins of two rows each: 1 2 | 3 4 | 5 6 | 7 8. */
  @Test
  void valuesBecomeTheFirstOfTheirBin() {
    Binning binning = Binning.of(design(8, 1, 7, 2, 6, 3, 5, 4), 4);
    assertEquals(1, rounded(binning, 2));
    assertEquals(3, rounded(binning, 3));
    assertEquals(5, rounded(binning, 6.9));
    assertEquals(7, rounded(binning, 100));
    assertEquals(1, rounded(binning, -100));
    assertEquals(Double.NaN, rounded(binning, Double.NaN));
  }

  @Test
  void columnsOfFewValuesStayAsTheyAre() {
    Binning binning = Binning.of(design(1, 2, 1, 2, 1, 2), 2);
    assertArrayEquals(new double[][] {{1.7}, {0}}, binning.apply(new double[][] {{1.7}, {0}}));
  }

  /** y is 1 from x = 60 on; bins of 25 rows begin at 0, 25, 50 and 75, so 60 .. 74 count as 50. */
  @Test
  void treesLearnAndPredictFromRoundedValues() {
    double[] x = IntStream.range(0, 100).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : 1).toArray();
    Table inputs = Table.of(NumericColumn.of("x", x));
    Model model =
        Baselines.named("cart")
            .trainer(Map.of("max_bins", "4"))
            .train(TrainingSet.of(inputs, new Target.Numbers("y", y)));
    double[] predicted = model.predict(inputs).values();
    assertEquals(0, predicted[49], 1e-6);
    assertEquals(.6, predicted[50], 1e-6);
    assertEquals(.6, predicted[74], 1e-6);
    assertEquals(1, predicted[75], 1e-6);
  }
}
