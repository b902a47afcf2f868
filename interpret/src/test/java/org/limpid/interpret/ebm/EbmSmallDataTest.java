package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.ebm.EbmSets.quickClassification;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Tables with fewer rows than bags, leaves or validation rows would need. */
class EbmSmallDataTest {
  private static final String NOTHING = "No term has learnt anything";

  private final List<String> notices = new ArrayList<>();

  private EbmModel trained(TrainingSet data, EbmParameters parameters) {
    TrainingMonitor monitor =
        new TrainingMonitor() {
          @Override
          public void begin(String phase, long total) {}

          @Override
          public void advance(long amount) {}

          @Override
          public void notice(String sentence) {
            notices.add(sentence);
          }
        };
    EbmModel model = new EbmTrainer(parameters, 2).train(data, monitor);
    double[] outputs = new double[model.task().outputCount()];
    for (double x = -1; x < 40; x++) {
      model.predict(model.newRow().set("x", x), outputs);
      assertTrue(Arrays.stream(outputs).allMatch(Double::isFinite), Arrays.toString(outputs));
    }
    return model;
  }

  private static Table counted(int rows) {
    return Table.of(NumericColumn.generate("x", rows, row -> row));
  }

  @ParameterizedTest
  @CsvSource({"5, 6, 5", "9, 14, 9", "3, 3, 3", "8, 7, 7", "2, 14, 2"})
  void noMoreBagsThanRows(int rows, int wanted, int expected) {
    EbmParameters parameters = quickRegression().with(EbmParameter.OUTER_BAGS, wanted);
    EbmModel model = trained(regression(counted(rows), row -> row * 3.0), parameters);
    assertEquals(expected, model.bagCount());
    assertEquals(Integer.toString(expected), model.provenance().parameters().get("outer_bags"));
    String notice =
        "There are %d rows only, so the model averages %d bags, not outer_bags=%d."
            .formatted(rows, rows, wanted);
    assertEquals(wanted > rows, notices.contains(notice), notices.toString());
  }

  /** Of seven rows six train, and greedy steps cut off four at least on either side. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 7})
  void tooFewRowsForALeafPredictTheMean(int rows) {
    EbmParameters parameters = quickRegression().with(EbmParameter.SMOOTHING_ROUNDS, 0);
    EbmModel model = trained(regression(counted(rows), row -> row * 2.0), parameters);
    assertTrue(notices.getLast().startsWith(NOTHING), notices.toString());
    assertTrue(notices.getLast().endsWith("(min_samples_leaf=4)."), notices.toString());
    assertEquals(rows - 1, model.predict(model.newRow().set("x", 9)), 1e-9);
  }

  /** One row validates though 15 % of four are less: without it, no bag would ever stop. */
  @Test
  void aFewRowsStopEarly() {
    EbmParameters parameters =
        quickRegression()
            .with(EbmParameter.MIN_SAMPLES_LEAF, 1)
            .with(EbmParameter.EARLY_STOPPING_ROUNDS, 10)
            .with(EbmParameter.MAX_ROUNDS, 100_000_000);
    EbmModel model = trained(regression(counted(4), row -> row), parameters);
    assertTrue(
        model.predict(model.newRow().set("x", 3)) > model.predict(model.newRow().set("x", 0)));
    assertEquals(List.of(), notices.stream().filter(n -> n.startsWith(NOTHING)).toList());
  }

  @Test
  void featuresThatAreTheSameInAllRowsTeachNothing() {
    Table same = Table.of(NumericColumn.generate("x", 40, _ -> 7));
    trained(regression(same, row -> row % 2), quickRegression());
    assertTrue(notices.getLast().contains("the features say nothing of y"), notices.toString());
  }

  /** The one row of its class validates in some bag, which then learns of two classes only. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aClassOfOneRow(int classCount) {
    int[] codes = new int[30];
    Arrays.setAll(codes, row -> row == 17 ? classCount - 1 : row % (classCount - 1));
    List<String> names = List.of("no", "yes", "rare").subList(0, classCount);
    TrainingSet data = TrainingSet.of(counted(30), new Target.Classes("y", codes, names));
    trained(data, quickClassification().with(EbmParameter.OUTER_BAGS, 12));
  }

  /** In bags in which the only row that counts validates, no row that trains counts. */
  @Test
  void oneRowOfPositiveWeight() {
    double[] weights = new double[20];
    weights[4] = 3;
    TrainingSet data = regression(counted(20), row -> row).withWeights(weights);
    EbmModel model = trained(data, quickRegression().with(EbmParameter.OUTER_BAGS, 14));
    assertEquals(4, model.predict(model.newRow().set("x", 4)), 1e-9);
  }
}
