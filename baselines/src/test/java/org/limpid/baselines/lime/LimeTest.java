package org.limpid.baselines.lime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.limpid.baselines.Baselines;
import org.limpid.baselines.GeneratedData;
import org.limpid.baselines.lime.Lime.LimeExplanation;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class LimeTest {
  private static final Table REFERENCE =
      Table.of(
          NumericColumn.of("x", 0, 1, 2, 3),
          NumericColumn.of("z", 10, 10, 30, 30),
          TextColumn.of("colour", "red", "blue", "blue", "blue"));

  /**
   * For 100 + 3x + z/10 + 8 (if red) the line is the model itself. The reference has the means x
   * 1.5, z 20 and a quarter of red rows: 100 + 4.5 + 2 + 2 = 108.5. A red row with x 3.5 and z 10
   * has 8 * 3/4 = 6 more for the colour, 3 * 2 = 6 more for x and 1 less for z.
   */
  @Test
  void aLinearModelIsExplainedExactly() {
    Model model = model(row -> 100 + 3 * row.encoded(0) + row.encoded(1) / 10 + red(row));
    Row row = model.newRow().set("x", 3.5).set("z", 10).set("colour", "red");
    LimeExplanation explanation = new Lime(model, REFERENCE, 500, 3, 1).explain(row);
    assertEquals(119.5, explanation.prediction());
    assertEquals(119.5, explanation.fitted(), 1e-3);
    assertEquals(108.5, explanation.intercept(), 1e-3);
    Map<String, Double> scores = scores(explanation);
    assertEquals(6, scores.get("x"), 1e-3);
    assertEquals(-1, scores.get("z"), 1e-3);
    assertEquals(6, scores.get("colour"), 1e-3);
    assertEquals("z", explanation.contributions().getLast().feature());
    assertEquals("red", value(explanation, "colour"));
    assertEquals(0, explanation.rootMeanSquaredError(), 1e-3);
  }

  private static double red(Row row) {
    return row.encoded(2) == 1 ? 8 : 0;
  }

  /** x squared falls left of its minimum and rises to the right of it. */
  @Test
  void nearRowsCountMore() {
    double[] x = new double[401];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 200) / 10.0;
    }
    Table reference = REFERENCE.rows(new int[401]).with(NumericColumn.of("x", x));
    Model model = model(row -> row.encoded(0) * row.encoded(0));
    Lime lime = new Lime(model, reference, 2000, 1, 1);
    Row row = model.newRow().set("z", 10).set("colour", "red");
    assertTrue(scores(lime.explain(row.set("x", -15))).get("x") > 40);
    assertTrue(scores(lime.explain(row.set("x", 15))).get("x") > 40);
  }

  @Test
  void onlyTheStrongestFeaturesAreUsed() {
    Model model = model(row -> row.encoded(0) + 10 * row.encoded(1) + red(row));
    Row row = model.newRow().set("x", 1).set("z", 10).set("colour", "blue");
    LimeExplanation explanation = new Lime(model, REFERENCE, 500, 1, 1).explain(row);
    assertEquals(List.of("z"), List.copyOf(scores(explanation).keySet()));
    assertTrue(explanation.rootMeanSquaredError() > 1);
  }

  @Test
  void aMissingValueIsNotExplained() {
    Model model = model(row -> Double.isNaN(row.encoded(0)) ? row.encoded(1) : 1e6);
    Row row = model.newRow().set("z", 30).set("colour", "blue");
    LimeExplanation explanation = new Lime(model, REFERENCE, 500, 3, 1).explain(row);
    assertEquals(30, explanation.fitted(), 1e-3);
    assertTrue(!scores(explanation).containsKey("x"));
  }

  @Test
  void aProbabilityOfABlackBoxIsExplained() {
    Table table = GeneratedData.table(400, 1);
    Model forest =
        Baselines.named("random-forest")
            .trainer(Map.of("trees", "30"))
            .train(GeneratedData.set(table, GeneratedData.THREE));
    int high = ((Task.Classification) forest.task()).classes().indexOf("high");
    Row row = forest.newRow().set("x", .7).set("z z", 0).set("colour", "blue");
    Lime lime = new Lime(forest, GeneratedData.inputs(table), 300, 3, 7);
    LimeExplanation explanation = lime.explain(row, high);
    assertTrue(scores(explanation).get("colour") > .1, explanation::toString);
    assertEquals(explanation, lime.explain(row, high));
  }

  @Test
  void uselessNumbersAreRefused() {
    Model model = model(_ -> 1);
    assertThrows(IllegalArgumentException.class, () -> new Lime(model, REFERENCE, 9, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Lime(model, REFERENCE, 10, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Lime(model, REFERENCE.rows(), 10, 1, 1));
  }

  private static Map<String, Double> scores(LimeExplanation explanation) {
    return explanation.contributions().stream()
        .collect(
            Collectors.toMap(
                Lime.LimeExplanation.Contribution::feature,
                Lime.LimeExplanation.Contribution::score));
  }

  private static String value(LimeExplanation explanation, String feature) {
    return explanation.contributions().stream()
        .filter(contribution -> contribution.feature().equals(feature))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Model model(ToDoubleFunction<Row> function) {
    return new Model() {
      @Override
      public Task task() {
        return new Task.Regression();
      }

      @Override
      public List<Feature> features() {
        return List.of(
            new Feature.Numeric("x"),
            new Feature.Numeric("z"),
            new Feature.Nominal("colour", List.of("blue", "red")));
      }

      @Override
      public Provenance provenance() {
        return new Provenance("test", "", 0, "y", Map.of(), 0, List.of());
      }

      @Override
      public void predict(Row row, double[] outputs) {
        outputs[0] = function.applyAsDouble(row);
      }
    };
  }
}
