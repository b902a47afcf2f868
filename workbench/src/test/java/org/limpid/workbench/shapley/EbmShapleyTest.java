package org.limpid.workbench.shapley;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

final class EbmShapleyTest {
  /**
   * Two features with a cut at 0 each: bins missing, low, high, unseen. The single feature a scores
   * -1 for low (weight 3) and 3 for high (weight 1): mean 0. The pair scores, low or high a by low
   * or high b:
   *
   * <pre>
   *            b low (weight)  b high (weight)
   * a low      0 (1)           2 (2)
   * a high     4 (1)           8 (0)
   * </pre>
   *
   * Over the four rows the pair's mean is (0 + 2 * 2 + 4) / 4 = 2. For a and b high: with a known,
   * b is low in 2 of 4 rows, so (4 * 2 + 8 * 2) / 4 = 6; with b known, a is low in 3 of 4, so (2 *
   * 3 + 8 * 1) / 4 = 3.5; with both 8. So a adds ((6 - 2) + (8 - 3.5)) / 2 = 4.25 and b adds ((3.5
   * - 2) + (8 - 6)) / 2 = 1.75, together 6 = 8 - 2. With its own score a has 3 + 4.25 = 7.25.
   */
  @Test
  void aPairIsSharedByWhatEachAddsToTheOther() {
    Term single = new Term(new int[] {0}, new double[] {0, -1, 3, 0}, new double[0], NONE, A);
    double[] scores = new double[16];
    double[] weights = new double[16];
    set(scores, weights, 1, 1, 0, 1);
    set(scores, weights, 1, 2, 2, 2);
    set(scores, weights, 2, 1, 4, 1);
    set(scores, weights, 2, 2, 8, 0);
    Term pair = new Term(new int[] {0, 1}, scores, new double[0], NONE, weights);
    EbmModel model = model(List.of(single, pair));
    double[] values = new EbmShapley(model).values(model.newRow().set("a", 1).set("b", 1));
    assertArrayEquals(new double[] {7.25, 1.75}, values, 1e-12);
  }

  private static final double[][] NONE = {};
  private static final double[] A = {0, 3, 1, 0};

  private static void set(
      double[] scores, double[] weights, int a, int b, double score, double weight) {
    scores[a * 4 + b] = score;
    weights[a * 4 + b] = weight;
  }

  private static EbmModel model(List<Term> terms) {
    return new EbmModel(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        Optional.empty(),
        List.of(feature("a"), feature("b")),
        terms,
        new double[] {10},
        NONE,
        new double[0],
        new Provenance("test", "", 4, "y", Map.of(), 0, List.of()));
  }

  private static EbmFeature feature(String name) {
    FeatureSummary summary = new FeatureSummary(-1, 1, 2, new double[0], new double[0]);
    return new EbmFeature(new Feature.Numeric(name), List.of(new CutBins(0)), summary);
  }
}
