package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.limpid.files.DataException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

final class EbmEditorTest {
  private final EbmModel model = GivenModels.wait10();
  private final EbmEditor editor = EbmEditor.of(model);

  private static double predict(EbmModel model, double hour, String user) {
    return model.predict(model.newRow().set("hour", hour).set("user", user));
  }

  /** 10 + 1 - 0.5 + 3 without 3. */
  @Test
  void removedTermsCountNoMore() {
    EbmModel edited = editor.remove("hour & user").model();
    assertEquals(10.5, predict(edited, 13, "b"));
    assertEquals(List.of("removed hour & user"), edited.provenance().edits());
  }

  @Test
  void removingATermSubtractsExactlyItsContribution() {
    for (long seed = 0; seed < 40; seed++) {
      EbmModel random = RandomModels.of(seed);
      Term last = random.terms().getLast();
      EbmModel edited = EbmEditor.of(random).remove(random.name(last)).model();
      for (Row row : RandomModels.rows(random, seed)) {
        double[] rest = RandomModels.scores(edited, row);
        int cell = random.cell(last, row);
        Arrays.setAll(rest, k -> rest[k] + last.score(cell, k));
        assertArrayEquals(RandomModels.scores(random, row), rest);
      }
    }
  }

  @Test
  void unknownTermsAreReportedAllAtOnce() {
    assertProblem(() -> editor.remove("huor", "user", "usr"), "'hour' was meant");
    assertProblem(() -> editor.remove("huor", "user", "usr"), "'user' was meant");
    assertProblem(() -> editor.scale("huor", 2), "'hour' was meant");
  }

  private static void assertProblem(Executable edit, String expected) {
    DataException failure = assertThrows(DataException.class, edit);
    assertTrue(failure.getMessage().contains(expected), failure.getMessage());
  }

  /** 10 - 2 * 1 - 0.5 + 3; the bags: 9 - 2 * 0.75 - 0.5 + 2.5 and 11 - 2 * 1.25 - 0.5 + 3.5. */
  @Test
  void scaledTermsCountMoreInEveryBag() {
    EbmModel edited = editor.scale("hour", -2).model();
    assertEquals(10.5, predict(edited, 13, "b"));
    double[] outputs = new double[1];
    double[] deviations = new double[1];
    Row row = edited.newRow().set("hour", 13).set("user", "b");
    edited.predict(row, outputs, deviations);
    assertEquals((11.5 - 9.5) / 2, deviations[0]);
    assertEquals(0.5, edited.requireTerm("hour").deviations()[2]);
    assertEquals(List.of("multiplied the scores of hour by -2"), edited.provenance().edits());
    assertProblem(() -> editor.scale("hour", Double.NaN), "expected a finite factor");
  }

  /** The bin [6, 18) of weight 3 is split: 7 of its 12 hours lie in bars that weigh 3/8 an hour. */
  @Test
  void scoresAreSetInARangeWhichSplitsBins() {
    EbmModel edited = editor.setScores("hour", 12, 20, 7).model();
    Term hour = edited.requireTerm("hour");
    assertEquals(new CutBins(6, 12, 18, 20), edited.bins(hour).getFirst());
    assertArrayEquals(new double[] {0.5, -2, 1, 7, 7, 3, 0}, hour.scores());
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0, 0, 0.25, 0.25}, hour.deviations());
    double[] weights = {1, 4, 1.5, 1.5, 2.0 / 3, 4.0 / 3, 0};
    assertArrayEquals(weights, hour.binWeights(), 1e-15);
    assertEquals(predict(model, 11, "a"), predict(edited, 11, "a"));
    assertEquals(predict(model, 12, "a") + 6, predict(edited, 12, "a"));
    assertEquals(List.of("set the score of hour in [12, 20) to 7"), edited.provenance().edits());
  }

  @Test
  void rangesMayBeOpen() {
    EbmModel edited = editor.setScores("hour", 6, Double.POSITIVE_INFINITY, 0).model();
    assertArrayEquals(new double[] {0.5, -2, 0, 0, 0}, edited.requireTerm("hour").scores());
    EbmModel all =
        editor.setScores("hour", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 4).model();
    assertArrayEquals(new double[] {0.5, 4, 4, 4, 0}, all.requireTerm("hour").scores());
    assertArrayEquals(
        new double[] {4, 4, 4}, Arrays.copyOfRange(all.requireTerm("hour").bagScores()[0], 1, 4));
  }

  @Test
  void pairsKeepTheirBinsWhenMainsAreSplit() {
    for (long seed = 0; seed < 60; seed++) {
      EbmModel random = RandomModels.of(seed);
      if (random.term("n0").isEmpty()) {
        continue;
      }
      double[] scores = new double[random.scoreCount()];
      Term before = random.requireTerm("n0");
      EbmModel edited = EbmEditor.of(random).setScores("n0", 1.1, 3.3, scores).model();
      Term after = edited.requireTerm("n0");
      assertEquals(
          Arrays.stream(before.binWeights()).sum(), Arrays.stream(after.binWeights()).sum(), 1e-12);
      for (Row row : RandomModels.rows(random, seed)) {
        boolean inside = row.encoded(0) >= 1.1 && row.encoded(0) < 3.3;
        double removed = inside ? before.score(random.cell(before, row), 0) : 0;
        double expected = RandomModels.scores(random, row)[0] - removed;
        assertEquals(expected, RandomModels.scores(edited, row)[0], 1e-14);
      }
    }
  }

  @Test
  void scoresAreSetForCategoriesMissingAndUnseenValues() {
    EbmModel edited =
        editor
            .setScores("user", List.of("b"), 2)
            .setMissing("user", 3)
            .setUnseen("user", 4)
            .model();
    assertArrayEquals(new double[] {3, 0.5, 2, 4}, edited.requireTerm("user").scores());
    assertEquals(
        List.of(
            "set the score of user for b to 2",
            "set the score of user for missing values to 3",
            "set the score of user for unseen values to 4"),
        edited.provenance().edits());
  }

  @Test
  void stepsThatDoNotFitTheirTermAreRefused() {
    assertProblem(() -> editor.setScores("user", 1, 2, 0), "expected a numeric feature");
    assertProblem(() -> editor.setScores("hour", 2, 1, 0), "expected a range");
    assertProblem(() -> editor.setScores("hour", 1, 2, 0, 0), "1 of them");
    assertProblem(() -> editor.setScores("hour", 1, 2, Double.NaN), "finite scores");
    assertProblem(() -> editor.setScores("hour", List.of("a"), 0), "feature with categories");
    assertProblem(() -> editor.setScores("user", List.of("c"), 0), "no such category");
    assertProblem(() -> editor.setMissing("hour & user", 0), "a term of one feature");
    assertProblem(() -> editor.makeMonotone("user", Direction.AUTO), "a feature with an order");
    assertProblem(() -> editor.makeMonotone("user & hour", Direction.AUTO), "but user has none");
    assertProblem(() -> editor.makeMonotone("user & hour", Direction.AUTO), "name the other");
    assertProblem(() -> editor.makeMonotone("hour & usr", Direction.AUTO), "'hour & user' was");
  }

  /** -2, 1, 3 rises; falling, all become their mean (4 * -2 + 3 * 1 + 2 * 3) / 9 = 1 / 9. */
  @Test
  void monotoneTermsKeepTheirMeanAndTheirMissingValues() {
    EbmModel rising = editor.makeMonotone("hour", Direction.AUTO).model();
    assertEquals(model.requireTerm("hour"), rising.requireTerm("hour"));
    assertEquals(
        List.of("made hour increasing (chosen by its correlation)"), rising.provenance().edits());
    EbmModel falling = editor.makeMonotone("hour", Direction.DECREASING).model();
    double mean = 1.0 / 9;
    assertArrayEquals(
        new double[] {0.5, mean, mean, mean, 0}, falling.requireTerm("hour").scores(), 1e-15);
    assertEquals(List.of("made hour decreasing"), falling.provenance().edits());
  }

  @Test
  void monotoneTermsAreMonotoneInEveryBag() {
    int checked = 0;
    for (long seed = 0; seed < 80; seed++) {
      EbmModel random = RandomModels.of(seed);
      if (random.scoreCount() > 1) {
        continue;
      }
      for (Term term : random.terms()) {
        boolean ordered = !(random.features().get(term.feature(0)) instanceof Feature.Nominal);
        if (term.order() == 1 && ordered) {
          requireMonotone(random, term, Direction.values()[(int) (seed % 3)]);
          checked++;
        }
      }
    }
    assertTrue(checked > 100, "terms: " + checked);
  }

  private static void requireMonotone(EbmModel model, Term before, Direction direction) {
    EbmModel edited = EbmEditor.of(model).makeMonotone(model.name(before), direction).model();
    Term after = edited.requireTerm(model.name(before));
    boolean falls = edited.provenance().edits().getLast().contains("decreasing");
    requireMonotone(after.scores(), falls);
    Arrays.stream(after.bagScores()).forEach(bag -> requireMonotone(bag, falls));
    assertEquals(before.score(0), after.score(0));
    assertEquals(before.score(before.cellCount() - 1), after.score(before.cellCount() - 1));
    assertArrayEquals(
        BagDeviation.ofScores(after.bagScores(), model.bagWeights()), after.deviations());
  }

  private static void requireMonotone(double[] scores, boolean falls) {
    assertTrue(
        IntStream.range(2, scores.length - 1)
            .allMatch(i -> falls ? scores[i - 1] >= scores[i] : scores[i - 1] <= scores[i]));
  }

  @Test
  void classesHaveNoMonotoneTerms() {
    EbmModel classes =
        IntStream.range(0, 100)
            .mapToObj(RandomModels::of)
            .filter(random -> random.scoreCount() > 1 && random.term("n1").isPresent())
            .findFirst()
            .orElseThrow();
    assertProblem(
        () -> EbmEditor.of(classes).makeMonotone("n1", Direction.AUTO), "one score per bin");
  }

  @Test
  void editsAreRecordedInTheirOrderAndLeaveTheOriginalAlone() {
    EbmModel edited = editor.scale("user", 0.5).remove("hour").purify().model();
    assertEquals(
        List.of(
            "multiplied the scores of user by 0.5",
            "removed hour",
            "moved the main effects of pairs into single features: hour & user"),
        edited.provenance().edits());
    assertTrue(model.provenance().edits().isEmpty());
    assertFalse(model.terms().equals(edited.terms()));
    assertEquals(13.5, predict(model, 13, "b"));
  }
}
