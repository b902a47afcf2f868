package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.text.QuotedNames;

/**
 * A term seen along one of its features: a line of cells, {@code stride} apart, for every choice of
 * bins of the others.
 */
record TermAxis(Term term, Feature feature, Bins bins, int stride) {

  static TermAxis of(EbmModel model, Term term, int axis) {
    List<Bins> bins = model.bins(term);
    int stride = bins.stream().skip(axis + 1L).mapToInt(Bins::count).reduce(1, Math::multiplyExact);
    return new TermAxis(term, model.features().get(term.feature(axis)), bins.get(axis), stride);
  }

  /**
   * The term that a user calls so: a feature, or a pair along the feature that stands first,
   * whatever the order in the model.
   */
  static Optional<TermAxis> named(EbmModel model, String name) {
    String first = QuotedNames.name(QuotedNames.split(name, QuotedNames.AND).getFirst());
    return model.term(name).map(term -> of(model, term, axis(model, term, first)));
  }

  private static int axis(EbmModel model, Term term, String feature) {
    return IntStream.range(0, term.order())
        .filter(axis -> model.features().get(term.feature(axis)).name().equals(feature))
        .findFirst()
        .orElse(0);
  }

  /** Calls with the first cell of each line, that of missing values. */
  void forEachLine(IntConsumer line) {
    for (int cell = 0; cell < term.cellCount(); cell++) {
      if (cell / stride % bins.count() == Bins.MISSING) {
        line.accept(cell);
      }
    }
  }

  double[] regular(double[] values, int line) {
    double[] regular = new double[bins.regularCount()];
    Arrays.setAll(regular, bin -> values[line + (bin + 1) * stride]);
    return regular;
  }

  void put(double[] regular, double[] values, int line) {
    for (int bin = 0; bin < regular.length; bin++) {
      values[line + (bin + 1) * stride] = regular[bin];
    }
  }
}
