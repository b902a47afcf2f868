package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.SideScale;

/** The bins of missing and of unseen values that have training rows or a score. */
record SideBins(List<String> names, List<Integer> bins) {
  /** Those of a term of one feature. */
  static SideBins of(TermExplanation term) {
    int last = term.cells().size() - 1;
    return of(isUsed(term.cells().getFirst()), isUsed(term.cells().getLast()), last);
  }

  /** Those of the rows or columns of a pair. */
  static SideBins of(boolean missing, boolean unseen, int last) {
    List<String> names = new ArrayList<>();
    List<Integer> bins = new ArrayList<>();
    if (missing) {
      names.add("missing");
      bins.add(0);
    }
    if (unseen) {
      names.add("unseen");
      bins.add(last);
    }
    return new SideBins(names, bins);
  }

  /** Whether a cell has training rows or a score. */
  static boolean isUsed(TermExplanation.Cell cell) {
    return cell.weight() > 0 || cell.scores().stream().anyMatch(score -> score != 0);
  }

  /** The scale with places for them at its end. */
  SideScale behind(Scale numbers, double share) {
    return new SideScale(numbers, names, share);
  }
}
