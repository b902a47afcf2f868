package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.edit.Reversals.Reversal;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/** Pairs along one of their features, and features whose pairs go against them. */
final class MonotonePairTest {
  /** Lines of x for z missing, below 5, 5 and more, unseen; the first row is x missing. */
  private static final double[] PAIR = {
    0, 7, 0, 0,
    0, 4, 0, 0,
    1, 1, 2.5, 0,
    0, 3, 1.25, 0,
    0, 0, 0, 6
  };

  private static final double[] WEIGHTS = {
    0, 2, 0, 0,
    0, 1, 1, 0,
    0, 1, 1, 0,
    0, 3, 2, 0,
    0, 0, 0, 0
  };

  /** x falls by 2 at 1 and by 1 at 2. */
  private static EbmModel model(double... main) {
    Term x =
        new Term(new int[] {0}, main, new double[0], new double[0][], new double[] {2, 2, 2, 5, 0});
    Term pair = new Term(new int[] {0, 1}, PAIR, new double[0], new double[0][], WEIGHTS);
    return new EbmModel(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        Optional.empty(),
        List.of(feature("x", 1, 2), feature("z", 5)),
        List.of(x, pair),
        new double[] {0},
        new double[0][],
        new double[0],
        new Provenance("by hand", "", 11, "y", Map.of(), 0, List.of()));
  }

  private static EbmFeature feature(String name, double... cuts) {
    return new EbmFeature(
        new Feature.Numeric(name),
        List.of(new CutBins(cuts)),
        new FeatureSummary(0, 9, 9, new double[0], new double[0]));
  }

  private static EbmModel falling() {
    return model(0.5, 2, 0, -1, 0);
  }

  /**
   * Below 5: 4, then (1 + 3 * 3) / 4 = 2.5 twice. 5 and more: (0 + 2.5) / 2 = 1.25, as behind it.
   * Where z is missing no row counts more than another: 0.5, 0.5, 0.
   */
  @Test
  void everyLineOfAPairIsFittedByItself() {
    EbmModel edited = EbmEditor.of(falling()).makeMonotone("x & z", Direction.DECREASING).model();
    double[] expected = {
      0, 7, 0, 0, 0.5, 4, 1.25, 0, 0.5, 2.5, 1.25, 0, 0, 2.5, 1.25, 0, 0, 0, 0, 6
    };
    assertArrayEquals(expected, edited.requireTerm("x & z").scores(), 1e-15);
    assertEquals(falling().requireTerm("x"), edited.requireTerm("x"));
    assertEquals(List.of("made x & z decreasing along x"), edited.provenance().edits());
  }

  /** The feature named first is the one along which scores rise: of z there are two bins. */
  @Test
  void thePairMayBeNamedInEitherOrder() {
    EbmModel edited = EbmEditor.of(falling()).makeMonotone("z & x", Direction.INCREASING).model();
    double[] scores = edited.requireTerm("x & z").scores();
    assertArrayEquals(new double[] {0, 2, 2, 0}, Arrays.copyOfRange(scores, 4, 8));
    assertArrayEquals(new double[] {1, 1, 2.5, 0}, Arrays.copyOfRange(scores, 8, 12));
    assertEquals(List.of("made z & x increasing along z"), edited.provenance().edits());
  }

  /** At 1 the pair rises by 2.5 where z is 5 or more, x falls by 2; at 2 by 2 and 1. */
  @Test
  void pairsThatOutweighTheirFeatureAreFound() {
    assertEquals(
        List.of(new Reversal("x & z", true, 2.5, 1)),
        Reversals.of(falling(), "x", Direction.DECREASING));
    assertEquals(List.of(), Reversals.of(model(0.5, 9, 0, -7, 0), "x", Direction.DECREASING));
    EbmModel edited = EbmEditor.of(falling()).makeMonotone("x & z", Direction.DECREASING).model();
    assertEquals(List.of(), Reversals.of(edited, "x", Direction.DECREASING));
    assertEquals(List.of(), Reversals.of(falling(), "w", Direction.DECREASING));
  }

  @Test
  void pairsFollowOnlyWhereTheyMust() {
    EbmEditor editor = EbmEditor.of(falling());
    assertEquals(
        editor.makeMonotone("x & z", Direction.DECREASING).model().terms(),
        editor.makePairsFollow("x", Direction.DECREASING).model().terms());
    EbmEditor steep = EbmEditor.of(model(0.5, 9, 0, -7, 0));
    assertEquals(
        steep.model().terms(), steep.makePairsFollow("x", Direction.DECREASING).model().terms());
    for (long seed = 0; seed < 60; seed++) {
      EbmModel random = RandomModels.of(seed);
      for (Feature feature : random.features()) {
        if (random.scoreCount() == 1 && random.term(feature.name()).isPresent()) {
          follow(random, feature);
        }
      }
    }
  }

  private static void follow(EbmModel model, Feature feature) {
    if (!(feature instanceof Feature.Nominal)) {
      EbmEditor edited =
          EbmEditor.of(model)
              .makeMonotone(feature.name(), Direction.INCREASING)
              .makePairsFollow(feature.name(), Direction.INCREASING);
      assertEquals(List.of(), Reversals.of(edited.model(), feature.name(), Direction.INCREASING));
    }
  }

  /** z has no term of its own: it falls from 4 to 0 at 5, and from 7 to 0 where x is missing. */
  @Test
  void aFeatureWithoutATermOfItsOwnIsItsPairs() {
    assertEquals(
        List.of(new Reversal("z & x", true, 7, 5)),
        Reversals.of(falling(), "z", Direction.INCREASING));
  }

  /** Where the feature and all its pairs were made monotone, so are the predictions. */
  @Test
  void predictionsAreMonotoneWhenAllTermsAre() {
    int checked = 0;
    for (long seed = 0; seed < 120; seed++) {
      EbmModel random = RandomModels.of(seed);
      if (random.scoreCount() > 1) {
        continue;
      }
      for (Feature feature : random.features()) {
        if (feature instanceof Feature.Numeric) {
          checked += check(random, feature.name(), seed) ? 1 : 0;
        }
      }
    }
    assertTrue(checked > 30, "pairs: " + checked);
  }

  private static boolean check(EbmModel model, String feature, long seed) {
    EbmEditor editor = EbmEditor.of(model);
    boolean any = false;
    for (Term term : model.terms()) {
      for (int axis = 0; term.order() < 3 && axis < term.order(); axis++) {
        if (model.features().get(term.feature(axis)).name().equals(feature)) {
          String other = model.features().get(term.feature(term.order() - 1 - axis)).name();
          String name = term.order() == 1 ? feature : feature + " & " + other;
          editor = editor.makeMonotone(name, Direction.DECREASING);
          any |= term.order() == 2;
        }
      }
    }
    assertEquals(List.of(), Reversals.of(editor.model(), feature, Direction.DECREASING));
    requireFalling(editor.model(), feature, seed);
    return any;
  }

  private static void requireFalling(EbmModel model, String feature, long seed) {
    for (Row row : RandomModels.rows(model, seed)) {
      double before = Double.POSITIVE_INFINITY;
      for (double value = -5; value < 15; value += 0.5) {
        double[] sums = new double[1];
        model.score(row.set(feature, value), sums);
        assertTrue(sums[0] <= before + 1e-9, feature + " at " + value);
        before = sums[0];
      }
    }
  }

  @Test
  void termsOfThreeFeaturesStayAsTheyAre() {
    EbmModel model = SampleModels.ebm(new Task.Regression());
    DataException failure =
        assertThrows(
            DataException.class,
            () -> EbmEditor.of(model).makeMonotone("load & class & size", Direction.INCREASING));
    assertTrue(failure.getMessage().contains("one feature or two"), failure.getMessage());
  }
}
