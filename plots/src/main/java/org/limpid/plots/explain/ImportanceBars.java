package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/** How much each term of a model matters, as bars; one figure per model. */
public final class ImportanceBars implements Exhibit {
  private static final int MOST = 15;
  private static final int LONGEST_NAME = 25;
  private static final double HALF_BAR = 0.36;
  private static final double BAR_MILLIMETRES = 4;
  private static final double AXIS_MILLIMETRES = 11;

  @Override
  public About about() {
    return About.figure(
            "importance",
            "which terms of each model matter, with their spread over the bags",
            Chapter.MODELS)
        .inPaper("Figure 7a");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Model> entry : inputs.models().all().entrySet()) {
      Importances.of(entry.getValue())
          .filter(importances -> !importances.terms().isEmpty())
          .ifPresent(
              importances -> figures.add(figure(entry.getKey(), entry.getValue(), importances)));
    }
    return Made.of(figures, "no model has terms whose importance is known");
  }

  private Figure figure(String name, Model model, Importances importances) {
    List<Importance> shown = importances.terms().stream().limit(MOST).toList();
    String what = ModelWords.title(name, model);
    return new Figure(
        FileName.of(name(), name),
        "What matters for the " + what,
        caption(what, importances, shown.size()),
        "Horizontal bars, the most important term on top. " + list(shown),
        new Size(width(shown), AXIS_MILLIMETRES + BAR_MILLIMETRES * Math.max(3, shown.size())),
        chart(importances, shown));
  }

  /** That of a column, unless a name would have to be cut. */
  private static double width(List<Importance> shown) {
    boolean cut = shown.stream().anyMatch(term -> term.term().length() > LONGEST_NAME);
    return cut ? Size.PAGE : Size.COLUMN;
  }

  private static Chart chart(Importances importances, List<Importance> shown) {
    List<String> names = shown.reversed().stream().map(Importance::term).toList();
    return Chart.of(
        importances.axis(shown),
        Axis.of("", Scales.names(names)),
        theme -> layers(shown.reversed(), theme));
  }

  private static List<Layer> layers(List<Importance> upwards, Theme theme) {
    SeriesStyle style = theme.series(0);
    List<Bar> bars = new ArrayList<>();
    int count = upwards.size();
    double[] places = new double[count];
    double[] lows = new double[count];
    double[] highs = new double[count];
    for (int i = 0; i < count; i++) {
      double value = upwards.get(i).size().value();
      double deviation = upwards.get(i).size().deviation();
      places[i] = i + 0.5;
      lows[i] = Math.max(0, value - deviation);
      highs[i] = value + deviation;
      bars.add(new Bar(0, value, places[i] - HALF_BAR, places[i] + HALF_BAR, style));
    }
    return List.of(Layers.bars(bars), Layers.levelErrors(places, lows, highs));
  }

  private static String caption(String what, Importances importances, int shown) {
    Importance first = importances.terms().getFirst();
    String hidden =
        importances.terms().size() > shown
            ? " The %d most important of %d terms are shown."
                .formatted(shown, importances.terms().size())
            : "";
    String errors =
        Double.isNaN(first.size().deviation())
            ? ""
            : " Lines: plus and minus a standard deviation over the bags.";
    return "What matters most for the %s: %s, %s.%s%s"
        .formatted(what, first.term(), text(importances, first), hidden, errors);
  }

  private static String text(Importances importances, Importance term) {
    double value = term.size().value();
    String measure = importances.measure();
    String words = Character.toLowerCase(measure.charAt(0)) + measure.substring(1);
    String number = importances.shares() ? Numbers.percent(value) : Numbers.short3(value);
    return "%s %s".formatted(words, number);
  }

  private static String list(List<Importance> shown) {
    List<String> parts =
        shown.stream()
            .map(term -> "%s %s".formatted(term.term(), Numbers.short3(term.size().value())))
            .toList();
    return String.join(", ", parts) + ".";
  }

  /** A term, its size of 0 or more, and the deviation over the bags; NaN where it is not known. */
  private record Importance(String term, Measure size) {}

  /** How much the terms of a model matter, the first most, by a measure with its unit. */
  private record Importances(String measure, boolean shares, List<Importance> terms) {
    static Optional<Importances> of(Model model) {
      return switch (model) {
        case EbmModel ebm -> Optional.of(ofEbm(ebm));
        case LinearModel linear -> Optional.of(ofLinear(linear));
        case TreeModel tree -> Optional.of(ofTree(tree));
        default -> Optional.empty();
      };
    }

    private static Importances ofEbm(EbmModel model) {
      FeatureWords words = FeatureWords.of(model);
      return sorted(
          "Mean absolute score (%s)".formatted(ModelWords.scoreUnit(model)),
          false,
          GlobalExplanation.of(model).terms().stream()
              .map(term -> new Importance(words.term(term.term()), term.meanAbsolute()))
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
      FeatureWords words = FeatureWords.of(model);
      List<Importance> features = new ArrayList<>();
      model
          .importances()
          .forEach((name, share) ->
              features.add(new Importance(words.name(name), new Measure(share, Double.NaN))));
      return sorted("Share of the impurity that splits remove", true, features);
    }

    private static Importances sorted(String measure, boolean shares, List<Importance> terms) {
      Comparator<Importance> ascending = Comparator.comparingDouble(term -> term.size().value());
      return new Importances(measure, shares, terms.stream().sorted(ascending.reversed()).toList());
    }

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
}
