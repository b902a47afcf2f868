package org.limpid.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.tree.TreeTrainer;

final class ContestRunTest {
  private static final LinearTrainer LINEAR =
      new LinearTrainer(LinearTrainer.defaults().with(Map.of("l2", "0")));
  private static final Learner LINE = Learner.own("linear", false, LINEAR);

  /**
   * The training rows lie on y = 2 x + 1, so the line predicts 21 and 23 for x = 10 and 11. Truth
   * 22 and 22 after halving the prediction: errors |10.5 - 22| and |11.5 - 22|, mean 11.
   */
  @Test
  void errorsAreThoseOfTheTestRowsAfterTheWayBack() {
    Table table = Table.of(NumericColumn.of("x", 0, 1, 2, 3, 10, 11));
    Target target = new Target.Numbers("y", new double[] {1, 3, 5, 7, 0, 0});
    Contest contest =
        new Contest(
            ComparedModel.WORKLOAD,
            "",
            false,
            TrainingSet.of(table, target),
            List.of(new Contest.Fold(rows(0, 4), rows(4, 6))),
            value -> value / 2,
            new double[] {0, 0, 0, 0, 22, 22},
            TrainerCatalog.Loss.SQUARED_ERROR,
            LINEAR);
    LearnerResult result = result(contest, LINE);
    assertEquals(11, result.meanAbsoluteError(), 1e-9);
    assertEquals(2, result.testRows());
    assertTrue(Double.isNaN(result.accuracy()));
    assertTrue(result.byteCount() > 100);
  }

  /**
   * Classes b, a, b, a by x above 2: the tree learns it from either half and is right throughout.
   */
  @Test
  void foldsAreTakenTogetherAndClassesCounted() {
    Table table = Table.of(NumericColumn.of("x", 5, 1, 6, 2, 7, 0, 8, 1));
    Target target = new Target.Classes("c", new int[] {1, 0, 1, 0, 1, 0, 1, 0}, List.of("a", "b"));
    TreeTrainer tree = new TreeTrainer(TreeTrainer.defaults());
    Contest contest =
        new Contest(
            ComparedModel.PACKING,
            "",
            false,
            TrainingSet.of(table, target),
            List.of(
                new Contest.Fold(rows(0, 4), rows(4, 8)), new Contest.Fold(rows(4, 8), rows(0, 4))),
            value -> value,
            new double[] {1, 0, 1, 0, 1, 0, 1, 0},
            TrainerCatalog.Loss.SQUARED_ERROR,
            tree);
    LearnerResult result = result(contest, Learner.own("tree", false, tree));
    assertEquals(8, result.testRows());
    assertEquals(1, result.accuracy());
    assertEquals(0, result.meanAbsoluteError());
  }

  /**
   * Training rows hold 1, 3 and 8: median 3, also in the test row's gap, whose 99 does not count.
   */
  @Test
  void gapsTakeTheMedianOfTheTrainingRows() {
    NumericColumn gappy = NumericColumn.of("x", 1, Double.NaN, 8, 3, 99, Double.NaN);
    NumericColumn full = NumericColumn.of("z", 1, 2, 3, 4, 5, 6);
    TrainingSet data =
        TrainingSet.of(Table.of(gappy, full), new Target.Numbers("y", new double[6]));
    TrainingSet filled = new GapFilling(data.inputs(), rows(0, 4)).fill(data);
    NumericColumn column = (NumericColumn) filled.inputs().column("x");
    assertArrayEquals(new double[] {1, 3, 8, 3, 99, 3}, column.toArray());
    assertEquals(List.of("x", "z"), filled.inputs().names());
  }

  @Test
  void withoutBlackBoxesOnTheClassPathTheReadableModelsTakePart() {
    List<Learner> learners =
        Learner.all(LINEAR, new Task.Regression(), TrainerCatalog.Loss.ABSOLUTE_ERROR);
    assertEquals(List.of("ebm", "tree", "linear"), learners.stream().map(Learner::name).toList());
    assertTrue(learners.stream().allMatch(Learner::readable));
  }

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static LearnerResult result(Contest contest, Learner learner) {
    return LearnerResult.of(
        contest, learner.name(), learner.readable(), ContestRun.outcome(contest, learner));
  }
}
