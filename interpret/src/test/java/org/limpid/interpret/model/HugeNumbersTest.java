package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.lookup.LookupTrainer;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.tree.TreeTrainer;

/** Whatever finite numbers a table holds, it is refused with a reason or learnt from. */
final class HugeNumbersTest {
  private static final double[] ODD = {
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e300,
    -1e160,
    9e99,
    1e31,
    1e30,
    -1e29,
    1e-160,
    Double.MIN_VALUE,
    -0.0,
    1,
    -2,
    3,
    -999,
    9999
  };

  private static double[] column(SplittableRandom random, int size, boolean odd) {
    return IntStream.range(0, size)
        .mapToDouble(i -> odd || random.nextInt(8) == 0 ? ODD[random.nextInt(ODD.length)] : i % 7)
        .toArray();
  }

  private static Trainer<?> trainer(int number, String binning, String objective) {
    Map<String, String> quick =
        Map.of(
            "outer_bags",
            "2",
            "smoothing_rounds",
            "5",
            "max_rounds",
            "20",
            "binning",
            binning,
            "objective",
            objective);
    return switch (number) {
      case 0 -> new TreeTrainer(TreeTrainer.defaults());
      case 1 -> new LinearTrainer(LinearTrainer.defaults());
      case 2 -> new LookupTrainer(LookupTrainer.defaults());
      default -> new EbmTrainer(EbmParameters.regression().with(quick), 1);
    };
  }

  private static void learnAndEvaluate(SplittableRandom random, int round) {
    int size = random.nextInt(6, 40);
    Table table =
        Table.of(
            NumericColumn.of("x", column(random, size, round % 2 == 0)),
            NumericColumn.of("z", column(random, size, false)),
            NumericColumn.of("y", column(random, size, round % 5 == 0)));
    TrainingSet data = TrainingSet.regression(table, "y");
    List<String> binnings = List.of("quantile", "uniform", "rounded_quantile");
    List<String> objectives = List.of("rmse", "mae", "pseudo_huber:delta=1", "quantile:alpha=0.9");
    Trainer<?> trainer = trainer(round % 6, binnings.get(round % 3), objectives.get(round % 4));
    Model model = trainer.train(data);
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    Predictions predictions = model.predict(table);
    assertTrue(
        Arrays.stream(predictions.values()).allMatch(Double::isFinite),
        trainer.name() + " in round " + round);
    Evaluation.of(data.target(), predictions, weights);
  }

  @Test
  void nothingBreaks() {
    SplittableRandom random = new SplittableRandom(8);
    int learnt = 0;
    for (int round = 0; round < 300; round++) {
      try {
        learnAndEvaluate(random, round);
        learnt++;
      } catch (DataException _) {
        // Refused, with a reason.
      }
    }
    assertTrue(learnt > 20, "learnt " + learnt);
  }

  @Test
  void theCellIsNamed() {
    Table table =
        Table.of(
            "in.csv",
            2,
            List.of(NumericColumn.of("x", 1, 2, 3), NumericColumn.of("y", 1, 4e30, 2)));
    TrainingSet data = TrainingSet.regression(table, "y");
    for (int number = 0; number < 3; number++) {
      Trainer<?> trainer = trainer(number, "quantile", "rmse");
      DataException refused = assertThrows(DataException.class, () -> trainer.train(data));
      assertTrue(
          refused
              .getMessage()
              .startsWith("in.csv:3: y: expected a number of at most 1.0E30 in size"),
          refused.getMessage());
    }
  }
}
