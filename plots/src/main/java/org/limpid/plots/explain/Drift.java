package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.models.ModelFolder;
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

/**
 * Shapes of several models over each other: of weeks that follow each other, or before and after an
 * edit. The terms that differ most come first; those that do not differ are left out.
 */
public final class Drift implements Exhibit {
  private static final int COLUMNS = 3;
  private static final int MOST = 15;
  private static final double ROW_MILLIMETRES = 36;

  @Override
  public About about() {
    return About.figure(
        "drift",
        "shapes of several --models over each other: weeks, or before and after an edit",
        Chapter.MODELS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    if (options.models().weekly()) {
      return weekly(inputs);
    }
    if (inputs.otherModels().isEmpty()) {
      return new Made.Nothing("needs two or more --models to compare, with commas between");
    }
    List<ModelFolder> folders =
        Stream.concat(Stream.of(inputs.models()), inputs.otherModels().stream()).toList();
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, List<EbmModel>> entry : series(folders).entrySet()) {
      figure(entry.getKey(), entry.getValue(), labels(folders)).ifPresent(figures::add);
    }
    return Made.of(figures, "the shapes of these models do not differ");
  }

  /**
   * The models that all folders have, each in the order of the folders. Single models belong
   * together whatever their names.
   */
  private static Map<String, List<EbmModel>> series(List<ModelFolder> folders) {
    List<Map<String, EbmModel>> all = folders.stream().map(Shapes::models).toList();
    if (folders.stream().allMatch(ModelFolder::isSingle)) {
      return singles(all);
    }
    Map<String, List<EbmModel>> series = new LinkedHashMap<>();
    for (String name : all.getFirst().keySet()) {
      if (all.stream().allMatch(models -> models.containsKey(name))) {
        series.put(name, all.stream().map(models -> models.get(name)).toList());
      }
    }
    return series;
  }

  private static Map<String, List<EbmModel>> singles(List<Map<String, EbmModel>> all) {
    List<EbmModel> models = new ArrayList<>();
    all.forEach(single -> models.addAll(single.values()));
    return models.size() < all.size()
        ? Map.of()
        : Map.of(models.getLast().provenance().target(), models);
  }

  private Made weekly(PlotInputs inputs) {
    if (inputs.dataset().isEmpty()) {
      return new Made.Nothing("needs the jobs of the weeks, with --data");
    }
    Map<String, EbmModel> weeks = WeeklyDurations.of(inputs.models(), inputs.data());
    if (weeks.size() < 2) {
      return new Made.Nothing("fewer than two weeks have enough jobs that ended");
    }
    Optional<Figure> figure =
        figure("weeks", List.copyOf(weeks.values()), List.copyOf(weeks.keySet()));
    return Made.of(figure.stream().toList(), "the shapes of the weeks do not differ");
  }

  /** Names of the folders, or where these are equal their paths. */
  private static List<String> labels(List<ModelFolder> folders) {
    List<String> names = folders.stream().map(ModelFolder::name).toList();
    boolean differ = new LinkedHashSet<>(names).size() == names.size();
    return differ ? names : folders.stream().map(folder -> folder.folder().toString()).toList();
  }

  private static List<DriftTerm> terms(List<EbmModel> models) {
    Set<String> names = new LinkedHashSet<>();
    for (EbmModel model : models) {
      model.terms().stream().filter(term -> term.order() == 1).map(model::name).forEach(names::add);
    }
    Comparator<DriftTerm> ascending = Comparator.comparingDouble(DriftTerm::change);
    return names.stream()
        .map(name -> new DriftTerm(name, models.stream().map(model -> curve(model, name)).toList()))
        .filter(term -> term.change() > 0)
        .sorted(ascending.reversed())
        .toList();
  }

  private static Optional<TermCurve> curve(EbmModel model, String name) {
    return model.term(name).map(_ -> new TermCurve(TermExplanation.of(model, name)));
  }

  private Optional<Figure> figure(String name, List<EbmModel> models, List<String> labels) {
    List<DriftTerm> terms = terms(models);
    return terms.isEmpty() ? Optional.empty() : Optional.of(figure(name, models, labels, terms));
  }

  private Figure figure(
      String name, List<EbmModel> models, List<String> labels, List<DriftTerm> terms) {
    List<DriftTerm> shown = terms.subList(0, Math.min(MOST, terms.size()));
    EbmModel first = models.getFirst();
    FeatureWords words = FeatureWords.of(first);
    ScoreWords scores = ScoreWords.of(first);
    List<Drawing> tiles = shown.stream().map(term -> term.drawing(words, scores)).toList();
    DriftTerm most = terms.getFirst();
    return new Figure(
        FileName.of(name(), name),
        "How shapes change: " + ModelWords.title(name, first),
        "%s changes most, on average by up to %s; %s.%s"
            .formatted(
                most.name(),
                scores.stepWithUnit(most.change()).replace("+", ""),
                count(terms, shown),
                edits(models)),
        "Shapes of %s in the models %s."
            .formatted(
                String.join(", ", shown.stream().map(DriftTerm::name).toList()),
                String.join(", ", labels)),
        new Size(
            tiles.size() == 1 ? Size.COLUMN : Size.PAGE,
            ROW_MILLIMETRES * Math.ceilDiv(tiles.size(), COLUMNS) + 8),
        new LegendAbove(
            theme -> legend(labels, theme),
            new Tiles(tiles, Math.min(COLUMNS, tiles.size()), note(first))));
  }

  private static String note(EbmModel model) {
    List<String> scores =
        TermExplanation.of(model, model.name(model.terms().getFirst())).scoreNames();
    return scores.size() == 1
        ? ScoreWords.of(model).note() + "."
        : "Scores of %s in %s.".formatted(scores.getLast(), ModelWords.scoreUnit(model));
  }

  private static String count(List<DriftTerm> terms, List<DriftTerm> shown) {
    String differ =
        terms.size() == 1 ? "one term differs" : "%d terms differ".formatted(terms.size());
    return terms.size() == shown.size()
        ? differ
        : differ + ", of which %d are shown".formatted(shown.size());
  }

  /** What was changed by hand in the last model and not yet in the first. */
  private static String edits(List<EbmModel> models) {
    List<String> before = models.getFirst().provenance().edits();
    List<String> after = models.getLast().provenance().edits();
    boolean continued =
        after.size() > before.size() && after.subList(0, before.size()).equals(before);
    return continued
        ? " Edits: " + String.join("; ", after.subList(before.size(), after.size())) + "."
        : "";
  }

  private static List<LegendEntry> legend(List<String> labels, Theme theme) {
    return IntStream.range(0, labels.size())
        .mapToObj(i ->
            new LegendEntry(
                labels.get(i), DriftTerm.style(i, labels.size(), theme), LegendEntry.Kind.LINE))
        .toList();
  }
}
