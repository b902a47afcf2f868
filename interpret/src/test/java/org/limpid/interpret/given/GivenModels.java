package org.limpid.interpret.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/** Small models whose numbers a reader can add up. */
public final class GivenModels {
  /** Where the models say that they come from. */
  public static final Provenance PROVENANCE =
      new Provenance("by hand", "", 10, "wait", Map.of(), 1, List.of());

  private GivenModels() {}

  /**
   * The wait of a job, from the hour (cut at 6 and 18, in pairs at 12) and the user (a or b).
   *
   * <pre>
   * intercept 10                                     bags: 9 and 11
   * hour      missing   < 6   [6, 18)   >= 18  unseen
   *   score       0.5    -2         1       3       0   bags: 0.25 less and 0.25 more
   *   weight        1     4         3       2       0
   * user      missing     a         b          unseen
   *   score         0   0.5      -0.5               0   bags: the same
   *   weight        0     5         5               0
   * hour & user   missing     a     b  unseen
   *   missing           0     0     0       0
   *   < 12              0     1    -1       0           bags: 0.5 less and 0.5 more
   *   >= 12             0    -1     3       0
   *   unseen            0     0     0       0
   * weight 2 in each of the four cells in the middle and 1 at (missing, a) and (missing, b)
   * </pre>
   */
  public static EbmModel wait(Provenance provenance) {
    double[] pair = {0, 0, 0, 0, 0, 1, -1, 0, 0, -1, 3, 0, 0, 0, 0, 0};
    double[] pairWeights = {0, 1, 1, 0, 0, 2, 2, 0, 0, 2, 2, 0, 0, 0, 0, 0};
    return new EbmModel(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        Optional.empty(),
        List.of(hour(), user()),
        List.of(
            term(new int[] {0}, 0.25, new double[] {0.5, -2, 1, 3, 0}, 1, 4, 3, 2, 0),
            term(new int[] {1}, 0, new double[] {0, 0.5, -0.5, 0}, 0, 5, 5, 0),
            term(new int[] {0, 1}, 0.5, pair, pairWeights)),
        new double[] {10},
        new double[][] {{9}, {11}},
        new double[] {1, 1},
        provenance);
  }

  /** The same as {@link #wait(Provenance)} with {@link #PROVENANCE}. */
  public static EbmModel wait10() {
    return wait(PROVENANCE);
  }

  private static EbmFeature hour() {
    double[] edges = {0, 8, 24};
    double[] weights = {3, 6};
    return new EbmFeature(
        new Feature.Numeric("hour"),
        List.of(new CutBins(6, 18), new CutBins(12)),
        new FeatureSummary(0, 24, 24, edges, weights));
  }

  private static EbmFeature user() {
    return new EbmFeature(
        new Feature.Nominal("user", List.of("a", "b")),
        List.of(new CategoryBins(2)),
        FeatureSummary.categorical(2));
  }

  /** A term with two bags, one lower and one higher by the same amount. */
  private static Term term(int[] features, double spread, double[] scores, double... weights) {
    double[][] bags = new double[2][scores.length];
    double[] deviations = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      bags[0][i] = scores[i] - spread;
      bags[1][i] = scores[i] + spread;
      deviations[i] = spread;
    }
    return new Term(features, scores, deviations, bags, weights);
  }
}
