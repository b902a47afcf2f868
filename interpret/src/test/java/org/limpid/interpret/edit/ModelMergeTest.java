package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;

final class ModelMergeTest {

  @Test
  void modelMergedWithItselfKeepsItsScoresBitForBit() {
    for (long seed = 0; seed < 40; seed++) {
      EbmModel model = RandomModels.of(seed);
      EbmModel merged = ModelMerge.of(List.of(model, model, model), 1, 0.3, 7);
      assertArrayEquals(model.intercept(), merged.intercept());
      assertEquals(model.terms().size(), merged.terms().size());
      for (int t = 0; t < model.terms().size(); t++) {
        Term before = model.terms().get(t);
        Term after = merged.terms().get(t);
        assertArrayEquals(before.features(), after.features());
        assertArrayEquals(before.scores(), after.scores());
        assertArrayEquals(
            Arrays.stream(before.binWeights()).map(weight -> weight + weight + weight).toArray(),
            after.binWeights());
        assertArrayEquals(before.deviations(), after.deviations(), 1e-14);
      }
    }
  }

  /**
   * A third of the scores of a model without the pair, two thirds of one in which it is doubled.
   */
  @Test
  void termsThatAModelLacksCountAsZero() {
    EbmModel without = EbmEditor.of(GivenModels.wait10()).remove("hour & user").model();
    EbmModel merged = ModelMerge.of(List.of(without, GivenModels.wait10()), 1, 2);
    assertEquals(2, merged.requireTerm("hour & user").score(10));
    assertEquals(1, merged.requireTerm("hour").score(2));
    assertEquals(4, merged.bagCount());
    assertArrayEquals(new double[] {0.5, 0.5, 1, 1}, merged.bagWeights());
  }

  @Test
  void binsAreCutWhereAnyModelCutsThem() {
    EbmModel edited = EbmEditor.of(GivenModels.wait10()).setScores("hour", 12, 18, 4).model();
    EbmModel merged = ModelMerge.of(List.of(GivenModels.wait10(), edited), 1, 1);
    Term hour = merged.requireTerm("hour");
    assertEquals(new CutBins(6, 12, 18), merged.bins(hour).getFirst());
    assertArrayEquals(new double[] {0.5, -2, 1, 2.5, 3, 0}, hour.scores());
    assertArrayEquals(new double[] {2, 8, 3, 3, 4, 0}, hour.binWeights(), 1e-15);
  }

  @Test
  void scoresAreTheWeightedMeanOfTheScoresOfTheModels() {
    int withBags = 0;
    for (long seed = 0; seed < 40; seed++) {
      List<EbmModel> models =
          List.of(RandomModels.of(seed), RandomModels.of(seed, 1), RandomModels.of(seed, 2));
      EbmModel merged = ModelMerge.of(models, 1, 2, 5);
      withBags += merged.knowsBags() ? 1 : 0;
      for (Row row : RandomModels.rows(merged, seed)) {
        double[] found = RandomModels.scores(merged, row);
        double[][] own = new double[3][];
        Arrays.setAll(own, m -> RandomModels.scores(models.get(m), translated(row, models.get(m))));
        for (int k = 0; k < found.length; k++) {
          assertEquals((own[0][k] + 2 * own[1][k] + 5 * own[2][k]) / 8, found[k], 1e-13);
        }
      }
    }
    assertTrue(withBags > 5, "models with bags: " + withBags);
  }

  /** The same row for a model that may know fewer categories. */
  private static Row translated(Row row, EbmModel model) {
    Row other = model.newRow();
    for (int i = 0; i < row.features().size(); i++) {
      if (row.features().get(i) instanceof Feature.Numeric) {
        other.setEncoded(i, row.encoded(i));
      } else if (!Double.isNaN(row.encoded(i))) {
        other.set(i, row.text(i));
      }
    }
    return other;
  }

  @Test
  void bagsOfAllModelsAreKept() {
    for (long seed = 0; seed < 40; seed++) {
      EbmModel first = RandomModels.of(seed);
      EbmModel second = RandomModels.of(seed, 1);
      EbmModel merged = ModelMerge.of(List.of(first, second), 1, 1);
      boolean known = first.knowsBags() && second.knowsBags();
      assertEquals(known ? first.bagCount() + second.bagCount() : 0, merged.bagCount());
      for (Row row : RandomModels.rows(merged, seed).subList(0, known ? 50 : 0)) {
        for (int bag = 0; bag < second.bagCount(); bag++) {
          assertArrayEquals(
              RandomModels.scores(second, bag, translated(row, second)),
              RandomModels.scores(merged, first.bagCount() + bag, row),
              1e-13);
        }
      }
    }
  }

  @Test
  void featuresMayComeInAnotherOrder() {
    EbmModel model = GivenModels.wait10();
    EbmModel swapped = swapped(model);
    EbmModel merged = ModelMerge.of(List.of(model, swapped), 1, 1);
    assertEquals(model.features(), merged.features());
    for (int t = 0; t < 3; t++) {
      assertArrayEquals(model.terms().get(t).scores(), merged.terms().get(t).scores());
    }
  }

  /** The model with the user before the hour. */
  private static EbmModel swapped(EbmModel model) {
    Term hour = model.terms().get(0);
    Term user = model.terms().get(1);
    Term pair = model.terms().get(2);
    return new EbmModel(
        model.task(),
        model.link(),
        model.clip(),
        model.binnedFeatures().reversed(),
        List.of(
            new Term(
                new int[] {0},
                user.scores(),
                user.deviations(),
                user.bagScores(),
                user.binWeights()),
            new Term(
                new int[] {1},
                hour.scores(),
                hour.deviations(),
                hour.bagScores(),
                hour.binWeights()),
            new Term(
                new int[] {0, 1},
                transposed(pair.scores()),
                transposed(pair.deviations()),
                Arrays.stream(pair.bagScores())
                    .map(ModelMergeTest::transposed)
                    .toArray(double[][]::new),
                transposed(pair.binWeights()))),
        model.intercept(),
        model.bagIntercepts(),
        model.bagWeights(),
        model.provenance());
  }

  private static double[] transposed(double[] square) {
    double[] transposed = new double[square.length];
    Arrays.setAll(transposed, i -> square[i % 4 * 4 + i / 4]);
    return transposed;
  }

  @Test
  void provenanceAddsRowsAndKeepsEdits() {
    Provenance first =
        new Provenance("t", "aa", 10, "wait", Map.of("seed", "1", "x", "2"), 1, List.of("cut"));
    Provenance second = new Provenance("t", "bb", 30, "wait", Map.of("x", "2"), 2, List.of());
    Provenance merged =
        ModelMerge.of(List.of(GivenModels.wait(first), GivenModels.wait(second))).provenance();
    assertEquals(40, merged.rowCount());
    assertEquals("", merged.dataHash());
    assertEquals(Map.of("x", "2"), merged.parameters());
    assertEquals(
        List.of("model 1: cut", "merged 2 models trained on data aa, bb with weights 10, 30"),
        merged.edits());
  }

  @Test
  void modelsThatDifferAreRefusedWithAllDifferences() {
    EbmModel model = GivenModels.wait10();
    EbmModel other = RandomModels.of(0);
    DataException failure =
        assertThrows(DataException.class, () -> ModelMerge.of(List.of(model, other)));
    assertTrue(failure.getMessage().contains("model 2: hour: expected this feature"));
    assertTrue(failure.getMessage().contains("model 1: n0: expected this feature"));
    assertThrows(IllegalArgumentException.class, () -> ModelMerge.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> ModelMerge.of(List.of(model), 0));
  }
}
