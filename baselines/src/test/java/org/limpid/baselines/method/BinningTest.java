package org.limpid.baselines.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.baselines.Baselines;
import org.limpid.baselines.method.EncodedInputs.Encoding;
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
        new EncodedInputs(List.of(new Feature.Numeric("x")), Encoding.INDICATORS),
        rows,
        new Target.Numbers("y", column),
        Optional.empty());
  }

  private static double[] row(double value) {
    return new double[] {value};
  }

  private static double bin(Binning binning, double value) {
    return binning.apply(new double[][] {{value}})[0][0];
  }

  /** Eight values in bins of two rows each: 1 2 | 3 4 | 5 6 | 7 8. */
  @Test
  void valuesBecomeTheNumbersOfTheirBins() {
    Binning binning = Binning.of(design(8, 1, 7, 2, 6, 3, 5, 4), 4);
    assertEquals(-32768, bin(binning, 2));
    assertEquals(-32767, bin(binning, 3));
    assertEquals(-32766, bin(binning, 6.9));
    assertEquals(-32765, bin(binning, 100));
    assertEquals(-32768, bin(binning, -100));
    assertEquals(Double.NaN, bin(binning, Double.NaN));
  }

  @Test
  void fewValuesHaveABinEach() {
    Binning binning = Binning.of(design(1, 2, 1, 2, 1, 2), 2);
    assertArrayEquals(
        new double[][] {{-32768}, {-32768}, {-32767}},
        binning.apply(new double[][] {{1}, {1.7}, {2}}));
  }

  @Test
  void categoriesStayAsTheyAre() {
    Feature colour = new Feature.Nominal("colour", List.of("red", "green"));
    Design design =
        new Design(
            new EncodedInputs(List.of(colour), Encoding.CODES),
            new double[][] {{1}, {0}},
            new Target.Numbers("y", new double[] {1, 2}),
            Optional.empty());
    assertArrayEquals(
        new double[][] {{1}, {-1}}, Binning.of(design, 4).apply(new double[][] {{1}, {-1}}));
  }

  /** y is 1 from x = 60 on; bins of 25 rows begin at 0, 25, 50 and 75, so 60 .. 74 count as 50. */
  @Test
  void treesLearnAndPredictFromBins() {
    double[] predicted = predictedFromFourBins("cart");
    assertEquals(0, predicted[49], 1e-6);
    assertEquals(.6, predicted[50], 1e-6);
    assertEquals(.6, predicted[74], 1e-6);
    assertEquals(1, predicted[75], 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradient-boosting", "additive-boosting", "random-forest"})
  void sumsOfTreesDoSo(String method) {
    double[] predicted = predictedFromFourBins(method);
    assertTrue(predicted[49] < predicted[50]);
    assertEquals(predicted[50], predicted[74]);
    assertTrue(predicted[74] < predicted[75]);
  }

  private static double[] predictedFromFourBins(String method) {
    double[] x = IntStream.range(0, 100).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : 1).toArray();
    Table inputs = Table.of(NumericColumn.of("x", x));
    Model model =
        Baselines.named(method)
            .trainer(Map.of("max_bins", "4"))
            .train(TrainingSet.of(inputs, new Target.Numbers("y", y)));
    return model.predict(inputs).values();
  }
}
