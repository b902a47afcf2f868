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
 * How bins come from coarser ones: for each fine bin the coarse one that holds it, and its share of
 * the training weight of that. The shares of a coarse bin sum to 1.
 */
record BinMap(int[] source, double[] share) {

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
   * From coarse bins of one feature to the same ones, or to all their cuts and more; the summary
   * says how the weight of a bin falls on the sides of a cut.
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

  /** How the training rows spread over the values of a number, by its summary. */
  static final class Density {
    private final double[] edges;
    private final double[] weights;

    /** The histogram of the summary; one bar from minimum to maximum where it has none. */
    Density(FeatureSummary summary) {
      boolean known = summary.densityEdges().length > 1;
      boolean range = summary.minimum() < summary.maximum();
      double[] wholeRange = {summary.minimum(), summary.maximum()};
      edges = known ? summary.densityEdges() : range ? wholeRange : new double[0];
      weights = known ? summary.densityWeights() : range ? new double[] {1} : new double[0];
    }

    /**
     * The weight between two values, of which either may be infinite, spread evenly within each
     * bar.
     */
    double between(double from, double to) {
      double total = 0;
      for (int bar = 0; bar < weights.length; bar++) {
        double low = Math.max(from, edges[bar]);
        double high = Math.min(to, edges[bar + 1]);
        double width = edges[bar + 1] - edges[bar];
        if (high > low && width > 0) {
          total += weights[bar] * ((high - low) / width);
        }
      }
      return total;
    }
  }
}
