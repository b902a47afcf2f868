package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.SideScale;

/**
 * An axis of a pair: its bins one after the other, those of missing and unseen values last.
 *
 * @param scale how they are laid out
 * @param edges where bins begin, and where the last one ends, as values of the scale
 * @param bins the bin between two edges; -1: a gap
 * @param end where numbers end and other values begin, if there are such
 */
record PairAxis(Scale scale, double[] edges, int[] bins, OptionalDouble end) {
  private static final int HALVINGS = 60;

  /** One of the two axes of a pair. */
  static PairAxis of(TermExplanation term, int position, ShapeLook look) {
    FeatureAxis axis = term.axes().get(position);
    int count = axis.labels().size();
    SideBins sides =
        SideBins.of(isUsed(term, position, 0), isUsed(term, position, count - 1), count - 1);
    return switch (axis) {
      case FeatureAxis.Numeric numeric -> ofNumbers(numeric, sides, look);
      case FeatureAxis.Categories categories -> ofCategories(categories, sides);
    };
  }

  /** Whether a bin of the first or second feature has training rows or scores. */
  private static boolean isUsed(TermExplanation term, int position, int bin) {
    int second = term.axes().get(1).labels().size();
    for (int cell = 0; cell < term.cells().size(); cell++) {
      int own = position == 0 ? cell / second : cell % second;
      if (own == bin && SideBins.isUsed(term.cells().get(cell))) {
        return true;
      }
    }
    return false;
  }

  private static PairAxis ofNumbers(FeatureAxis.Numeric axis, SideBins sides, ShapeLook look) {
    NumericRange range = NumericRange.of(axis);
    SideScale scale = sides.behind(look.words().scale(axis.feature(), range), look.sideShare());
    List<Double> edges = new ArrayList<>(List.of(range.low()));
    List<Integer> bins = new ArrayList<>();
    for (int bin = 1; bin <= axis.cuts().size() + 1; bin++) {
      boolean last = bin == axis.cuts().size() + 1;
      double upper = last ? range.high() : Math.min(axis.cuts().get(bin - 1), range.high());
      if (upper > edges.getLast()) {
        edges.add(upper);
        bins.add(bin);
      }
    }
    for (int i = 0; i < sides.bins().size(); i++) {
      edges.add(scale.edge(i + 1));
      bins.add(sides.bins().get(i));
    }
    return new PairAxis(
        scale,
        edges.stream().mapToDouble(Double::doubleValue).toArray(),
        bins.stream().mapToInt(Integer::intValue).toArray(),
        sides.bins().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(range.high()));
  }

  private static PairAxis ofCategories(FeatureAxis.Categories axis, SideBins sides) {
    List<String> names = new ArrayList<>(axis.categories());
    names.addAll(sides.names());
    double[] edges = new double[names.size() + 1];
    Arrays.setAll(edges, i -> i);
    int[] bins = new int[names.size()];
    int regular = axis.categories().size();
    Arrays.setAll(bins, i -> i < regular ? i + 1 : sides.bins().get(i - regular));
    return new PairAxis(
        Scales.names(names),
        edges,
        bins,
        sides.bins().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(regular));
  }

  /** The bin that a value of the scale lies in. */
  int binAt(double value) {
    int found = Arrays.binarySearch(edges, value);
    int place = found >= 0 ? found : -found - 2;
    return place < 0 || place >= bins.length ? -1 : bins[place];
  }

  /** The value at a fraction of the length, found by halving. */
  double valueAt(double fraction) {
    double low = scale.low();
    double high = scale.high();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (scale.fraction(middle) < fraction) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
