package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.model.Feature;

/**
 * How bins come from coarser ones.
 *
 * @param source for each fine bin the coarse bin that holds it
 * @param share for each fine bin its part of the coarse bin's training weight; the parts of a
 *     coarse bin sum to 1
 */
record BinMap(int[] source, double[] share) {

  /** How many fine bins there are. */
  int count() {
    return source.length;
  }

  /** From the bins of a feature to those that another model, or an edit, gave it. */
  static BinMap between(EbmFeature coarse, EbmFeature fine, int order) {
    if (coarse.feature() instanceof Feature.Categorical old
        && fine.feature() instanceof Feature.Categorical all) {
      return categories(old.categories(), all.categories());
    }
    return of(coarse.bins(order), fine.bins(order), coarse.summary());
  }

  /**
   * From coarse to fine bins of one feature.
   *
   * @param fine the same bins, or all cuts of {@code coarse} and more
   * @param summary says which part of a bin's weight falls on which side of a cut
   */
  static BinMap of(Bins coarse, Bins fine, FeatureSummary summary) {
    return switch (fine) {
      case CategoryBins _ -> identity(fine.count());
      case CutBins cuts -> cuts(coarse, cuts, new Density(summary));
    };
  }

  private static BinMap identity(int count) {
    double[] share = new double[count];
    Arrays.fill(share, 1);
    return new BinMap(IntStream.range(0, count).toArray(), share);
  }

  /** Categories that the coarse bins do not know are unseen ones to them. */
  private static BinMap categories(List<String> old, List<String> all) {
    int[] source = new int[all.size() + 2];
    double[] share = new double[source.length];
    for (int i = 0; i < all.size(); i++) {
      int position = old.indexOf(all.get(i));
      source[i + 1] = position < 0 ? old.size() + 1 : position + 1;
      share[i + 1] = position < 0 ? 0 : 1;
    }
    source[all.size() + 1] = old.size() + 1;
    share[0] = 1;
    share[all.size() + 1] = 1;
    return new BinMap(source, share);
  }

  private static BinMap cuts(Bins coarse, CutBins fine, Density density) {
    BinMap map = identity(fine.count());
    double[] mass = new double[fine.count()];
    double[] coarseMass = new double[coarse.count()];
    int[] parts = new int[coarse.count()];
    for (int bin = 1; bin < fine.unseen(); bin++) {
      double from = bin == 1 ? Double.NEGATIVE_INFINITY : fine.cut(bin - 2);
      double to = bin == fine.regularCount() ? Double.POSITIVE_INFINITY : fine.cut(bin - 1);
      map.source[bin] = coarse.binOf(from);
      mass[bin] = density.between(from, to);
      coarseMass[map.source[bin]] += mass[bin];
      parts[map.source[bin]]++;
    }
    map.source[fine.unseen()] = coarse.unseen();
    for (int bin = 1; bin < fine.unseen(); bin++) {
      int from = map.source[bin];
      map.share[bin] = coarseMass[from] > 0 ? mass[bin] / coarseMass[from] : 1.0 / parts[from];
    }
    return map;
  }
}
