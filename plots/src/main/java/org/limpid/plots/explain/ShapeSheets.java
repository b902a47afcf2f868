package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;

/** The shapes of all terms of each model on sheets, the most important first. */
public final class ShapeSheets implements Exhibit {
  private static final int COLUMNS = 3;
  private static final int PER_SHEET = 15;
  private static final double ROW_MILLIMETRES = 46;

  @Override
  public About about() {
    return About.figure(
        "shapes", "shapes of all terms of each model, the most important first", Chapter.MODELS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, EbmModel> entry : Shapes.models(inputs.models()).entrySet()) {
      figures.addAll(sheets(entry.getKey(), entry.getValue(), options));
    }
    return Made.of(figures, "there is no explainable boosting machine with terms to draw");
  }

  private List<Figure> sheets(String name, EbmModel model, FigureOptions options) {
    List<TermExplanation> terms =
        GlobalExplanation.of(model).byMeanAbsolute().stream()
            .map(TermImportance::term)
            .map(term -> TermExplanation.of(model, term))
            .filter(Shapes::canDraw)
            .toList();
    ShapeLook look = ShapeLook.small(model, Shapes.sharedRange(model, options.models()));
    int sheets = Math.ceilDiv(terms.size(), PER_SHEET);
    List<Figure> figures = new ArrayList<>();
    for (int sheet = 0; sheet < sheets; sheet++) {
      int end = Math.min(terms.size(), (sheet + 1) * PER_SHEET);
      figures.add(
          new Sheet(name, model, sheet, sheets).figure(terms, sheet * PER_SHEET, end, look));
    }
    return figures;
  }

  private record Sheet(String name, EbmModel model, int number, int count) {
    Figure figure(List<TermExplanation> terms, int from, int to, ShapeLook look) {
      String what = ModelWords.title(name, model);
      String part = count == 1 ? "" : " (%d of %d)".formatted(number + 1, count);
      String suffix = number == 0 ? "" : " " + (number + 1);
      List<Drawing> tiles =
          terms.subList(from, to).stream().map(term -> Shapes.of(term, look)).toList();
      int rows = Math.ceilDiv(tiles.size(), COLUMNS);
      return new Figure(
          FileName.of("shapes", name + suffix),
          "What moves the " + what + part,
          "Terms %d to %d of %d for the %s, the most important first."
              .formatted(from + 1, to, terms.size(), what),
          "Small shapes of the terms "
              + String.join(
                  ", ",
                  terms.subList(from, to).stream()
                      .map(term -> look.words().term(term.term()))
                      .toList())
              + ".",
          Size.page(ROW_MILLIMETRES * rows + 5),
          drawing(terms.subList(from, to), tiles, look));
    }

    private Drawing drawing(List<TermExplanation> terms, List<Drawing> tiles, ShapeLook look) {
      Drawing sheet = new Tiles(tiles, Math.min(COLUMNS, tiles.size()), note(terms));
      List<String> scoreNames = terms.getFirst().scoreNames();
      return scoreNames.size() == 1
          ? sheet
          : new LegendAbove(theme -> legend(scoreNames, look, theme), sheet);
    }

    private static List<LegendEntry> legend(List<String> scoreNames, ShapeLook look, Theme theme) {
      return IntStream.range(0, scoreNames.size())
          .mapToObj(k ->
              new LegendEntry(
                  look.scoreName(scoreNames.get(k)), theme.series(k), LegendEntry.Kind.MARKED_LINE))
          .toList();
    }

    private String note(List<TermExplanation> terms) {
      boolean pairs = terms.stream().anyMatch(term -> term.axes().size() == 2);
      ScoreWords scores = ScoreWords.of(model);
      return "%s, with the density of the data below.%s"
          .formatted(scores.note(), pairs ? " " + scores.stripes() : "");
    }
  }
}
