package org.limpid.plots.explain;

import java.util.List;
import org.limpid.interpret.explain.FeatureAxis.Numeric;

/** From which number to which a shape is drawn. */
record NumericRange(double low, double high) {
  private static final double HALF = 0.5;

  /** From the least to the largest value of the training, or else a bit beyond all cuts. */
  static NumericRange of(Numeric axis) {
    if (axis.maximum() > axis.minimum()) {
      return new NumericRange(axis.minimum(), axis.maximum());
    }
    if (axis.maximum() == axis.minimum()) {
      return new NumericRange(axis.minimum() - HALF, axis.maximum() + HALF);
    }
    return ofCuts(axis.cuts());
  }

  private static NumericRange ofCuts(List<Double> cuts) {
    if (cuts.isEmpty()) {
      return new NumericRange(0, 1);
    }
    double first = cuts.getFirst();
    double last = cuts.getLast();
    double room = last > first ? (last - first) / cuts.size() : 1;
    return new NumericRange(first - room, last + room);
  }
}
