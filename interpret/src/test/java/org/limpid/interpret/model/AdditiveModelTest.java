package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** What the parts of a model add is the whole of what it says. */
final class AdditiveModelTest {
  private static double[] sums(AdditiveModel model, Row row) {
    double[] added = new double[model.partNames().size() * model.scoreCount()];
    model.contributions(row, added);
    double[] sums = model.intercept();
    for (int i = 0; i < added.length; i++) {
      sums[i % sums.length] += added[i];
    }
    return sums;
  }

  /** At 13 o'clock, user b: +1, -0.5 and, together, +3. */
  @Test
  void partsAreTheTermsOfAMachine() {
    EbmModel model = GivenModels.wait10();
    double[] added = new double[3];
    model.contributions(model.newRow().set("hour", 13).set("user", "b"), added);
    assertEquals(List.of("hour", "user", "hour & user"), model.partNames());
    assertArrayEquals(new double[] {1, -0.5, 3}, added);
  }

  @Test
  void partsSumToTheScoreBitForBit() {
    for (long seed = 0; seed < 60; seed++) {
      EbmModel model = RandomModels.of(seed);
      for (Row row : RandomModels.rows(model, seed)) {
        assertArrayEquals(RandomModels.scores(model, row), sums(model, row));
      }
    }
  }

  @Test
  void partsOfALinearModelSumToItsScores() {
    Table table =
        Table.of(
            NumericColumn.of("x", 1, 2, 3, 4, 5, 6),
            TextColumn.of("colour", "red", "blue", "red", null, "blue", "red"));
    Target numbers = new Target.Numbers("y", new double[] {2, 3, 5, 7, 11, 13});
    Target classes = new Target.Classes("c", new int[] {0, 1, 2, 0, 1, 2}, List.of("a", "b", "c"));
    for (Target target : List.of(numbers, classes)) {
      LinearModel model =
          new LinearTrainer(LinearTrainer.defaults().with("l2", "0.5"))
              .train(TrainingSet.of(table, target));
      RowReader reader = new RowReader(model.features(), table);
      Row row = model.newRow();
      double[] expected = new double[model.scoreCount()];
      for (int i = 0; i < table.rowCount(); i++) {
        reader.read(i, row);
        model.score(row, expected);
        assertArrayEquals(expected, sums(model, row));
      }
      assertEquals(target instanceof Target.Classes ? 3 : 1, model.scoreNames().size());
    }
  }
}
