package org.limpid.interpret.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.lookup.LookupTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.testing.GlassBoxData;
import org.limpid.interpret.tree.TreeTrainer;

final class EvaluationTest {
  private static final Table SHAPES = Table.of(TextColumn.of("k", "a", "a", "b", "b"));
  private static final TrainingSet NUMBERS =
      TrainingSet.of(SHAPES, new Target.Numbers("y", new double[] {1, 3, 6, 8}));

  /** Means 2 and 7, so that every error is 1; variance of 1 3 6 8 is 29 / 4, so R2 = 1 - 4 / 29. */
  @Test
  void numbersAreEvaluatedByName() {
    Evaluation evaluation = Evaluation.of(new LookupTrainer().train(NUMBERS), NUMBERS);
    assertEquals(4, evaluation.rowCount());
    assertEquals(
        List.of("mae", "rmse", "r2", "spearman"), List.copyOf(evaluation.toMap().keySet()));
    assertEquals(1, evaluation.value(Metric.MAE));
    assertEquals(1, evaluation.value(Metric.RMSE));
    assertEquals(1 - 4 / 29.0, evaluation.value(Metric.R2), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> evaluation.value(Metric.AUC));
  }

  /** The model knows yes and no in one order, the data in the other. */
  @Test
  void classesAreMatchedByName() {
    LookupModel model = new LookupTrainer().train(classes(List.of("no", "yes"), 0, 0, 1, 1));
    Evaluation evaluation = Evaluation.of(model, classes(List.of("yes", "no"), 1, 1, 0, 0));
    assertEquals(
        List.of("accuracy", "log_loss", "auc", "calibration_error"),
        List.copyOf(evaluation.toMap().keySet()));
    assertEquals(1, evaluation.value(Metric.ACCURACY));
    assertEquals(1, evaluation.value(Metric.AUC));
    assertEquals(0, evaluation.value(Metric.CALIBRATION_ERROR));
  }

  @Test
  void otherTasksAndClassesAreRefused() {
    LookupModel ofNumbers = new LookupTrainer().train(NUMBERS);
    TrainingSet classes = classes(List.of("no", "yes"), 0, 0, 1, 1);
    LookupModel ofClasses = new LookupTrainer().train(classes);
    assertThrows(DataException.class, () -> Evaluation.of(ofNumbers, classes));
    assertThrows(DataException.class, () -> Evaluation.of(ofClasses, NUMBERS));
    DataException thrown =
        assertThrows(
            DataException.class,
            () -> Evaluation.of(ofClasses, classes(List.of("no", "maybe", "never"), 0, 1, 2, 0)));
    assertEquals(2, thrown.count());
    assertTrue(thrown.getMessage().contains("found 'maybe'"), thrown.getMessage());
  }

  private static TrainingSet classes(List<String> names, int... codes) {
    return TrainingSet.of(SHAPES, new Target.Classes("c", codes, names));
  }

  /**
   * Two folds of a and b each: tested on 1 and 6, the means are 3 and 8, errors 2 and 2; the other
   * way round the same.
   */
  @Test
  void crossValidationTestsOnTheOtherRows() {
    List<Split> splits =
        List.of(
            new Split(new int[] {1, 3}, new int[] {0, 2}),
            new Split(new int[] {0, 2}, new int[] {1, 3}));
    CrossValidation result = CrossValidation.run(new LookupTrainer(), NUMBERS, splits);
    assertEquals("lookup", result.trainer());
    assertEquals(2, result.folds().size());
    assertEquals(new CrossValidation.Spread(2, 0), result.spread(Metric.MAE));
    assertEquals(2, result.pooled().value(Metric.MAE));
    assertEquals(4, result.pooled().rowCount());
  }

  /**
   * make_pipeline(StandardScaler(), Ridge(1.0)) of scikit-learn 1.2.1 on each of the given folds:
   * root mean squared errors, their mean and numpy.std(ddof=1), and of all predictions together.
   */
  @Test
  void ridgeOnDiabetesIsThatOfScikitLearn() {
    Table table = GlassBoxData.shared("golden/models/diabetes.csv");
    TrainingSet data = TrainingSet.regression(table.without(Set.of("fold")), "target");
    CrossValidation result =
        CrossValidation.run(new LinearTrainer(), data, Splits.byColumn(table, "fold"));
    assertArrayEquals(
        new double[] {
          53.7774540653439,
          51.69290554286386,
          57.53026393475466,
          52.96624752062177,
          58.16839999683736
        },
        result.folds().stream().mapToDouble(fold -> fold.value(Metric.RMSE)).toArray(),
        1e-9);
    assertEquals(54.827054212084306, result.spread(Metric.RMSE).mean(), 1e-9);
    assertEquals(2.866142195959231, result.spread(Metric.RMSE).deviation(), 1e-9);
    assertEquals(54.87745201326457, result.pooled().value(Metric.RMSE), 1e-9);
    assertEquals(0.4921428001010205, result.pooled().value(Metric.R2), 1e-9);
  }

  /** A fold of one row has no R2; the spread is that of the other folds. */
  @Test
  void undefinedFoldsAreLeftOutOfTheMean() {
    Evaluation none = new Evaluation(1, Map.of(Metric.R2, Double.NaN));
    Evaluation some = new Evaluation(2, Map.of(Metric.R2, 0.5));
    CrossValidation one = new CrossValidation("tree", List.of(none, some), some);
    assertEquals(new CrossValidation.Spread(0.5, Double.NaN), one.spread(Metric.R2));
    CrossValidation nothing = new CrossValidation("tree", List.of(none), none);
    assertEquals(new CrossValidation.Spread(Double.NaN, Double.NaN), nothing.spread(Metric.R2));
  }

  /** Hears how many steps each phase announces and makes. */
  private static final class Counter implements TrainingMonitor {
    private final List<String> phases = new ArrayList<>();
    private long steps;

    @Override
    public void begin(String phase, long total) {
      phases.add(phase + " " + total);
    }

    @Override
    public void advance(long amount) {
      steps += amount;
    }
  }

  @Test
  void moreRowsGiveBetterModels() {
    double[][] uniform = GlassBoxData.uniform(1000, 4);
    double[] targets = new double[1000];
    Arrays.setAll(targets, row -> 3 * uniform[row][0] - uniform[row][1]);
    TrainingSet data =
        TrainingSet.of(GlassBoxData.table(uniform, 3), new Target.Numbers("y", targets));
    Counter counter = new Counter();
    int[] sizes = {10, 100, 600};
    LearningCurve curve =
        LearningCurve.run(new TreeTrainer(), data, Splits.kFold(data, 3, 1), sizes, 1, counter);
    assertEquals(List.of("learning curve 9"), counter.phases);
    assertEquals(9, counter.steps);
    double[] errors =
        curve.points().stream()
            .mapToDouble(point -> point.result().pooled().value(Metric.MAE))
            .toArray();
    assertTrue(errors[0] > errors[1] && errors[1] > errors[2], "errors should fall");
    assertArrayEquals(
        sizes, curve.points().stream().mapToInt(LearningCurve.Point::rowCount).toArray());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LearningCurve.run(
                new TreeTrainer(),
                data,
                Splits.kFold(data, 3, 1),
                new int[] {900},
                1,
                TrainingMonitor.SILENT));
  }

  /** 12 rows, 6 2 4 of the classes: the first half holds 3 1 2. */
  @Test
  void everyBeginningOfASampleHasEachClassInItsShare() {
    int[] codes = {0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2};
    Target target = new Target.Classes("c", codes, List.of("a", "b", "c"));
    int[] rows = IntStream.range(0, 12).toArray();
    for (long seed = 0; seed < 20; seed++) {
      int[] order = Shuffles.spread(target, rows, seed);
      int[] counts = new int[3];
      IntStream.of(order).limit(6).forEach(row -> counts[codes[row]]++);
      assertArrayEquals(new int[] {3, 1, 2}, counts);
      assertArrayEquals(rows, IntStream.of(order).sorted().toArray());
    }
  }

  @Test
  void everyMetricHasItsTask() {
    assertEquals(
        Metric.values().length,
        Metric.of(NUMBERS.target().task()).size()
            + Metric.of(classes(List.of("a", "b"), 0, 0, 1, 1).target().task()).size());
  }
}
