package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.ebm.EbmSets.mixedSet;
import static org.limpid.interpret.ebm.EbmSets.quickFirstVersion;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.regression;
import static org.limpid.interpret.ebm.EbmSets.targets;
import static org.limpid.interpret.ebm.EbmSets.train;
import static org.limpid.interpret.ebm.EbmSets.uniform;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Texts, orders, gaps, unseen texts and weights. */
class EbmColumnKindsTest {
  private static final List<String> SIZES = List.of("small", "medium", "large", "huge");

  private static TextColumn sizes(int rows) {
    String[] texts = new String[rows];
    Arrays.setAll(texts, row -> SIZES.get(row % 4));
    return TextColumn.of("size", texts);
  }

  /** Differences of the scores of two categories are those of the targets: 0, 3, 1 and 7. */
  @Test
  void nominalCategoriesGetTheirOwnScores() {
    double[] effect = {0, 3, 1, 7};
    EbmModel model =
        train(regression(Table.of(sizes(600)), row -> effect[row % 4]), quickRegression());
    Feature.Nominal feature = assertInstanceOf(Feature.Nominal.class, model.features().getFirst());
    Term term = model.requireTerm("size");
    int small = 1 + feature.categories().indexOf("small");
    for (int i = 0; i < 4; i++) {
      int bin = 1 + feature.categories().indexOf(SIZES.get(i));
      assertEquals(effect[i], term.score(bin) - term.score(small), 0.1);
    }
  }

  @Test
  void ordinalCategoriesKeepTheirOrder() {
    TrainingSet data =
        regression(Table.of(sizes(400)), row -> row % 4 + 0.1 * (row % 7))
            .withOrdinal("size", SIZES);
    EbmModel model = train(data, quickRegression());
    Feature.Ordinal feature = assertInstanceOf(Feature.Ordinal.class, model.features().getFirst());
    assertEquals(SIZES, feature.categories());
    Term term = model.requireTerm("size");
    for (int bin = 2; bin <= 4; bin++) {
      assertEquals(1, term.score(bin) - term.score(bin - 1), 0.15);
    }
  }

  /** An order that the targets contradict: a rising constraint must still hold. */
  @Test
  void ordinalCategoriesMayBeMonotone() {
    double[] effect = {0, 3, 1, 7};
    TrainingSet data =
        regression(Table.of(sizes(400)), row -> effect[row % 4]).withOrdinal("size", SIZES);
    EbmModel model =
        train(data, quickRegression().with(EbmParameter.MONOTONE_CONSTRAINTS, "size: +1"));
    Term term = model.requireTerm("size");
    for (int bin = 2; bin <= 4; bin++) {
      assertTrue(term.score(bin) >= term.score(bin - 1));
    }
    assertTrue(term.score(4) > term.score(1) + 4);
  }

  @Test
  void numbersMayBeNames() {
    double[] effect = {5, 0, 4, 1};
    NumericColumn column = NumericColumn.generate("id", 400, row -> 10 * (row % 4));
    TrainingSet data =
        regression(Table.of(column), row -> effect[row % 4]).withNominal(Set.of("id"));
    EbmModel model = train(data, quickRegression());
    assertEquals(
        new Feature.Nominal("id", List.of("0", "10", "20", "30")), model.features().getFirst());
    double[] predicted = model.predict(Table.of(NumericColumn.of("id", 0, 10, 20, 30))).values();
    for (int i = 0; i < 4; i++) {
      assertEquals(effect[i], predicted[i], 0.1);
    }
  }

  /** Missing in every fifth row: means 5 and 1, so the scores are 3.2 and -0.8 around 1.8. */
  @Test
  void columnsOfOneValueWithGapsTellMissingFromPresent() {
    for (String where : List.of("separate", "low", "high", "gain")) {
      Table table =
          Table.of(NumericColumn.generate("x", 600, row -> row % 5 == 0 ? Double.NaN : 7));
      EbmModel model =
          train(
              regression(table, row -> row % 5 == 0 ? 5 : 1),
              quickRegression().with(EbmParameter.MISSING, where));
      Term term = model.requireTerm("x");
      assertEquals(3, term.cellCount());
      assertEquals(3.2, term.score(0), 0.05, where);
      assertEquals(-0.8, term.score(1), 0.05, where);
      assertEquals(0, term.score(2));
      assertEquals(5, model.predict(model.newRow()), 0.05);
      assertEquals(1, model.predict(model.newRow().set("x", 7)), 0.05);
    }
  }

  @Test
  void columnsOfOneValueWithoutGapsTeachNothing() {
    Table table =
        Table.of(
            NumericColumn.generate("x", 100, _ -> 7), NumericColumn.generate("z", 100, row -> row));
    EbmModel model = train(regression(table, row -> row % 2), quickRegression());
    assertArrayEquals(new double[3], model.requireTerm("x").scores());
  }

  @Test
  void missingValuesGetTheirOwnScore() {
    assertMissingLearnt(quickRegression());
    for (String where : List.of("low", "high", "gain")) {
      assertMissingLearnt(quickRegression().with(EbmParameter.MISSING, where));
    }
    assertMissingLearnt(quickFirstVersion());
  }

  /** A missing number is worth 5, others at most 1: the two sides must differ by about 4.5. */
  private static void assertMissingLearnt(EbmParameters parameters) {
    double[] x = uniform(600, 40);
    Arrays.setAll(x, row -> row % 5 == 0 ? Double.NaN : x[row]);
    TrainingSet data =
        regression(Table.of(NumericColumn.of("x", x)), row -> Double.isNaN(x[row]) ? 5 : x[row]);
    EbmModel model = train(data, parameters);
    double[] predicted =
        model.predict(Table.of(NumericColumn.of("x", Double.NaN, 0.1, 0.9))).values();
    assertEquals(5, predicted[0], 0.3);
    assertEquals(0.1, predicted[1], 0.3);
    assertEquals(0.9, predicted[2], 0.3);
  }

  @Test
  void missingTextsGetTheirOwnScore() {
    String[] texts = new String[400];
    Arrays.setAll(texts, row -> row % 4 == 0 ? null : row % 4 == 1 ? "a" : "b");
    EbmModel model =
        train(
            regression(Table.of(TextColumn.of("t", texts)), row -> row % 4 == 0 ? 5 : 0),
            quickRegression());
    Term term = model.requireTerm("t");
    assertEquals(5, term.score(Bins.MISSING) - term.score(1), 0.2);
    assertEquals(0, term.score(2) - term.score(1), 0.2);
  }

  @Test
  void missingAndUnseenValuesThatNoRowHasScoreZero() {
    TrainingSet data =
        regression(
            Table.of(sizes(400), NumericColumn.of("x", uniform(400, 41))), row -> 1 + row % 4);
    EbmModel model = train(data, quickRegression().with(EbmParameter.PAIRS, "size & x"));
    Table other =
        Table.of(TextColumn.of("size", "tiny", null), NumericColumn.of("x", 0.5, Double.NaN));
    double[] predicted = model.predict(other).values();
    Term x = model.requireTerm("x");
    double intercept = model.intercept()[0];
    double middle = x.score(model.bins(x).getFirst().binOf(0.5));
    assertEquals(intercept + middle, predicted[0]);
    assertEquals(intercept, predicted[1]);
  }

  /** Where x is 1, nine tenths of the weight say +1; where it is 0, nine tenths say -1. */
  @Test
  void weightsShiftTheFit() {
    Table table = Table.of(NumericColumn.generate("x", 400, row -> row % 2));
    double[] weights = new double[400];
    Arrays.setAll(weights, row -> row % 2 == row / 2 % 2 ? 9 : 1);
    TrainingSet data = regression(table, row -> row / 2 % 2 == 1 ? 1 : -1);
    double[] plain = train(data, quickRegression()).predict(table).values();
    double[] weighted = train(data.withWeights(weights), quickRegression()).predict(table).values();
    assertEquals(0, plain[0], 0.2);
    assertEquals(0, plain[1], 0.2);
    assertEquals(-0.8, weighted[0], 0.1);
    assertEquals(0.8, weighted[1], 0.1);
  }

  @Test
  void doublingAllWeightsChangesNoPrediction() {
    TrainingSet data = mixedSet(300, 42);
    double[] weights = uniform(300, 43);
    double[] doubled = Arrays.stream(weights).map(weight -> 2 * weight).toArray();
    double[] once =
        train(data.withWeights(weights), quickRegression()).predict(data.inputs()).values();
    double[] twice =
        train(data.withWeights(doubled), quickRegression()).predict(data.inputs()).values();
    for (int row = 0; row < 300; row++) {
      assertEquals(once[row], twice[row], 1e-6);
    }
    assertTrue(targets(data)[0] != once[0]);
  }
}
