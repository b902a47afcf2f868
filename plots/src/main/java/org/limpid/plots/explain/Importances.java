package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.Measure;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;

/**
 * How much the terms of a model matter.
 *
 * @param measure what the numbers are, with their unit
 * @param shares whether they are shares of 1
 * @param terms the most important one first
 */
record Importances(String measure, boolean shares, List<Importance> terms) {
  /**
   * How much a term matters.
   *
   * @param term its name
   * @param size 0 or more, and its deviation over the bags, NaN where they are not known
   */
  record Importance(String term, Measure size) {}

  Importances {
    terms = List.copyOf(terms);
  }

  /** The importances of a model that has such. */
  static Optional<Importances> of(Model model) {
    return switch (model) {
      case EbmModel ebm -> Optional.of(ofEbm(ebm));
      case LinearModel linear -> Optional.of(ofLinear(linear));
      case TreeModel tree -> Optional.of(ofTree(tree));
      default -> Optional.empty();
    };
  }

  private static Importances ofEbm(EbmModel model) {
    return sorted(
        "Mean absolute score (%s)".formatted(ModelWords.scoreUnit(model)),
        false,
        GlobalExplanation.of(model).terms().stream()
            .map(term -> new Importance(term.term(), term.meanAbsolute()))
            .toList());
  }

  private static Importances ofLinear(LinearModel model) {
    return sorted(
        "Score per standard deviation (%s)".formatted(ModelWords.scoreUnit(model)),
        false,
        model.terms().stream()
            .map(term -> new Importance(model.name(term), new Measure(size(term), Double.NaN)))
            .toList());
  }

  private static double size(LinearTerm term) {
    return IntStream.range(0, term.scoreCount())
        .mapToDouble(k -> Math.abs(term.standardised(k)))
        .max()
        .orElse(0);
  }

  private static Importances ofTree(TreeModel model) {
    List<Importance> features = new ArrayList<>();
    model
        .importances()
        .forEach(
            (name, share) -> features.add(new Importance(name, new Measure(share, Double.NaN))));
    return sorted("Share of the impurity that splits remove", true, features);
  }

  private static Importances sorted(String measure, boolean shares, List<Importance> terms) {
    Comparator<Importance> ascending = Comparator.comparingDouble(term -> term.size().value());
    return new Importances(measure, shares, terms.stream().sorted(ascending.reversed()).toList());
  }

  /** The axis of the largest terms. */
  Axis axis(List<Importance> shown) {
    double largest =
        shown.stream().mapToDouble(term -> term.size().value() + deviation(term)).max().orElse(0);
    Scale scale = shares ? Scales.percent(0, Math.max(largest, 0.01)) : Scales.fromZero(largest);
    return Axis.of(measure, scale);
  }

  /** The deviation of a term; 0 where it is not known. */
  static double deviation(Importance term) {
    double known = term.size().deviation();
    return Double.isNaN(known) ? 0 : known;
  }
}
