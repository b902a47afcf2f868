package org.limpid.experiment.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

final class ConformalShiftTest {
  /** Ranks of nine: 0.5 x 10 = 5; 0.75 x 10 = 7.5, so 8; 0.95 x 10 = 9.5, so 10, at most 9. */
  @Test
  void theShiftIsAnOrderStatistic() {
    double[] residuals = {9, 1, 8, 2, 7, 3, 6, 4, 5};
    assertEquals(5, ConformalShift.of(residuals, 0.5));
    assertEquals(8, ConformalShift.of(residuals, 0.75));
    assertEquals(9, ConformalShift.of(residuals, 0.95));
    assertEquals(9, residuals[0]);
    assertEquals(-2, ConformalShift.of(new double[] {-2}, 0.1));
  }

  /**
   * Of 4,000 draws from the distribution of 400 residuals, about the share lies below: within three
   * standard errors of a quantile of 400, each sqrt(0.8 x 0.2 / 400) = 0.02.
   */
  @Test
  void theShareHoldsOnOtherData() {
    Random random = new Random(7);
    double shift = ConformalShift.of(random.doubles(400).toArray(), 0.8);
    double below = random.doubles(4000).filter(residual -> residual <= shift).count() / 4000.0;
    assertEquals(0.8, below, 0.06);
  }

  @Test
  void aShiftedModelPredictsThatMuchMoreAndSaysSo() {
    double[] numbers = new Random(3).doubles(60).toArray();
    Table table = Table.of(NumericColumn.of("x", numbers));
    double[] targets = Arrays.stream(numbers).map(x -> 3 * x).toArray();
    EbmModel model =
        new EbmTrainer(EbmParameters.regression().with(EbmParameter.OUTER_BAGS, 2), 1)
            .train(TrainingSet.of(table, new Target.Numbers("y", targets)));
    EbmModel shifted = ConformalShift.shifted(model, 1.25);
    double[] before = new double[1];
    double[] after = new double[1];
    for (double x : List.of(0.1, 0.5, 0.9)) {
      model.predict(model.newRow().set("x", x), before);
      shifted.predict(shifted.newRow().set("x", x), after);
      assertEquals(before[0] + 1.25, after[0], 1e-12);
    }
    assertTrue(shifted.provenance().edits().getLast().startsWith("added 1.2500 h"));
  }
}
