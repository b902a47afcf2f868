package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

final class PurificationTest {

  /**
   * Rows of the pair, weights in brackets: missing 0 [1], 0 [1]; before 12: 1 [2], -1 [2]; from 12:
   * -1 [2], 3 [2]. Row means 0, 0 and 1; then column means a -0.4, b 0.4, for the rows' own are the
   * same in both columns; what is left is 0.4, -0.4; 1.4, -1.4; -1.6, 1.6.
   *
   * <p>The hour, cut at 6 and 18, gets the cut 12. Of its weight 3 in [6, 18) half lies before 12:
   * the histogram has 3/8 in each of two hours and 6/16 in each of four, and 6/16 in each of six.
   * Over the bins of weight 1, 4, 1.5, 1.5 and 2, the effect 0, 0, 0, 1, 1 has the mean 0.35, which
   * goes into the intercept. The users' effects have the mean 0.
   */
  @Test
  void mainEffectsMoveIntoFinerTermsAndTheIntercept() {
    Purification purification = Purification.of(GivenModels.wait10());
    EbmModel model = purification.model();
    Term hour = model.requireTerm("hour");
    assertEquals(new CutBins(6, 12, 18), model.bins(hour).getFirst());
    assertArrayEquals(new double[] {1, 4, 1.5, 1.5, 2, 0}, hour.binWeights(), 1e-15);
    double[] scores = {0.15, -2.35, 0.65, 1.65, 3.65};
    assertArrayEquals(scores, Arrays.copyOf(hour.scores(), 5), 1e-14);
    assertArrayEquals(
        new double[] {0.1, -0.1},
        Arrays.copyOfRange(model.requireTerm("user").scores(), 1, 3),
        1e-14);
    assertEquals(10.35, model.intercept()[0], 1e-14);
    double[] pair = model.requireTerm("hour & user").scores();
    double[] rest = {0.4, -0.4, 1.4, -1.4, -1.6, 1.6};
    double[] found = {pair[1], pair[2], pair[5], pair[6], pair[9], pair[10]};
    assertArrayEquals(rest, found, 1e-14);
  }

  /**
   * A pair of two users and two queues, all of weight 1: 4, 0 and 0, 0. The mean 1 goes into the
   * intercept, rows and columns are 1 above and below it, and 1, -1 and -1, 1 are left.
   */
  @Test
  void twoByTwo() {
    EbmFeature user = nominal("user", "a", "b");
    EbmFeature queue = nominal("queue", "x", "y");
    double[] scores = {0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    double[] weights = {0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0};
    Term pair = new Term(new int[] {0, 1}, scores, new double[0], new double[0][], weights);
    EbmModel model =
        new EbmModel(
            new Task.Regression(),
            LinkFunction.IDENTITY,
            Optional.empty(),
            List.of(user, queue),
            List.of(pair),
            new double[] {10},
            new double[0][],
            new double[0],
            GivenModels.PROVENANCE);
    EbmModel pure = Purification.of(model).model();
    assertEquals(11, pure.intercept()[0]);
    assertArrayEquals(
        new double[] {1, -1}, Arrays.copyOfRange(pure.requireTerm("user").scores(), 1, 3));
    assertArrayEquals(
        new double[] {1, -1}, Arrays.copyOfRange(pure.requireTerm("queue").scores(), 1, 3));
    double[] left = pure.requireTerm("user & queue").scores();
    assertArrayEquals(
        new double[] {1, -1, -1, 1}, new double[] {left[5], left[6], left[9], left[10]});
    for (String both : List.of("a x 14", "a y 10", "b x 10", "b y 10")) {
      String[] parts = both.split(" ");
      Row row = pure.newRow().set("user", parts[0]).set("queue", parts[1]);
      assertEquals(Double.parseDouble(parts[2]), pure.predict(row));
    }
  }

  private static EbmFeature nominal(String name, String... categories) {
    return new EbmFeature(
        new Feature.Nominal(name, List.of(categories)),
        List.of(new CategoryBins(2)),
        FeatureSummary.categorical(2));
  }

  /**
   * To the hour: rows less their mean 0.4: (2 * 0.4 + 4 * 0.4 + 4 * 0.6) / 10 = 0.48; to the user
   * 0.4. Before (2 + 2 + 2 + 6) / 10, afterwards (0.4 + 0.4 + 4 * 1.4 + 4 * 1.6) / 10.
   */
  @Test
  void reportTellsHowMuchWasMoved() {
    Purification.Moved moved = Purification.of(GivenModels.wait10()).moved().getFirst();
    assertEquals("hour & user", moved.pair());
    assertEquals(0.48, moved.toFirst(), 1e-14);
    assertEquals(0.4, moved.toSecond(), 1e-14);
    assertEquals(0.35, moved.toIntercept(), 1e-14);
    assertEquals(1.2, moved.before(), 1e-14);
    assertEquals(1.28, moved.after(), 1e-14);
    assertTrue(Purification.of(GivenModels.wait10()).toString().contains("hour & user"));
  }

  @Test
  void provenanceTellsWhichPairsWerePurified() {
    assertEquals(
        List.of("moved the main effects of pairs into single features: hour & user"),
        Purification.of(GivenModels.wait10()).model().provenance().edits());
  }

  @Test
  void modelsWithoutPairsStayAsTheyAre() {
    EbmModel model = EbmEditor.of(GivenModels.wait10()).remove("hour & user").model();
    assertSame(model, Purification.of(model).model());
  }

  @Test
  void predictionsStayTheSameInAllBags() {
    int created = 0;
    for (long seed = 0; seed < 100; seed++) {
      EbmModel model = RandomModels.of(seed);
      EbmModel pure = Purification.of(model).model();
      created += pure.terms().size() - model.terms().size();
      for (Row row : RandomModels.rows(model, seed)) {
        assertArrayEquals(RandomModels.scores(model, row), RandomModels.scores(pure, row), 1e-12);
        for (int bag = 0; bag < model.bagCount(); bag++) {
          assertArrayEquals(
              RandomModels.scores(model, bag, row), RandomModels.scores(pure, bag, row), 1e-12);
        }
      }
      assertEquals(model.knowsBags(), pure.knowsBags());
    }
    assertTrue(created > 20, "terms that were missing: " + created);
  }

  @Test
  void rowsAndColumnsOfPairsHaveTheWeightedMeanZero() {
    for (long seed = 0; seed < 100; seed++) {
      EbmModel pure = Purification.of(RandomModels.of(seed)).model();
      for (Term pair : pure.terms().stream().filter(term -> term.order() == 2).toList()) {
        requirePure(pure, pair, pair.scores());
        Arrays.stream(pair.bagScores()).forEach(bag -> requirePure(pure, pair, bag));
      }
    }
  }

  private static void requirePure(EbmModel model, Term pair, double[] scores) {
    List<Bins> bins = model.bins(pair);
    int columns = bins.get(1).count();
    for (int k = 0; k < pair.scoreCount(); k++) {
      double[] rowSums = new double[bins.get(0).count()];
      double[] columnSums = new double[columns];
      for (int cell = 0; cell < pair.cellCount(); cell++) {
        double moment = pair.binWeight(cell) * scores[cell * pair.scoreCount() + k];
        rowSums[cell / columns] += moment;
        columnSums[cell % columns] += moment;
      }
      assertArrayEquals(new double[rowSums.length], rowSums, 1e-12);
      assertArrayEquals(new double[columns], columnSums, 1e-12);
    }
  }

  /** The model with the weighted means taken out of its terms. */
  private static EbmModel centred(EbmModel model) {
    List<Term> terms =
        model.terms().stream()
            .map(term ->
                term.withScores(
                    centred(term, term.scores()),
                    term.deviations(),
                    Arrays.stream(term.bagScores())
                        .map(bag -> centred(term, bag))
                        .toArray(double[][]::new)))
            .toList();
    return model.with(terms, model.intercept(), model.bagIntercepts(), model.provenance());
  }

  private static double[] centred(Term term, double[] scores) {
    double[] centred = scores.clone();
    int count = term.scoreCount();
    double total = Arrays.stream(term.binWeights()).sum();
    for (int k = 0; k < count && total > 0; k++) {
      double sum = 0;
      for (int cell = 0; cell < term.cellCount(); cell++) {
        sum += term.binWeight(cell) * scores[cell * count + k];
      }
      for (int cell = 0; cell < term.cellCount(); cell++) {
        centred[cell * count + k] -= sum / total;
      }
    }
    return centred;
  }

  @Test
  void centredTermsStayCentred() {
    for (long seed = 0; seed < 40; seed++) {
      EbmModel centred = centred(RandomModels.of(seed));
      EbmModel pure = Purification.of(centred).model();
      for (Term term : pure.terms()) {
        for (int k = 0; k < term.scoreCount(); k++) {
          double total = 0;
          for (int cell = 0; cell < term.cellCount(); cell++) {
            total += term.binWeight(cell) * term.score(cell, k);
          }
          assertEquals(0, total, 1e-11, pure.name(term));
        }
      }
    }
  }

  @Test
  void purifyingTwiceMovesNothing() {
    for (long seed = 0; seed < 40; seed++) {
      Purification again = Purification.of(Purification.of(RandomModels.of(seed)).model());
      for (Purification.Moved moved : again.moved()) {
        assertEquals(0, moved.toFirst() + moved.toSecond() + moved.toIntercept(), 1e-13);
      }
    }
  }

  /** The weights of two features that nearly are the same lie along the diagonal. */
  @Test
  void tablesAlongTheDiagonalArePurifiedAsWell() {
    int size = 60;
    SplittableRandom random = new SplittableRandom(3);
    double[] weights = new double[size * size];
    double[] scores = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = Math.max(0, i - 1); j <= Math.min(size - 1, i + 1); j++) {
        weights[i * size + j] = i == j ? 1000 : 1;
      }
    }
    Arrays.setAll(scores, _ -> random.nextDouble());
    double[] rest = new TwoWayEffects(weights, size, size).split(scores).rest();
    for (int i = 0; i < size; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < size; j++) {
        row += weights[i * size + j] * rest[i * size + j];
        column += weights[j * size + i] * rest[j * size + i];
      }
      assertEquals(0, row / 1000, 1e-12);
      assertEquals(0, column / 1000, 1e-12);
    }
  }
}
