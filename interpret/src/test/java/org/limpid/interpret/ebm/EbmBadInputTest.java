package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.ebm.EbmSets.mixed;
import static org.limpid.interpret.ebm.EbmSets.mixedSet;
import static org.limpid.interpret.ebm.EbmSets.quickClassification;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.regression;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Data and parameters that nothing can be learnt with, and trainings that are interrupted. */
class EbmBadInputTest {
  private static DataException rejected(TrainingSet data, EbmParameters parameters) {
    EbmTrainer trainer = new EbmTrainer(parameters, 2);
    return assertThrows(DataException.class, () -> trainer.train(data));
  }

  private static void assertRejected(
      TrainingSet data, EbmParameters parameters, String... expected) {
    DataException problems = rejected(data, parameters);
    assertEquals(expected.length, problems.problems().size(), problems.getMessage());
    for (int i = 0; i < expected.length; i++) {
      String found = problems.problems().get(i).toString();
      assertTrue(found.contains(expected[i]), found);
    }
  }

  @Test
  void emptyDataIsRejected() {
    TrainingSet data = regression(Table.of(NumericColumn.of("a")), _ -> 0);
    assertRejected(data, quickRegression(), "expected 2 or more rows, found none");
  }

  @Test
  void aSingleRowIsRejected() {
    assertRejected(
        regression(Table.of(NumericColumn.of("a", 3)), _ -> 5),
        quickRegression(),
        "expected 2 or more rows, found 1",
        "y: expected numbers that differ");
  }

  @Test
  void constantTargetIsRejected() {
    assertRejected(
        regression(mixed(20, 1), _ -> 7),
        quickRegression(),
        "y: expected numbers that differ, to be predicted; found 7.0 in every row");
  }

  @Test
  void oneClassIsRejected() {
    Target target = new Target.Classes("y", new int[20], List.of("no", "yes"));
    assertRejected(
        TrainingSet.of(mixed(20, 1), target),
        quickClassification(),
        "y: expected rows of two or more classes, found only 'no'");
  }

  @Test
  void columnsWithoutValuesAreRejected() {
    Table table =
        mixed(20, 1)
            .with(NumericColumn.generate("c", 20, _ -> Double.NaN))
            .with(TextColumn.of("empty", new String[20]));
    assertRejected(
        regression(table, row -> row),
        quickRegression(),
        "c: expected values, found only missing ones. Maybe exclude it.",
        "empty: expected values, found only missing ones. Maybe exclude it.");
  }

  @Test
  void infinityIsRejectedWithItsRow() {
    Table table =
        mixed(20, 1).with(NumericColumn.generate("c", 20, row -> row == 7 ? 1 / 0.0 : row));
    assertRejected(
        regression(table, row -> row),
        quickRegression(),
        "table, row 7: c: expected a finite number, found 'Infinity'");
  }

  @Test
  void objectivesOfOtherTasksAreRejected() {
    assertRejected(
        mixedSet(20, 1),
        quickRegression().with(EbmParameter.OBJECTIVE, "log_loss"),
        "y: the objective log_loss is for classes. Maybe use rmse.");
    int[] codes = new int[20];
    codes[3] = 1;
    Target target = new Target.Classes("y", codes, List.of("no", "yes"));
    assertRejected(
        TrainingSet.of(mixed(20, 1), target),
        quickClassification().with(EbmParameter.OBJECTIVE, "mae"),
        "is for numbers. Maybe use log_loss.");
  }

  @Test
  void unknownColumnsAreRejectedWithTheClosestName() {
    assertRejected(
        mixedSet(20, 1),
        quickRegression()
            .with(EbmParameter.MONOTONE_CONSTRAINTS, "colur: +1")
            .with(EbmParameter.PAIRS, "a & couleur")
            .with(EbmParameter.EXCLUDE, "Colours; zzzzzzzz"),
        "colur: there is no such column. Maybe 'colour' was meant.",
        "couleur: there is no such column. Maybe 'colour' was meant.",
        "Colours: there is no such column. Maybe 'colour' was meant.",
        "zzzzzzzz: there is no such column. Maybe one of: a, b, c, colour.");
  }

  @Test
  void pairsNeedTwoFreeFeatures() {
    assertRejected(
        mixedSet(20, 1),
        quickRegression()
            .with(EbmParameter.PAIRS, "a & b & c; c; a & c")
            .with(EbmParameter.MONOTONE_CONSTRAINTS, "b: -1"),
        "pairs: expected two features, found a & b & c",
        "b: may not be monotone and part of a pair",
        "pairs: expected two features, found c");
  }

  @Test
  void pairsThatAreAlsoExcludedAreRejected() {
    assertRejected(
        mixedSet(20, 1),
        quickRegression()
            .with(EbmParameter.PAIRS, "a & b; b & c")
            .with(EbmParameter.EXCLUDE, "a; c & b"),
        "expected a pair in pairs or in exclude, found b & c in both");
  }

  @Test
  void exclusionOfAllTermsIsRejected() {
    EbmParameters noSingle = quickRegression().with(EbmParameter.EXCLUDE, "a; b; c; colour");
    assertRejected(
        mixedSet(20, 1),
        noSingle,
        "expected a feature or a pair to learn from; exclude leaves none, found 'a; b; c; colour'");
    assertRejected(
        mixedSet(20, 1),
        quickRegression()
            .with(EbmParameter.INTERACTIONS, "1x")
            .with(EbmParameter.MONOTONE_CONSTRAINTS, "a: +1; c: -1")
            .with(EbmParameter.EXCLUDE, "a; b; c; colour; b & colour"),
        "expected a feature or a pair to learn from; exclude leaves none, found");
  }

  @Test
  void monotoneNamesAreRejected() {
    assertRejected(
        mixedSet(20, 1),
        quickRegression().with(EbmParameter.MONOTONE_CONSTRAINTS, "colour: +1"),
        "colour: expected numbers or an order of the categories for a monotone feature");
  }

  /** A model of three classes has a score for each, so that none is the one that rises. */
  @Test
  void monotoneScoresOfThreeClassesAreRejected() {
    Target target = new Target.Classes("y", new int[] {0, 1, 2, 0, 1, 2}, List.of("a", "b", "c"));
    assertRejected(
        TrainingSet.of(Table.of(NumericColumn.of("a", 1, 2, 3, 4, 5, 6)), target),
        quickClassification().with(EbmParameter.MONOTONE_CONSTRAINTS, "a: +1"),
        "y: expected numbers or two classes where scores are monotone");
  }

  @Test
  void targetsThatTheObjectiveCannotHaveAreRejected() {
    TrainingSet data = regression(mixed(20, 1), row -> row == 4 || row == 9 ? -2 : row + 1);
    for (String objective :
        List.of("poisson_deviance", "gamma_deviance", "tweedie_deviance", "rmse_log1p")) {
      DataException problems =
          rejected(data, quickRegression().with(EbmParameter.OBJECTIVE, objective));
      assertEquals(2, problems.problems().size());
      String first = problems.problems().getFirst().toString();
      assertTrue(first.contains(" y: expected "), first);
      assertTrue(first.contains("for the objective " + objective), first);
      assertTrue(first.contains("row 4: y: ") && first.contains("found '-2'"), first);
    }
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Table table =
        mixed(4, 1)
            .with(NumericColumn.of("a", 1, Double.NEGATIVE_INFINITY, 2, 3))
            .with(NumericColumn.generate("c", 4, _ -> Double.NaN));
    assertRejected(
        regression(table, _ -> 1),
        quickRegression().with(EbmParameter.OBJECTIVE, "log_loss").with(EbmParameter.EXCLUDE, "d"),
        "row 1: a: expected a finite number, found '-Infinity'",
        "c: expected values",
        "y: expected numbers that differ",
        "y: the objective log_loss is for classes",
        "d: there is no such column");
  }

  @Test
  void trainersNeedAThread() {
    assertThrows(IllegalArgumentException.class, () -> new EbmTrainer(quickRegression(), 0));
  }

  private static EbmParameters endless() {
    return quickRegression()
        .with(EbmParameter.EARLY_STOPPING_ROUNDS, 0)
        .with(EbmParameter.MAX_ROUNDS, 1_000_000);
  }

  @Test
  void interruptedThreadsAreCancelledAtTheStart() {
    for (int threads = 1; threads <= 3; threads++) {
      Thread.currentThread().interrupt();
      EbmTrainer trainer = new EbmTrainer(endless(), threads);
      assertThrows(CancellationException.class, () -> trainer.train(mixedSet(300, 1)));
      assertTrue(Thread.interrupted(), "the thread remains interrupted");
    }
  }

  @Test
  void interruptedThreadsAreCancelledWhileBoosting() {
    for (int threads = 1; threads <= 2; threads++) {
      TrainingMonitor monitor = interrupting(Thread.currentThread());
      EbmTrainer trainer = new EbmTrainer(endless(), threads);
      assertThrows(CancellationException.class, () -> trainer.train(mixedSet(300, 1), monitor));
      assertTrue(Thread.interrupted(), "the thread remains interrupted");
    }
  }

  private static TrainingMonitor interrupting(Thread trained) {
    return new TrainingMonitor() {
      @Override
      public void begin(String phase, long total) {}

      @Override
      public void advance(long amount) {
        trained.interrupt();
      }
    };
  }
}
