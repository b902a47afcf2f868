package org.limpid.baselines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.baselines.method.BaselineModel;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** What every method must do; the loop over all of them is the point of the module. */
final class BaselinesTest {
  private static final Table TRAINING = GeneratedData.table(600, 1);
  private static final Table OTHER = GeneratedData.table(300, 2);

  /** A model per method and target, which the tests that only ask models share. */
  private static final Map<String, BaselineModel> TRAINED = new ConcurrentHashMap<>();

  static Stream<Method> methods() {
    return Baselines.all().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void numbersArePredictedFarBetterThanByTheirMean(Method method) {
    BaselineModel model = trained(method, GeneratedData.NUMBER);
    double[] truth = numbers(GeneratedData.set(OTHER, GeneratedData.NUMBER));
    double explained = 1 - squares(truth, model.predict(OTHER).values()) / squaresOfMean(truth);
    assertTrue(explained > .8, () -> method.name() + " explains " + explained);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void twoClassesArePredictedFarBetterThanByTheMajority(Method method) {
    assertTrue(hits(method, GeneratedData.BINARY) > .85, method.name());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void threeClassesArePredictedFarBetterThanByTheMajority(Method method) {
    assertTrue(hits(method, GeneratedData.THREE) > .75, method.name());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void oneSeedGivesOneModel(Method method) {
    for (String target : List.of(GeneratedData.NUMBER, GeneratedData.THREE)) {
      double[][] first = trained(method, target).predict(OTHER).outputs();
      double[][] second = train(method, target).predict(OTHER).outputs();
      assertTrue(Arrays.deepEquals(first, second), method.name() + " differs for " + target);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void moreRowsMakeNoSmallerModels(Method method) {
    TrainingSet large = GeneratedData.set(TRAINING, GeneratedData.NUMBER);
    TrainingSet small = large.rows(IntStream.range(0, 40).toArray());
    long few = quick(method).train(small).byteCount();
    long many = trained(method, GeneratedData.NUMBER).byteCount();
    assertTrue(few > 0 && many >= few, () -> method.name() + " " + few + " " + many);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void singleRowsAreWhatTheBatchSays(Method method) {
    BaselineModel model = trained(method, GeneratedData.THREE);
    Row row =
        model
            .newRow()
            .set("x", ((NumericColumn) OTHER.column("x")).value(7))
            .set("z z", ((NumericColumn) OTHER.column("z z")).value(7))
            .set("colour", OTHER.column("colour").text(7));
    double[] outputs = new double[3];
    model.predict(row, outputs);
    assertArrayEquals(model.predict(OTHER).outputs()[7], outputs);
    assertEquals(1, Arrays.stream(outputs).sum(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void gapsAreLearntFromOrRefused(Method method) {
    TrainingSet gaps = GeneratedData.set(GeneratedData.withGaps(TRAINING), GeneratedData.NUMBER);
    if (method.can(Ability.MISSING_VALUES)) {
      double[] truth = numbers(GeneratedData.set(OTHER, GeneratedData.NUMBER));
      double[] predicted =
          quick(method).train(gaps).predict(GeneratedData.withGaps(OTHER)).values();
      assertTrue(squares(truth, predicted) < .5 * squaresOfMean(truth), method.name());
    } else {
      DataException refused = assertThrows(DataException.class, () -> quick(method).train(gaps));
      assertEquals(2, refused.count());
      assertEquals(
          "table, row 0: x: %s takes no missing values. ".formatted(method.name())
              + "Maybe fill the gaps first, or use a method that takes them.",
          refused.problems().getFirst().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void gapsInAPredictionAreTakenOrRefused(Method method) {
    BaselineModel model = trained(method, GeneratedData.NUMBER);
    Row row = model.newRow().set("z z", 0).set("colour", "red");
    if (method.can(Ability.MISSING_VALUES)) {
      assertTrue(Double.isFinite(model.predict(row)));
    } else {
      String message = assertThrows(DataException.class, () -> model.predict(row)).getMessage();
      assertTrue(message.startsWith("row: x: " + method.name() + " takes no"), message);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void categoriesThatTrainingDidNotSeeAreTaken(Method method) {
    BaselineModel model = trained(method, GeneratedData.NUMBER);
    double predicted =
        model.predict(model.newRow().set("x", 1).set("z z", 0).set("colour", "violet"));
    assertTrue(predicted > -2 && predicted < 4, method.name() + " predicts " + predicted);
  }

  /** Half of the rows say 0, half 10, and those that say 10 weigh nine times as much: mean 9. */
  @ParameterizedTest
  @MethodSource("methods")
  void weightsAreUsedOrRefused(Method method) {
    int rows = 400;
    double[] targets = IntStream.range(0, rows).mapToDouble(i -> i % 2 * 10).toArray();
    double[] weights = IntStream.range(0, rows).mapToDouble(i -> 1 + i % 2 * 8).toArray();
    double[] inputs = IntStream.range(0, rows).mapToDouble(i -> (i / 2) % 5).toArray();
    TrainingSet data =
        TrainingSet.of(Table.of(NumericColumn.of("x", inputs)), new Target.Numbers("y", targets))
            .withWeights(weights);
    if (method.can(Ability.WEIGHTS)) {
      BaselineModel model = method.trainer().train(data);
      assertEquals(9, model.predict(model.newRow().set("x", 2)), .7, method.name());
    } else {
      assertTrue(
          assertThrows(DataException.class, () -> method.trainer().train(data))
              .getMessage()
              .contains("cannot weigh rows"));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theClassesOfTheTargetStayWhereOneHasNoRows(Method method) {
    TrainingSet all = GeneratedData.set(TRAINING, GeneratedData.THREE);
    Target.Classes classes = (Target.Classes) all.target();
    int middle = classes.classes().indexOf("middle");
    int[] rows =
        IntStream.range(0, all.rowCount()).filter(i -> classes.codes()[i] != middle).toArray();
    Predictions predictions = quick(method).train(all.rows(rows)).predict(OTHER);
    assertEquals(3, predictions.outputs()[0].length);
    double highest = Arrays.stream(predictions.probabilities(middle)).max().orElseThrow();
    assertTrue(highest < .05, () -> method.name() + " gives it " + highest);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void numbersMayBeNames(Method method) {
    int rows = 300;
    double[] code = IntStream.range(0, rows).mapToDouble(i -> i % 3).toArray();
    double[] y = Arrays.stream(code).map(c -> c == 1 ? 5 : 0).toArray();
    TrainingSet data =
        TrainingSet.of(Table.of(NumericColumn.of("code", code)), new Target.Numbers("y", y))
            .withNominal(Set.of("code"));
    BaselineModel model = method.trainer().train(data);
    assertEquals(5, model.predict(model.newRow().set("code", "1")), 1, method.name());
    assertEquals(0, model.predict(model.newRow().set("code", "2")), 1, method.name());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void provenanceSaysHowToTrainItAgain(Method method) {
    BaselineModel model = trained(method, GeneratedData.NUMBER);
    assertEquals(600, model.provenance().rowCount());
    assertEquals(GeneratedData.NUMBER, model.provenance().target());
    assertEquals(64, model.provenance().dataHash().length());
    assertEquals(
        method.parameters().stream().map(parameter -> parameter.name()).toList(),
        List.copyOf(model.provenance().parameters().keySet()));
    assertTrue(model.provenance().trainer().matches("[A-Z].* \\d.* " + method.name()));
    assertEquals(42, model.provenance().seed());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anInterruptedTrainingEnds(Method method) {
    TrainingSet data = GeneratedData.set(TRAINING, GeneratedData.NUMBER);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> quick(method).train(data));
    assertFalse(Thread.interrupted());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void uselessDataIsRefusedWithAllProblems(Method method) {
    TrainingSet nothing = GeneratedData.set(TRAINING, GeneratedData.NUMBER).rows();
    assertThrows(DataException.class, () -> method.trainer().train(nothing));
    TrainingSet all = GeneratedData.set(TRAINING, GeneratedData.BINARY);
    int[] codes = ((Target.Classes) all.target()).codes();
    int[] first = IntStream.range(0, codes.length).filter(i -> codes[i] == 0).toArray();
    assertTrue(
        assertThrows(DataException.class, () -> method.trainer().train(all.rows(first)))
            .getMessage()
            .contains("expected rows of two or more classes"));
    Table infinite =
        Table.of(NumericColumn.of("x", 1, Double.POSITIVE_INFINITY), NumericColumn.of("y", 1, 2));
    assertThrows(
        DataException.class, () -> method.trainer().train(TrainingSet.regression(infinite, "y")));
  }

  @Test
  void aColumnOfTextsWithoutAnyTextIsRefused() {
    Table table = Table.of(TextColumn.of("t", null, null), NumericColumn.of("y", 1, 2));
    Method method = Baselines.named("lightgbm");
    assertTrue(
        assertThrows(
                DataException.class,
                () -> method.trainer().train(TrainingSet.regression(table, "y")))
            .getMessage()
            .contains("t: expected values, found only missing ones"));
  }

  @Test
  void namesAndParametersAreGuessedAtWhenMisspelt() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Baselines.named("randomforest"))
            .getMessage()
            .endsWith("Maybe 'random-forest' was meant."));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Baselines.named("lightgbm")
                        .trainer(Map.of("tree", "10", "max_leaves", "1", "objective", "mse")))
            .getMessage();
    assertTrue(message.contains("there is no parameter 'tree'. Maybe 'trees' was meant."));
    assertTrue(message.contains("max_leaves: expected a whole number from 2 to 131072, found '1'"));
    assertTrue(message.contains("objective: expected one of regression, regression_l1, "));
  }

  private static BaselineModel trained(Method method, String target) {
    return TRAINED.computeIfAbsent(method.name() + target, _ -> train(method, target));
  }

  private static BaselineModel train(Method method, String target) {
    return quick(method).train(GeneratedData.set(TRAINING, target));
  }

  /** Fewer trees than the default where that takes long. */
  private static org.limpid.baselines.method.BaselineTrainer quick(Method method) {
    return switch (method.name()) {
      case "random-forest" -> method.trainer(Map.of("trees", "60", "features_per_split", "2"));
      case "gradient-boosting", "additive-boosting" ->
          method.trainer(Map.of("trees", "300", "learning_rate", "0.1"));
      case "mlp" -> method.trainer(Map.of("learning_rate", "0.005"));
      default -> method.trainer();
    };
  }

  private static double hits(Method method, String target) {
    Predictions predictions = trained(method, target).predict(OTHER);
    int[] codes = ((Target.Classes) GeneratedData.set(OTHER, target).target()).codes();
    return IntStream.range(0, codes.length)
            .filter(i -> Predictions.mostProbable(predictions.outputs()[i]) == codes[i])
            .count()
        / (double) codes.length;
  }

  private static double[] numbers(TrainingSet data) {
    return ((Target.Numbers) data.target()).values();
  }

  private static double squares(double[] truth, double[] predicted) {
    return IntStream.range(0, truth.length)
        .mapToDouble(i -> (truth[i] - predicted[i]) * (truth[i] - predicted[i]))
        .sum();
  }

  private static double squaresOfMean(double[] truth) {
    double[] mean = new double[truth.length];
    Arrays.fill(mean, Arrays.stream(truth).average().orElseThrow());
    return squares(truth, mean);
  }
}
