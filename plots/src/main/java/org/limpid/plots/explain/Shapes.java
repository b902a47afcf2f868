package org.limpid.plots.explain;

import org.limpid.interpret.explain.Axis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Drawing;

/** Draws shapes of terms of one or two features. */
final class Shapes {
  private Shapes() {}

  /** Whether a term has few enough features. */
  static boolean canDraw(TermExplanation term) {
    return term.axes().size() <= 2;
  }

  /**
   * The drawing of a term.
   *
   * @throws IllegalArgumentException if it has more than two features
   */
  static Drawing of(TermExplanation term, ShapeLook look) {
    if (!canDraw(term)) {
      throw new IllegalArgumentException("expected one or two features in " + term.term());
    }
    if (term.axes().size() == 2) {
      return new PairShape(term, look).drawing();
    }
    return switch (term.axes().getFirst()) {
      case Axis.Numeric numeric -> new NumericShape(term, numeric, look).drawing();
      case Axis.Categories categories -> new CategoryShape(term, categories, look).drawing();
    };
  }
}
