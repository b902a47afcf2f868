package org.limpid.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainerCatalog.Loss;
import org.limpid.interpret.model.TrainerCatalog.Offer;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

final class BaselineCatalogTest {
  private static List<Offer> offers(Loss loss) {
    return new BaselineCatalog().offers(new Task.Regression(), loss);
  }

  private static Offer named(String name, Loss loss) {
    return offers(loss).stream()
        .filter(offer -> offer.trainer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void programsFindTheCatalogOnTheClassPath() {
    List<TrainerCatalog> found =
        ServiceLoader.load(TrainerCatalog.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, found.size());
    assertEquals(BaselineCatalog.class, found.getFirst().getClass());
  }

  @Test
  void everyMethodIsOfferedForNumbers() {
    List<String> names = Baselines.all().stream().map(method -> method.name()).toList();
    for (Loss loss : Loss.values()) {
      assertEquals(names, offers(loss).stream().map(offer -> offer.trainer().name()).toList());
    }
  }

  @Test
  void methodsWithoutAWayForGapsSaySo() {
    assertTrue(named("lightgbm", Loss.SQUARED_ERROR).takesMissingValues());
    assertFalse(named("random-forest", Loss.SQUARED_ERROR).takesMissingValues());
  }

  @Test
  void aSingleTreeIsReadable() {
    assertEquals(
        List.of("cart"),
        offers(Loss.SQUARED_ERROR).stream()
            .filter(Offer::readable)
            .map(offer -> offer.trainer().name())
            .toList());
  }

  /**
   * Of each value of x, three rows of five say 0 and two say 10: the mean is 4, the median 0. Who
   * minimises the absolute error predicts the median.
   */
  @ParameterizedTest
  @ValueSource(strings = {"gradient-boosting", "additive-boosting", "lightgbm"})
  void theLossDecidesBetweenMeanAndMedian(String name) {
    int[] rows = IntStream.range(0, 500).toArray();
    double[] x = Arrays.stream(rows).mapToDouble(row -> row % 5).toArray();
    double[] y = Arrays.stream(rows).mapToDouble(row -> row / 5 % 5 < 3 ? 0 : 10).toArray();
    Table inputs = Table.of(NumericColumn.of("x", x));
    TrainingSet data = TrainingSet.of(inputs, new Target.Numbers("y", y));
    double mean = prediction(named(name, Loss.SQUARED_ERROR), data);
    double median = prediction(named(name, Loss.ABSOLUTE_ERROR), data);
    assertEquals(4, mean, .5);
    assertEquals(0, median, .5);
  }

  private static double prediction(Offer offer, TrainingSet data) {
    return offer.trainer().train(data).predict(data.inputs()).values()[2];
  }

  /** Thirty rows of two classes; with 20 rows in a leaf, as for numbers, no tree could split. */
  @Test
  void forestsLearnClassesFromFewRows() {
    int[] classes = IntStream.range(0, 30).map(row -> row / 15).toArray();
    double[] x = IntStream.range(0, 30).asDoubleStream().toArray();
    TrainingSet data =
        TrainingSet.of(
            Table.of(NumericColumn.of("x", x)),
            new Target.Classes("c", classes, List.of("a", "b")));
    Offer forest =
        new BaselineCatalog()
            .offers(data.target().task(), Loss.SQUARED_ERROR).stream()
                .filter(offer -> offer.trainer().name().equals("random-forest"))
                .findFirst()
                .orElseThrow();
    Predictions predictions = forest.trainer().train(data).predict(data.inputs());
    assertEquals(0, Predictions.mostProbable(predictions.outputs()[0]));
    assertEquals(1, Predictions.mostProbable(predictions.outputs()[29]));
  }

  /** Of 0 to 99 in either half, nine of ten numbers are below 90. */
  @Test
  void aQuantileIsLearnt() {
    int rows = 400;
    Table inputs = Table.of(NumericColumn.generate("half", rows, row -> row % 2));
    double[] numbers = IntStream.range(0, rows).mapToDouble(row -> row / 2 % 100).toArray();
    TrainingSet data = TrainingSet.of(inputs, new Target.Numbers("wait", numbers));
    var model =
        new BaselineCatalog()
            .trainer("lightgbm-quantile", Map.of("quantile", "0.9"))
            .orElseThrow()
            .train(data);
    assertEquals(90, model.predict(model.newRow().set("half", 1)), 3);
  }

  @Test
  void anUnknownMethodIsNotThere() {
    assertTrue(new BaselineCatalog().trainer("oracle", Map.of()).isEmpty());
  }
}
