package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.ebm.EbmSets.mixedSet;
import static org.limpid.interpret.ebm.EbmSets.numbers;
import static org.limpid.interpret.ebm.EbmSets.quickClassification;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.regression;
import static org.limpid.interpret.ebm.EbmSets.train;
import static org.limpid.interpret.ebm.EbmSets.uniform;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Which terms a model has: constrained, given, left out and found ones. */
class EbmTermChoiceTest {
  private static Table numbersTable(int size, long seed) {
    Column[] columns = new Column[4];
    Arrays.setAll(columns, i -> NumericColumn.of("x" + i, uniform(size, seed + i)));
    return Table.of(columns);
  }

  private static List<String> names(EbmModel model) {
    return model.terms().stream().map(model::name).toList();
  }

  @Test
  void monotoneScoresRiseInEveryBag() {
    assertMonotone(1, "x0: +1");
  }

  @Test
  void monotoneScoresFallInEveryBag() {
    assertMonotone(-1, "x0: -1");
  }

  /**
   * The true shape rises and falls four times, so that without the constraint scores would, too.
   */
  private static void assertMonotone(int direction, String constraint) {
    Table table = numbersTable(800, 10);
    double[] x = numbers(table, "x0");
    TrainingSet data =
        regression(table, row -> direction * x[row] + Math.sin(25 * x[row]) + 0.1 * (row % 3));
    assertTrue(wrongSteps(train(data, quickRegression()), direction) > 0);
    EbmModel model =
        train(data, quickRegression().with(EbmParameter.MONOTONE_CONSTRAINTS, constraint));
    assertEquals(0, wrongSteps(model, direction));
    Term term = model.requireTerm("x0");
    double rise = term.score(term.cellCount() - 2) - term.score(1);
    assertTrue(direction * rise > 0.5, "the constrained feature is still learnt");
  }

  private static int wrongSteps(EbmModel model, int direction) {
    Term term = model.requireTerm("x0");
    int wrong = 0;
    for (int bag = 0; bag < term.bagCount(); bag++) {
      for (int cell = 2; cell < term.cellCount() - 1; cell++) {
        double step = term.bagScore(bag, cell) - term.bagScore(bag, cell - 1);
        wrong += direction * step < 0 ? 1 : 0;
      }
    }
    return wrong;
  }

  /** To rank pairs takes as long as to learn the features, so it is not done in vain. */
  @Test
  void noPairIsACandidateWhereNoneIsWanted() {
    TrainingSet data = regression(numbersTable(100, 1), row -> row);
    assertEquals(6, candidates(data, quickRegression().with(EbmParameter.INTERACTIONS, 2)));
    assertEquals(0, candidates(data, quickRegression().with(EbmParameter.INTERACTIONS, 0)));
  }

  private static int candidates(TrainingSet data, EbmParameters parameters) {
    return PairChoice.candidates(new BinnedData(data, parameters), parameters).size();
  }

  @Test
  void monotoneFeaturesAreNotChosenForPairs() {
    EbmModel model =
        train(
            mixedSet(300, 1),
            quickRegression()
                .with(EbmParameter.INTERACTIONS, 100)
                .with(EbmParameter.MONOTONE_CONSTRAINTS, "a: +1"));
    assertEquals(
        List.of("a", "b", "c", "colour", "b & c", "b & colour", "c & colour"), names(model));
  }

  @Test
  void givenPairsAreTheOnlyPairs() {
    EbmModel model =
        train(
            mixedSet(300, 1),
            quickRegression()
                .with(EbmParameter.INTERACTIONS, 5)
                .with(EbmParameter.PAIRS, "c & b; a & colour"));
    assertEquals(List.of("a", "b", "c", "colour", "a & colour", "b & c"), names(model));
  }

  @Test
  void excludedTermsAndPairsAreLeftOut() {
    EbmModel model =
        train(
            mixedSet(300, 1),
            quickRegression()
                .with(EbmParameter.INTERACTIONS, 100)
                .with(EbmParameter.EXCLUDE, "b; c & a; colour & b"));
    assertEquals(
        List.of("a", "c", "colour", "a & b", "a & colour", "b & c", "c & colour"), names(model));
  }

  @Test
  void pairsMayBeTheOnlyTerms() {
    EbmModel model =
        train(
            mixedSet(300, 1),
            quickRegression()
                .with(EbmParameter.PAIRS, "a & c")
                .with(EbmParameter.EXCLUDE, "a; b; c; colour"));
    assertEquals(List.of("a & c"), names(model));
  }

  @Test
  void noMorePairsThanWanted() {
    EbmModel model = train(mixedSet(300, 1), quickRegression().with(EbmParameter.INTERACTIONS, 2));
    assertEquals(6, model.terms().size());
  }

  @Test
  void exclusiveOrIsFoundAndLearnt() {
    for (int seed = 20; seed < 25; seed++) {
      Table table = numbersTable(600, 10 * seed);
      double[] first = numbers(table, "x1");
      double[] second = numbers(table, "x3");
      double[] noise = uniform(600, seed);
      TrainingSet data =
          regression(table, row -> (first[row] > 0.5 ^ second[row] > 0.5 ? 1 : -1) + noise[row]);
      EbmModel model = train(data, quickRegression().with(EbmParameter.INTERACTIONS, 1));
      assertEquals(List.of("x0", "x1", "x2", "x3", "x1 & x3"), names(model));
      assertTrue(score(model, 0.25, 0.75) - score(model, 0.25, 0.25) > 1);
      assertTrue(score(model, 0.75, 0.25) - score(model, 0.75, 0.75) > 1);
    }
  }

  private static double score(EbmModel model, double first, double second) {
    Term term = model.requireTerm("x1 & x3");
    int row = model.bins(term).get(0).binOf(first);
    int column = model.bins(term).get(1).binOf(second);
    return term.score(row * model.bins(term).get(1).count() + column);
  }

  @Test
  void exclusiveOrOfClassesIsFound() {
    Table table = numbersTable(800, 30);
    double[] first = numbers(table, "x0");
    double[] second = numbers(table, "x2");
    int[] codes = new int[800];
    Arrays.setAll(codes, row -> first[row] > 0.5 ^ second[row] > 0.5 ? row % 10 == 0 ? 0 : 1 : 0);
    TrainingSet data = TrainingSet.of(table, new Target.Classes("y", codes, List.of("no", "yes")));
    EbmModel model = train(data, quickClassification().with(EbmParameter.INTERACTIONS, 1));
    assertEquals("x0 & x2", names(model).getLast());
  }
}
