package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.Term;

/** New terms from old ones. */
final class TermChange {
  private TermChange() {}

  /**
   * The term with the same change made to its scores and to those of every bag. Deviations are
   * taken anew from the bags; without bags they are changed as told.
   */
  static Term scores(
      Term term,
      double[] bagWeights,
      UnaryOperator<double[]> change,
      UnaryOperator<double[]> deviations) {
    double[][] bags = Arrays.stream(term.bagScores()).map(change).toArray(double[][]::new);
    double[] newDeviations =
        bags.length > 0
            ? BagDeviation.ofScores(bags, bagWeights)
            : deviations.apply(term.deviations());
    return term.withScores(change.apply(term.scores()), newDeviations, bags);
  }

  /**
   * The same term over finer bins, or with its features in another order, given the maps from its
   * bins to the new ones and the new positions of its features.
   */
  static Term spread(Term term, List<BinMap> maps, int... features) {
    List<Integer> axes =
        IntStream.range(0, features.length)
            .boxed()
            .sorted(Comparator.comparing(axis -> features[axis]))
            .toList();
    int[] strides = strides(term, maps);
    int cells = maps.stream().mapToInt(BinMap::count).reduce(1, Math::multiplyExact);
    int[] source = new int[cells];
    double[] weights = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double share = 1;
      int rest = cell;
      for (int axis : axes.reversed()) {
        BinMap map = maps.get(axis);
        int bin = rest % map.count();
        rest /= map.count();
        source[cell] += strides[axis] * map.source()[bin];
        share *= map.share()[bin];
      }
      weights[cell] = share * term.binWeight(source[cell]);
    }
    return new Term(
        Arrays.stream(features).sorted().toArray(),
        Term.picked(term.scores(), source, term.scoreCount()),
        term.deviations().length == 0
            ? new double[0]
            : Term.picked(term.deviations(), source, term.scoreCount()),
        Arrays.stream(term.bagScores())
            .map(bag -> Term.picked(bag, source, term.scoreCount()))
            .toArray(double[][]::new),
        weights);
  }

  /** Distance in cells between neighbouring bins of each feature in the old table. */
  private static int[] strides(Term term, List<BinMap> maps) {
    int[] strides = new int[maps.size()];
    int stride = 1;
    for (int axis = maps.size() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Arrays.stream(maps.get(axis).source()).max().orElseThrow() + 1;
    }
    if (stride != term.cellCount()) {
      throw new IllegalArgumentException("expected maps from all bins of the term");
    }
    return strides;
  }
}
