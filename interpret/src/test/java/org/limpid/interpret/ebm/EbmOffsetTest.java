package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.edit.ModelMerge;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.lookup.LookupTrainer;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.tree.TreeTrainer;

/** A column that is added to the score: what is learnt beside it, and how it is predicted with. */
final class EbmOffsetTest {
  private static final int ROWS = 2000;

  private final double[] x = EbmSets.uniform(ROWS, 1);
  private final double[] noise = EbmSets.uniform(ROWS, 2);
  private final double[] added =
      Arrays.stream(EbmSets.uniform(ROWS, 3)).map(u -> 6 * u - 3).toArray();
  private final Table table =
      Table.of(
          NumericColumn.of("x", x),
          NumericColumn.of("added", added),
          NumericColumn.of("noise", noise));

  private static EbmModel train(TrainingSet data, String objective) {
    EbmParameters parameters = EbmParameters.defaults(data.target().task());
    return EbmSets.train(data, EbmSets.quick(parameters).with(EbmParameter.OBJECTIVE, objective));
  }

  private TrainingSet numbers(double... target) {
    return TrainingSet.of(table, new Target.Numbers("y", target)).withOffset("added");
  }

  /** The score of a row is 7 without an offset, and 7 + 2.5 with it: its first part. */
  @Test
  void theOffsetIsAPartOfTheSum() {
    EbmModel plain = SampleModels.ebm(SampleModels.REGRESSION);
    EbmModel model = SampleModels.withOffset(plain);
    Row row = SampleModels.rows(model, 1).getFirst().set("former score", 2.5);
    Row same = plain.newRow();
    IntStream.range(0, 5).forEach(i -> same.setEncoded(i, row.encoded(i)));
    assertEquals(plain.predict(same) + 2.5, model.predict(row), 1e-12);
    double[] inBag = new double[1];
    double[] withOffset = new double[1];
    plain.scoreInBag(1, same, inBag);
    model.scoreInBag(1, row, withOffset);
    assertEquals(inBag[0] + 2.5, withOffset[0], 1e-12);
    assertEquals("former score", model.partNames().getFirst());
    PredictionExplanation explanation = PredictionExplanation.of(model, row);
    assertEquals(
        "former score = 2.5: +2.5 +- 0", explanation.contributions().getFirst().toString());
    double[] score = new double[1];
    model.score(row, score);
    assertEquals(List.of(score[0]), explanation.scores());
    row.set("former score", Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> model.predict(row));
  }

  @Test
  void onlyANumberThatNoTermLooksAtIsAnOffset() {
    EbmModel binary = SampleModels.ebm(SampleModels.BINARY);
    for (String name : List.of("load", "class", "unknown")) {
      assertThrows(
          IllegalArgumentException.class, () -> binary.withOffset(Optional.of(name)), name);
    }
    EbmModel three = SampleModels.ebm(SampleModels.MULTICLASS);
    assertThrows(IllegalArgumentException.class, () -> SampleModels.withOffset(three));
  }

  /** Under squared error the offset is the same as its difference from the target. */
  @Test
  void theModelLearnsTheRest() {
    double[] rest = IntStream.range(0, ROWS).mapToDouble(i -> rest(x[i], noise[i])).toArray();
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> rest[i] + added[i]).toArray();
    EbmModel model = train(numbers(y), "rmse");
    TrainingSet ofRest =
        TrainingSet.of(table.without(Set.of("added")), new Target.Numbers("y", rest));
    double[] expected = train(ofRest, "rmse").predict(ofRest.inputs()).values();
    double[] found = model.predict(table).values();
    for (int i = 0; i < ROWS; i++) {
      assertEquals(expected[i] + added[i], found[i], 1e-3);
    }
    assertEquals(List.of("added", "x", "noise"), model.partNames());
    assertEquals(Optional.of("added"), model.offset());
  }

  private static double rest(double x, double noise) {
    return (x > 0.5 ? 2 : 0) + 0.1 * noise;
  }

  /** Counts that grow with the exposure e^added: 5 per unit where x is above a half, else 1. */
  @Test
  void anExposureIsTheOffsetOfCounts() {
    SplittableRandom random = new SplittableRandom(4);
    double[] counts = new double[ROWS];
    Arrays.setAll(counts, i -> poisson(rate(x[i]) * Math.exp(added[i]), random));
    for (String objective : List.of("poisson_deviance", "tweedie_deviance")) {
      EbmModel model = train(numbers(counts), objective);
      double[] found = model.predict(table).values();
      double[] rates = new double[ROWS];
      Arrays.setAll(rates, i -> found[i] / Math.exp(added[i]));
      assertEquals(5, mean(rates, i -> x[i] > 0.55), 0.4);
      assertEquals(1, mean(rates, i -> x[i] < 0.45), 0.15);
    }
  }

  private static double rate(double x) {
    return x > 0.5 ? 5 : 1;
  }

  private static double mean(double[] values, java.util.function.IntPredicate rows) {
    return IntStream.range(0, values.length)
        .filter(rows)
        .mapToDouble(i -> values[i])
        .average()
        .orElseThrow();
  }

  private static int poisson(double mean, SplittableRandom random) {
    int count = 0;
    for (double time = random.nextExponential(); time < mean; time += random.nextExponential()) {
      count++;
    }
    return count;
  }

  /** Where the offset is the true log odds, nothing is left to learn: sums stay near 0. */
  @Test
  void logOddsThatAreKnownLeaveNothing() {
    SplittableRandom random = new SplittableRandom(5);
    int[] happened = new int[ROWS];
    Arrays.setAll(happened, i -> random.nextDouble() < 1 / (1 + Math.exp(-added[i])) ? 1 : 0);
    Target target = new Target.Classes("y", happened, List.of("no", "yes"));
    EbmModel model = train(TrainingSet.of(table, target).withOffset("added"), "log_loss");
    double[] sums = new double[2];
    for (int i = 0; i < ROWS; i++) {
      double[] parts = new double[3];
      Row row = model.newRow().set("x", x[i]).set("added", added[i]).set("noise", noise[i]);
      model.contributions(row, parts);
      assertEquals(0, model.intercept()[0] + parts[1] + parts[2], 0.5);
      sums[0] += model.predict(row);
      sums[1] += happened[i];
    }
    assertEquals(sums[1], sums[0], 1e-2 * ROWS);
  }

  /** Of counts y beside exposures e the best constant is the logarithm of sum y / sum e. */
  @Test
  void boostingBeginsWithTheBestConstant() {
    double[] counts = {0, 3, 5, 1};
    double[] logs = {Math.log(1), Math.log(2), Math.log(4), Math.log(2)};
    Table small = Table.of(NumericColumn.of("x", 1, 2, 3, 4), NumericColumn.of("e", logs));
    TrainingSet data = TrainingSet.of(small, new Target.Numbers("y", counts)).withOffset("e");
    EbmModel model =
        EbmSets.train(
            data,
            EbmSets.quick(EbmParameters.regression())
                .with(EbmParameter.MAX_ROUNDS, 0)
                .with(EbmParameter.OBJECTIVE, "poisson_deviance"));
    assertEquals(Math.log(9 / 9.0), model.bagIntercepts()[0][0], 1e-6);
    assertEquals(2, model.predict(model.newRow().set("x", 1).set("e", Math.log(2))), 1e-5);
  }

  /** The best constant beside the offset is off by a quarter, the best without it by 1.5. */
  @Test
  void aMedianStandsBesideTheOffset() {
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> added[i] + 7 + noise[i]).toArray();
    EbmModel model = train(numbers(y), "mae");
    double[] found = model.predict(table).values();
    double[] errors = IntStream.range(0, ROWS).mapToDouble(i -> found[i] - y[i]).toArray();
    assertTrue(Arrays.stream(errors).map(Math::abs).average().orElseThrow() < 0.26);
  }

  @Test
  void editsAndMergesKeepTheOffset() {
    EbmModel model = SampleModels.withOffset(SampleModels.ebm(SampleModels.REGRESSION));
    assertEquals(model.offset(), EbmEditor.of(model).scale("load", 2).model().offset());
    assertEquals(model.offset(), EbmEditor.of(model).purify().model().offset());
    assertEquals(model.offset(), ModelMerge.of(List.of(model, model)).offset());
    EbmModel without = model.withOffset(Optional.empty());
    DataException e =
        assertThrows(DataException.class, () -> ModelMerge.of(List.of(without, model)));
    assertEquals(
        "model 2: expected no offset, found 'former score'. Maybe train both with the same"
            + " --offset.",
        e.getMessage());
  }

  @Test
  void tablesWithoutTheOffsetAreRefused() {
    EbmModel model = train(numbers(added), "rmse");
    DataException missing =
        assertThrows(DataException.class, () -> model.predict(table.without(Set.of("added"))));
    assertEquals(
        "table: added: the model needs this column, its offset: it adds it to every score",
        missing.getMessage().replaceFirst("\\. Maybe.*", ""));
    Table gap =
        Table.of(
            NumericColumn.of("x", 1, 2),
            NumericColumn.of("added", 1, Double.NaN),
            NumericColumn.of("noise", Double.NaN, 2));
    DataException unknown = assertThrows(DataException.class, () -> model.predict(gap));
    assertEquals(
        "table, row 1: added: expected a number, as the model adds it to the score (offset). Maybe"
            + " leave out the rows in which it is not known.",
        unknown.getMessage());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Table texts = table.with(TextColumn.of("t", new String[ROWS]));
    TrainingSet data = TrainingSet.of(texts, new Target.Numbers("y", x));
    assertThrows(DataException.class, () -> data.withOffset("t"));
    assertThrows(DataException.class, () -> data.withOffset("unknown"));
    double[] gap = added.clone();
    gap[7] = Double.NaN;
    TrainingSet gaps = TrainingSet.of(table.with(NumericColumn.of("gap", gap)), data.target());
    assertTrue(
        assertThrows(DataException.class, () -> gaps.withOffset("gap"))
            .getMessage()
            .startsWith("table, row 7: gap: expected a finite number to be added to the score"));
    int[] codes = IntStream.range(0, ROWS).map(i -> i % 3).toArray();
    Target three = new Target.Classes("c", codes, List.of("a", "b", "c"));
    TrainingSet classes = TrainingSet.of(table, three).withOffset("added");
    assertTrue(
        assertThrows(DataException.class, () -> train(classes, "log_loss"))
            .getMessage()
            .contains("added to the scores of all classes it would change nothing"));
    EbmParameters monotone =
        EbmParameters.regression().with(EbmParameter.MONOTONE_CONSTRAINTS, "added: +1");
    assertThrows(DataException.class, () -> EbmSets.train(numbers(x), monotone));
  }

  @Test
  void otherModelsAddNothing() {
    TrainingSet data = numbers(x);
    for (org.limpid.interpret.model.Trainer<?> trainer :
        List.of(
            new LinearTrainer(LinearTrainer.defaults()),
            new TreeTrainer(TreeTrainer.defaults()),
            new LookupTrainer(LookupTrainer.defaults()))) {
      DataException e = assertThrows(DataException.class, () -> trainer.train(data));
      assertTrue(e.getMessage().contains("added: expected no offset"), e.getMessage());
    }
  }

  @Test
  void theOffsetIsPartOfTheHash() {
    TrainingSet with = numbers(x);
    EbmModel model = train(with, "rmse");
    EbmModel other = train(TrainingSet.of(table, with.target()), "rmse");
    assertTrue(!model.provenance().dataHash().equals(other.provenance().dataHash()));
    assertArrayEquals(added, with.offsets().orElseThrow());
  }
}
