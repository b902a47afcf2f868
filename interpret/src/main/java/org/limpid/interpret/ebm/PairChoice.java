package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.boost.BinMatrix;
import org.limpid.interpret.ebm.boost.TermShape;
import org.limpid.interpret.model.RowOrder;

/** Chooses the pairs of features that get terms of their own. */
final class PairChoice {
  private PairChoice() {}

  /** The pairs that were given; without any, all that may be chosen, or none if none is wanted. */
  static List<TermShape> candidates(BinnedData binned, EbmParameters parameters) {
    if (wanted(binned, parameters) == 0) {
      return List.of();
    }
    List<Set<String>> given = parameters.terms(EbmParameter.PAIRS);
    List<Set<String>> excluded = parameters.terms(EbmParameter.EXCLUDE);
    List<TermShape> candidates = new ArrayList<>();
    int count = binned.matrix().featureCount();
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        String a = binned.binnedFeature(first).name();
        String b = binned.binnedFeature(second).name();
        boolean wanted =
            given.isEmpty()
                ? mayInteract(a, b, parameters) && !excluded.contains(Set.of(a, b))
                : given.contains(Set.of(a, b));
        if (wanted && fits(binned, first, second)) {
          candidates.add(shape(binned, first, second));
        }
      }
    }
    return candidates;
  }

  private static boolean mayInteract(String a, String b, EbmParameters parameters) {
    Set<String> monotone = parameters.monotoneConstraints().keySet();
    return !monotone.contains(a) && !monotone.contains(b);
  }

  /** Two bins of either feature, and not more cells than boosting can number. */
  private static boolean fits(BinnedData binned, int first, int second) {
    int a = binned.binnedFeature(first).bins(2).count();
    int b = binned.binnedFeature(second).bins(2).count();
    return a > 3 && b > 3 && (long) a * b <= BinMatrix.MOST_BINS;
  }

  private static TermShape shape(BinnedData binned, int first, int second) {
    return TermShape.pair(
        first,
        second,
        binned.coarseOfFine(first),
        binned.coarseOfFine(second),
        new int[] {
          binned.binnedFeature(first).bins(2).count(), binned.binnedFeature(second).bins(2).count()
        });
  }

  static int wanted(BinnedData binned, EbmParameters parameters) {
    return parameters.terms(EbmParameter.PAIRS).isEmpty()
        ? parameters.pairCount(binned.matrix().featureCount())
        : Integer.MAX_VALUE;
  }

  /**
   * The pairs whose ranks by strength, averaged over the bags, are best; the earlier one where two
   * are equal.
   */
  static List<TermShape> strongest(
      List<TermShape> candidates, List<double[]> strengths, int wanted) {
    long[] ranks = new long[candidates.size()];
    for (double[] ofBag : strengths) {
      int[] order = RowOrder.by(ranks.length, pair -> -ofBag[pair]);
      for (int rank = 0; rank < order.length; rank++) {
        ranks[order[rank]] += rank;
      }
    }
    return IntStream.range(0, ranks.length)
        .boxed()
        .sorted(Comparator.comparingLong(pair -> ranks[pair]))
        .limit(wanted)
        .sorted()
        .map(candidates::get)
        .toList();
  }
}
