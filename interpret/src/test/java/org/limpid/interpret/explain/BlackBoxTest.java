package org.limpid.interpret.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.explain.PermutationImportance.PredictionScore;
import org.limpid.interpret.explain.PermutationImportance.Settings;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Partial dependence, individual curves and permutation importance. */
final class BlackBoxTest {
  private final Model model = GivenModels.wait10();
  private final Table table =
      Table.of(NumericColumn.of("hour", 0, 13), TextColumn.of("user", "a", "b"));

  /** A model that adds its first feature and twice its second one. */
  private record Adder(List<Feature> features) implements Model {
    static Adder of(String... names) {
      return new Adder(IntStream.range(0, names.length).mapToObj(i -> number(names[i])).toList());
    }

    private static Feature number(String name) {
      return new Feature.Numeric(name);
    }

    @Override
    public Task task() {
      return new Task.Regression();
    }

    @Override
    public Provenance provenance() {
      return GivenModels.PROVENANCE;
    }

    @Override
    public void predict(Row row, double[] outputs) {
      outputs[0] = row.encoded(row.position("a")) + 2 * row.encoded(row.position("b"));
    }
  }

  /**
   * At hour 0: user a 10 - 2 + 0.5 + 1 = 9.5, user b 10 - 2 - 0.5 - 1 = 6.5. At hour 13: user a 10
   * + 1 + 0.5 - 1 = 10.5, user b 13.5.
   */
  @Test
  void dependenceIsTheMeanOverAllRows() {
    PartialDependence dependence =
        PartialDependence.of(model, table, FeatureGrid.numbers("hour", 0, 13));
    assertEquals(List.of("wait"), dependence.outputs());
    assertEquals(
        List.of(
            new PartialDependence.Point(List.of("0"), List.of(new Measure(8, 1.5))),
            new PartialDependence.Point(List.of("13"), List.of(new Measure(12, 1.5)))),
        dependence.points());
    assertEquals(List.of(0.0, 13.0), dependence.axes().getFirst().numbers());
  }

  @Test
  void pairsHaveAGridOfTwoFeatures() {
    PartialDependence dependence =
        PartialDependence.of(
            model, table, FeatureGrid.numbers("hour", 0, 13), FeatureGrid.quantiles("user", 10));
    assertEquals(
        List.of(List.of("0", "a"), List.of("0", "b"), List.of("13", "a"), List.of("13", "b")),
        dependence.points().stream().map(PartialDependence.Point::values).toList());
    assertEquals(
        List.of(9.5, 6.5, 10.5, 13.5),
        dependence.points().stream().map(point -> point.outputs().getFirst().value()).toList());
    assertEquals(5, dependence.toString().lines().count());
  }

  /** Of 1, 2, 2, 3, 9 the smallest, the third and the largest. */
  @Test
  void quantilesAreValuesThatOccur() {
    Table numbers =
        Table.of(
            NumericColumn.of("a", 9, 2, 3, Double.NaN, 2, 1),
            NumericColumn.of("b", 0, 0, 0, 0, 0, 0));
    assertEquals(List.of("1", "2", "9"), labels(numbers, 3));
    assertEquals(List.of("1", "2", "3", "9"), labels(numbers, 100));
  }

  private static List<String> labels(Table table, int count) {
    FeatureGrid grid = FeatureGrid.quantiles("a", count);
    return PartialDependence.of(Adder.of("a", "b"), table, grid).axes().getFirst().labels();
  }

  @Test
  void gridsThatDoNotFitAreRefused() {
    assertProblem("Maybe 'hour' was meant", FeatureGrid.numbers("huor", 1));
    assertProblem("expected numbers", FeatureGrid.categories("hour", "1"));
    assertProblem("found 'c'", FeatureGrid.categories("user", "c"));
    Table empty = Table.of(NumericColumn.of("hour", Double.NaN), TextColumn.of("user", "a"));
    DataException failure =
        assertThrows(
            DataException.class,
            () -> PartialDependence.of(model, empty, FeatureGrid.quantiles("hour", 3)));
    assertTrue(failure.getMessage().contains("a number in one row at least"));
  }

  private void assertProblem(String expected, FeatureGrid grid) {
    DataException failure =
        assertThrows(DataException.class, () -> PartialDependence.of(model, table, grid));
    assertTrue(failure.getMessage().contains(expected), failure.getMessage());
  }

  @Test
  void curvesAreThePredictionsForSingleRows() {
    IndividualCurves curves =
        IndividualCurves.of(model, table, FeatureGrid.numbers("hour", 0, 13), 0, 1, 0);
    assertEquals(
        List.of(
            new IndividualCurves.Curve(1, List.of(6.5, 13.5)),
            new IndividualCurves.Curve(0, List.of(9.5, 10.5))),
        curves.curves());
    assertEquals(List.of(0.0, 7.0), curves.centred().curves().getFirst().predictions());
    assertEquals("hour row 1 row 0 0 6.5 9.5 13 13.5 10.5", words(curves.toString()));
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  @Test
  void rowsForCurvesAreSpreadOverTheTable() {
    assertArrayEquals(new int[] {0, 2, 5, 7}, IndividualCurves.spread(10, 4));
    assertArrayEquals(new int[] {0, 1, 2}, IndividualCurves.spread(3, 4));
  }

  private static double squaredError(Target actual, Predictions found) {
    double[] expected = ((Target.Numbers) actual).values();
    double[] values = found.values();
    return IntStream.range(0, values.length)
        .mapToDouble(i -> (values[i] - expected[i]) * (values[i] - expected[i]))
        .average()
        .orElseThrow();
  }

  private static PermutationImportance importance(
      Model model, PredictionScore score, PredictionScore.Better better) {
    double[] a = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    double[] b = IntStream.range(0, 100).mapToDouble(i -> (7 * i) % 100).toArray();
    double[] sum = IntStream.range(0, 100).mapToDouble(i -> a[i] + 2 * b[i]).toArray();
    Table table =
        Table.of(NumericColumn.of("a", a), NumericColumn.of("b", b), NumericColumn.of("c", a));
    return PermutationImportance.of(
        model, table, new Target.Numbers("sum", sum), new Settings(score, better, 20, 4));
  }

  /**
   * The mean squared difference of two independent draws from 0 to 99 is twice their variance (100
   * * 100 - 1) / 12, about 1,667; b counts twice, so four times that.
   */
  @Test
  void lossIsWhatDealingAFeatureAnewCosts() {
    PermutationImportance found =
        importance(
            Adder.of("a", "b", "c"), BlackBoxTest::squaredError, PredictionScore.Better.LOWER);
    assertEquals(0, found.baseline());
    assertEquals(new Measure(0, 0), found.features().get(2).loss());
    assertEquals(1667, found.features().get(0).loss().value(), 150);
    assertEquals(4 * 1667, found.features().get(1).loss().value(), 600);
    assertTrue(found.features().get(0).loss().deviation() > 0);
    assertEquals("b", found.byLoss().getFirst().feature());
    assertTrue(found.toString().startsWith("score 0\nfeature"), found.toString());
  }

  @Test
  void lossDependsNeitherOnTheOrderOfFeaturesNorOnTheSignOfTheScore() {
    PermutationImportance error =
        importance(
            Adder.of("a", "b", "c"), BlackBoxTest::squaredError, PredictionScore.Better.LOWER);
    PermutationImportance success =
        importance(
            Adder.of("c", "b", "a"),
            (actual, predicted) -> -squaredError(actual, predicted),
            PredictionScore.Better.HIGHER);
    assertEquals(error.features().get(0), success.features().get(2));
    assertEquals(error.features().get(1), success.features().get(1));
  }
}
