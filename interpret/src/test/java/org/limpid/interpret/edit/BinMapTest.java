package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.model.Feature;

final class BinMapTest {
  private static final double[] NONE = {};

  /** Bins: missing, below 4, [4, 6), [6, 8), from 8, unseen; the cuts 4 and 8 are new. */
  private static BinMap cutAtSix(FeatureSummary summary) {
    return BinMap.of(new CutBins(6), new CutBins(4, 6, 8), summary);
  }

  /** Of the weight 8 below 6, bars of 4 an hour in [0, 1) and 0.8 in [1, 6), 1.6 is from 4 on. */
  @Test
  void weightsFollowTheHistogram() {
    FeatureSummary summary =
        new FeatureSummary(0, 10, 9, new double[] {0, 1, 6, 10}, new double[] {4, 4, 1});
    BinMap map = cutAtSix(summary);
    assertArrayEquals(new int[] {0, 1, 1, 2, 2, 3}, map.source());
    assertArrayEquals(new double[] {1, 0.8, 0.2, 0.5, 0.5, 1}, map.share(), 1e-15);
  }

  @Test
  void weightsFollowTheRangeWithoutAHistogram() {
    BinMap map = cutAtSix(new FeatureSummary(2, 10, 9, NONE, NONE));
    assertArrayEquals(new double[] {1, 0.5, 0.5, 0.5, 0.5, 1}, map.share(), 1e-15);
    BinMap beyond = cutAtSix(new FeatureSummary(5, 7, 9, NONE, NONE));
    assertArrayEquals(new double[] {1, 0, 1, 1, 0, 1}, beyond.share(), 1e-15);
  }

  @Test
  void weightsAreDividedEvenlyWhenNothingIsKnown() {
    BinMap map = cutAtSix(new FeatureSummary(Double.NaN, Double.NaN, 0, NONE, NONE));
    assertArrayEquals(new double[] {1, 0.5, 0.5, 0.5, 0.5, 1}, map.share());
  }

  @Test
  void unknownCategoriesComeFromTheUnseenOnes() {
    BinMap map = BinMap.between(letters("b", "d"), letters("a", "b", "c", "d"), 1);
    assertArrayEquals(new int[] {0, 3, 1, 3, 2, 3}, map.source());
    assertArrayEquals(new double[] {1, 0, 1, 0, 1, 1}, map.share());
  }

  private static EbmFeature letters(String... categories) {
    return new EbmFeature(
        new Feature.Nominal("letter", List.of(categories)),
        List.of(new CategoryBins(categories.length)),
        FeatureSummary.categorical(categories.length));
  }
}
