package org.limpid.plots.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.results.table.Numbers;

/**
 * What is said of a shape: where it adds most and least. Of several classes, of the last.
 *
 * @param most where it adds most, and how much
 * @param bands whether deviations are known
 */
record ShapeSummary(String term, String most, String least, boolean bands) {

  /** The summary of a shape. */
  static ShapeSummary of(TermExplanation term, String unit, FeatureWords words) {
    int score = term.scoreNames().size() - 1;
    Comparator<Cell> ascending = Comparator.comparingDouble(cell -> cell.scores().get(score));
    Cell most = used(term).max(ascending).orElseThrow();
    Cell least = used(term).min(ascending).orElseThrow();
    return new ShapeSummary(
        term.term(),
        "%s %s (%s)".formatted(signed(most.scores().get(score)), unit, place(term, most, words)),
        "%s (%s)".formatted(signed(least.scores().get(score)), place(term, least, words)),
        term.cells().stream().anyMatch(cell -> !cell.deviations().isEmpty()));
  }

  /** Cells that training rows fell into, or all of them where none did. */
  private static Stream<Cell> used(TermExplanation term) {
    boolean known = term.cells().stream().anyMatch(cell -> cell.weight() > 0);
    return term.cells().stream().filter(cell -> !known || cell.weight() > 0);
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Numbers.short3(value);
  }

  private static String place(TermExplanation term, Cell cell, FeatureWords words) {
    int second = term.axes().size() == 2 ? term.axes().get(1).labels().size() : 1;
    int position = term.cells().indexOf(cell);
    String first = interval(term.axes().getFirst(), position / second, words);
    return second == 1
        ? first
        : first + ", " + interval(term.axes().get(1), position % second, words);
  }

  private static String interval(FeatureAxis axis, int bin, FeatureWords words) {
    if (axis instanceof FeatureAxis.Numeric numeric
        && bin >= 1
        && bin <= numeric.cuts().size() + 1) {
      return axis.feature() + " " + numbers(numeric, bin, words);
    }
    return axis.feature() + " " + axis.labels().get(bin);
  }

  /** Bounds are told from each other, and from the ends of the data. */
  private static String numbers(FeatureAxis.Numeric axis, int bin, FeatureWords words) {
    List<Double> cuts = axis.cuts();
    if (cuts.isEmpty()) {
      return "any";
    }
    double lower = bin == 1 ? axis.minimum() : cuts.get(bin - 2);
    double upper = bin == cuts.size() + 1 ? axis.maximum() : cuts.get(bin - 1);
    ValueLabels labels = ValueLabels.of(axis.feature(), lower, upper);
    if (bin == 1) {
      return "below " + words.bound(axis.feature(), upper, labels);
    }
    String from = words.bound(axis.feature(), lower, labels);
    return bin == cuts.size() + 1
        ? "from %s on".formatted(from)
        : "%s to %s".formatted(from, words.bound(axis.feature(), upper, labels));
  }

  /** A sentence. */
  String sentence(String what) {
    String band = bands ? " Band: plus and minus a standard deviation over the bags." : "";
    return "%s adds at most %s and at least %s to the %s.%s"
        .formatted(term, most, least, what, band);
  }

  /** What is to be seen. */
  String alternativeText() {
    return "Shape of %s: from %s to %s.".formatted(term, least, most);
  }
}
