package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;

/**
 * How much a term matters.
 *
 * <p>Per class, where a model has one score per class; else the lists have one element, which is
 * also the mean.
 *
 * @param term name of the term
 * @param meanAbsolute mean over the classes of {@code sum(w * |score|) / sum(w)} over the cells of
 *     the term, where w is the training weight of a cell
 * @param range mean over the classes of the largest minus the smallest score of the cells that
 *     training rows fell into
 * @param meanAbsoluteByClass the mean absolute score of each class
 * @param rangeByClass the range of each class
 */
public record TermImportance(
    String term,
    Measure meanAbsolute,
    Measure range,
    List<Measure> meanAbsoluteByClass,
    List<Measure> rangeByClass) {
  public TermImportance {
    Objects.requireNonNull(term, "term");
    meanAbsoluteByClass = List.copyOf(meanAbsoluteByClass);
    rangeByClass = List.copyOf(rangeByClass);
  }

  /** For example {@code hour: 1.5 +- 0.2, range 4.1 +- 0.4}. */
  @Override
  public String toString() {
    return "%s: %s, range %s".formatted(term, meanAbsolute, range);
  }
}
