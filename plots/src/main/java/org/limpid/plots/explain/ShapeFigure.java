package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;

/** The shape of one term of each model: the chosen one, or the one that matters most. */
public final class ShapeFigure implements Exhibit {
  private static final Size SIZE = Size.column(66);

  @Override
  public About about() {
    return About.figure(
            "shape",
            "what one term adds to predictions, above the density of its data",
            Chapter.MODELS)
        .inPaper("Figure 7b");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    Map<String, EbmModel> models = Shapes.models(inputs.models());
    options.models().term().ifPresent(term -> require(models, term));
    List<Figure> figures = new ArrayList<>();
    models.forEach((name, model) ->
        term(model, options).ifPresent(term -> figures.add(figure(name, model, term, options))));
    return Made.of(figures, "there is no explainable boosting machine with terms to draw");
  }

  private static void require(Map<String, EbmModel> models, String term) {
    List<String> known =
        models.values().stream()
            .flatMap(model -> model.terms().stream().map(model::name))
            .distinct()
            .toList();
    if (!models.isEmpty() && !known.contains(term)) {
      throw new DataException(
          new Problem(
              "models", 0, "", term, "there is no such term", ClosestName.hint(term, known)));
    }
  }

  private static Optional<TermExplanation> term(EbmModel model, FigureOptions options) {
    Optional<String> name =
        options.models().term().isPresent()
            ? options.models().term().filter(term -> model.term(term).isPresent())
            : mostImportant(model);
    return name.map(term -> TermExplanation.of(model, term)).filter(Shapes::canDraw);
  }

  private static Optional<String> mostImportant(EbmModel model) {
    List<String> single =
        model.terms().stream().filter(term -> term.order() == 1).map(model::name).toList();
    return GlobalExplanation.of(model).byMeanAbsolute().stream()
        .map(importance -> importance.term())
        .filter(single::contains)
        .findFirst();
  }

  private Figure figure(String name, EbmModel model, TermExplanation term, FigureOptions options) {
    Optional<ScoreRange> shared = Shapes.sharedRange(model, options.models());
    String what = ModelWords.title(name, model);
    ShapeSummary summary = ShapeSummary.of(term, ScoreWords.of(model), FeatureWords.of(model));
    return new Figure(
        FileName.of(name(), name),
        "How %s moves the %s".formatted(FeatureWords.of(model).term(term.term()), what),
        summary.sentence(what)
            + (term.axes().size() == 2 ? " " + ScoreWords.of(model).stripes() : ""),
        summary.alternativeText(),
        SIZE,
        Shapes.of(term, ShapeLook.alone(model, shared)));
  }

  /** What is said of a shape: where it adds most and least. Of several classes, of the last. */
  private record ShapeSummary(
      String term, String most, String least, boolean factors, boolean bands) {

    static ShapeSummary of(TermExplanation term, ScoreWords scores, FeatureWords words) {
      int score = term.scoreNames().size() - 1;
      Comparator<Cell> ascending = Comparator.comparingDouble(cell -> cell.scores().get(score));
      Cell most = used(term).max(ascending).orElseThrow();
      Cell least = used(term).min(ascending).orElseThrow();
      return new ShapeSummary(
          words.term(term.term()),
          "%s (%s)"
              .formatted(scores.stepWithUnit(most.scores().get(score)), place(term, most, words)),
          "%s (%s)".formatted(scores.step(least.scores().get(score)), place(term, least, words)),
          scores.factors(),
          term.axes().size() == 1
              && term.cells().stream().anyMatch(cell -> !cell.deviations().isEmpty()));
    }

    /** Cells that training rows fell into, or all of them where none did. */
    private static Stream<Cell> used(TermExplanation term) {
      boolean known = term.cells().stream().anyMatch(cell -> cell.weight() > 0);
      return term.cells().stream().filter(cell -> !known || cell.weight() > 0);
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
        return words.name(axis.feature()) + " " + numbers(numeric, bin, words);
      }
      return words.name(axis.feature()) + " " + axis.labels().get(bin);
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

    String sentence(String what) {
      String band = bands ? " Band: plus and minus a standard deviation over the bags." : "";
      return (factors
              ? "The %s it multiplies by at most %s and at least %s.%s"
              : "To the %s it adds at most %s and at least %s.%s")
          .formatted(what, most, least, band);
    }

    String alternativeText() {
      return "Shape of %s: from %s to %s.".formatted(term, least, most);
    }
  }
}
