package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The shapes that one term has in several models; empty where one lacks the term. */
record DriftTerm(String name, List<Optional<TermCurve>> curves) {
  private static final double GROUP_WIDTH = 0.8;

  /** The largest distance of any later curve from the first, or from nothing. */
  double change() {
    Optional<TermCurve> first = curves.getFirst();
    double most = 0;
    for (Optional<TermCurve> curve : curves.subList(1, curves.size())) {
      most = Math.max(most, distance(first, curve));
    }
    return most;
  }

  private static double distance(Optional<TermCurve> one, Optional<TermCurve> other) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().distance(other.get());
    }
    return one.or(() -> other).map(TermCurve::size).orElse(0.0);
  }

  private List<TermExplanation> terms() {
    return curves.stream().flatMap(Optional::stream).map(TermCurve::term).toList();
  }

  /** Lines or groups of bars, one per model. */
  Drawing drawing(FeatureWords words, ScoreWords written) {
    FeatureAxis axis = terms().getFirst().axes().getFirst();
    Scale scores = ScoreRange.of(terms()).scale(written);
    return switch (axis) {
      case FeatureAxis.Numeric _ -> {
        NumericRange range = range();
        yield Chart.of(
                Axis.of("", words.scale(axis.feature(), range)),
                Axis.of("", scores),
                theme -> lines(range, theme))
            .headed(name);
      }
      case FeatureAxis.Categories _ -> {
        List<String> names = categories();
        yield Chart.of(
                Axis.of("", Scales.names(names)), Axis.of("", scores), theme -> bars(names, theme))
            .headed(name);
      }
    };
  }

  private NumericRange range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (TermExplanation term : terms()) {
      if (term.axes().getFirst() instanceof FeatureAxis.Numeric axis) {
        NumericRange own = NumericRange.of(axis);
        low = Math.min(low, own.low());
        high = Math.max(high, own.high());
      }
    }
    return new NumericRange(low, high);
  }

  private List<String> categories() {
    Set<String> names = new LinkedHashSet<>();
    for (TermExplanation term : terms()) {
      if (term.axes().getFirst() instanceof FeatureAxis.Categories axis) {
        names.addAll(axis.categories());
      }
    }
    return List.copyOf(names);
  }

  private List<Layer> lines(NumericRange range, Theme theme) {
    List<Layer> layers = new ArrayList<>(List.of(Layers.levelRule(0)));
    for (int i = 0; i < curves.size(); i++) {
      int model = i;
      curves
          .get(i)
          .filter(curve -> curve.term().axes().getFirst() instanceof FeatureAxis.Numeric)
          .map(curve -> line(curve, range, model, theme))
          .ifPresent(layers::add);
    }
    return layers;
  }

  private Layer line(TermCurve curve, NumericRange range, int model, Theme theme) {
    FeatureAxis.Numeric axis = (FeatureAxis.Numeric) curve.term().axes().getFirst();
    double[] edges = curve.edges(axis, range);
    double[] scores = Arrays.stream(edges).map(edge -> curve.at(axis, edge)).toArray();
    return Layers.steps("", style(model, curves.size(), theme), edges, scores);
  }

  private List<Layer> bars(List<String> names, Theme theme) {
    List<Bar> bars = new ArrayList<>();
    double width = GROUP_WIDTH / curves.size();
    for (int model = 0; model < curves.size(); model++) {
      TermCurve curve = curves.get(model).orElse(null);
      if (Objects.nonNull(curve)
          && curve.term().axes().getFirst() instanceof FeatureAxis.Categories axis) {
        for (int i = 0; i < names.size(); i++) {
          double left = i + (1 - GROUP_WIDTH) / 2 + model * width;
          double score = curve.at(axis, names.get(i));
          bars.add(new Bar(left, left + width, 0, score, style(model, curves.size(), theme)));
        }
      }
    }
    return List.of(Layers.bars(bars), Layers.levelRule(0));
  }

  /** Of two models the first is grey and dashed, the second stands out. */
  static SeriesStyle style(int model, int count, Theme theme) {
    if (count > 2) {
      return theme.series(model);
    }
    return model == 0
        ? theme.style(Hue.GREY, Dash.SHORT, Marker.SQUARE, Hatch.LEVEL).wider(1.2)
        : theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE).wider(1.2);
  }
}
