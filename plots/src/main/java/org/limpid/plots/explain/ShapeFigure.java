package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.figure.About;
import org.limpid.plots.figure.Chapter;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.Made;
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
    ShapeSummary summary =
        ShapeSummary.of(term, ModelWords.scoreUnit(model), FeatureWords.of(model));
    return new Figure(
        FileName.of(name(), name),
        "How %s moves the %s".formatted(term.term(), what),
        summary.sentence(what) + (term.axes().size() == 2 ? " Stripes: below 0." : ""),
        summary.alternativeText(),
        SIZE,
        Shapes.of(term, ShapeLook.alone(model, shared)));
  }
}
