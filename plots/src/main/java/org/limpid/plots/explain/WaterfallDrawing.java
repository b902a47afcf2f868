package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.Measure;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/**
 * From the intercept to a prediction, term by term.
 *
 * @param words how scores and sums are written
 * @param intercept where the total begins
 * @param steps what terms add, the largest first; they lead to the total
 * @param total the sum, and its deviation over the bags where scores are predictions
 * @param result the prediction in words
 */
record WaterfallDrawing(
    String axisTitle,
    ScoreWords words,
    double intercept,
    List<Step> steps,
    Measure total,
    String result) {
  private static final double HALF_BAR = 0.34;
  private static final double ROW_MILLIMETRES = 4.2;
  private static final double AXIS_MILLIMETRES = 20;
  private static final double ROOM = 0.14;
  private static final double TEXT_GAP = 0.9;

  /** What a term and the values of its features add, with the deviation over the bags. */
  record Step(String label, Measure size) {}

  /** The drawing of one explanation; of several classes, that of the most probable one. */
  static WaterfallDrawing of(
      EbmModel model, PredictionExplanation explanation, Row row, int mostTerms) {
    int output = mostProbable(explanation);
    int score = Math.min(output, explanation.scoreNames().size() - 1);
    List<Step> steps =
        explanation.top(mostTerms).stream()
            .map(part -> new Step(label(model, part, row), part.measure(score)))
            .toList();
    Measure predicted = explanation.outputs().get(output).measure();
    boolean plain = model.task() instanceof Task.Regression && isSum(model);
    double deviation = plain ? predicted.deviation() : Double.NaN;
    return new WaterfallDrawing(
        ScoreWords.of(model).totalTitle(model),
        ScoreWords.of(model),
        explanation.intercept().get(score),
        steps,
        new Measure(explanation.scores().get(score), deviation),
        ScoreWords.of(model).isOfTimes()
            ? ScoreWords.of(model).total(explanation.scores().get(score))
            : result(model, explanation.outputs().get(output)));
  }

  private static boolean isSum(EbmModel model) {
    return model.link() == LinkFunction.IDENTITY && model.clip().isEmpty();
  }

  private static int mostProbable(PredictionExplanation explanation) {
    int best = 0;
    for (int k = 1; k < explanation.outputs().size(); k++) {
      double own = explanation.outputs().get(k).measure().value();
      best = own > explanation.outputs().get(best).measure().value() ? k : best;
    }
    return explanation.scoreNames().size() == 1 ? explanation.outputs().size() - 1 : best;
  }

  private static String result(EbmModel model, PredictionExplanation.Output output) {
    double value = output.measure().value();
    double deviation = output.measure().deviation();
    boolean share = model.task() instanceof Task.Classification;
    String spread =
        Double.isNaN(deviation)
            ? ""
            : " ± " + (share ? Numbers.percent(deviation) : Numbers.short3(deviation));
    return share
        ? "class %s with a probability of %s%s"
            .formatted(output.name(), Numbers.percent(value), spread)
        : "%s%s %s".formatted(Numbers.short3(value), spread, ModelWords.targetUnit(model));
  }

  private static String label(EbmModel model, Contribution part, Row row) {
    String name = FeatureWords.of(model).term(part.term());
    return model
        .term(part.term())
        .map(term -> name + " = " + values(model, term.features(), row))
        .orElse(name);
  }

  private static String values(EbmModel model, int[] features, Row row) {
    return IntStream.of(features)
        .mapToObj(position -> value(model, position, row))
        .collect(Collectors.joining(" & "));
  }

  private static String value(EbmModel model, int position, Row row) {
    EbmFeature feature = model.binnedFeatures().get(position);
    double encoded = row.encoded(position);
    if (feature.feature() instanceof Feature.Categorical || Double.isNaN(encoded)) {
      return row.text(position);
    }
    FeatureSummary seen = feature.summary();
    ValueLabels labels = ValueLabels.of(feature.name(), seen.minimum(), seen.maximum());
    return FeatureWords.of(model).value(feature.name(), encoded, labels);
  }

  /** As high as its rows need. */
  Size size() {
    return Size.page(AXIS_MILLIMETRES + ROW_MILLIMETRES * (steps.size() + 2));
  }

  /** Every step as text. */
  String list() {
    String parts =
        steps.stream()
            .map(step -> "%s %s".formatted(step.label(), words.step(step.size().value())))
            .collect(Collectors.joining(", "));
    return "Intercept %s, %s: %s."
        .formatted(words.total(intercept), parts, words.total(total.value()));
  }

  Chart chart() {
    List<String> names = new ArrayList<>(List.of("sum"));
    steps.reversed().forEach(step -> names.add(step.label()));
    names.add("intercept");
    double[] totals = totals();
    double low = total.value();
    double high = total.value();
    for (int i = 0; i < totals.length; i++) {
      double deviation = i == 0 ? 0 : known(steps.get(i - 1).size());
      low = Math.min(low, totals[i] - deviation);
      high = Math.max(high, totals[i] + deviation);
    }
    low = Math.min(low, total.value() - known(total));
    high = Math.max(high, total.value() + known(total));
    double room = Math.max(ROOM * (high - low), 1e-9);
    return Chart.of(
        Axis.of(axisTitle, words.totals(low - room, high + room)),
        Axis.of("", Scales.names(names)),
        this::layers);
  }

  private static double known(Measure measure) {
    return Double.isNaN(measure.deviation()) ? 0 : measure.deviation();
  }

  /** The total before the first step, and after each. */
  private double[] totals() {
    double[] totals = new double[steps.size() + 1];
    totals[0] = intercept;
    for (int i = 0; i < steps.size(); i++) {
      totals[i + 1] = totals[i] + steps.get(i).size().value();
    }
    return totals;
  }

  /** The middle of the place of a step on the vertical axis; -1 is the intercept. */
  private double place(int step) {
    return steps.size() - step + 0.5;
  }

  private List<Layer> layers(Theme theme) {
    SeriesStyle up = theme.area(Hue.VERMILLION, Hatch.NONE);
    SeriesStyle down = theme.area(Hue.BLUE, Hatch.FALLING);
    double[] totals = totals();
    List<Layer> layers = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      SeriesStyle style = steps.get(i).size().value() < 0 ? down : up;
      double middle = place(i);
      bars.add(new Bar(totals[i], totals[i + 1], middle - HALF_BAR, middle + HALF_BAR, style));
    }
    layers.add(Layers.boxInLegend("raises", up));
    layers.add(Layers.boxInLegend("lowers", down));
    layers.add(connectors(totals, theme));
    layers.add(Layers.bars(bars));
    layers.add(errors(totals));
    layers.add(ends(theme));
    layers.addAll(texts(totals));
    return layers;
  }

  /** The running total from row to row. */
  private Layer connectors(double[] totals, Theme theme) {
    double[] xs = new double[2 * totals.length];
    double[] ys = new double[2 * totals.length];
    for (int i = 0; i < totals.length; i++) {
      xs[2 * i] = totals[i];
      ys[2 * i] = place(i - 1);
      xs[2 * i + 1] = totals[i];
      ys[2 * i + 1] = place(i);
    }
    SeriesStyle style = theme.series(0).in(theme.muted()).wider(0.5);
    return Layers.line("", style, xs, ys);
  }

  private Layer errors(double[] totals) {
    double[] places = new double[steps.size() + 1];
    double[] lows = new double[places.length];
    double[] highs = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      boolean last = i == steps.size();
      double end = last ? total.value() : totals[i + 1];
      double deviation = last ? total.deviation() : steps.get(i).size().deviation();
      places[i] = place(i);
      lows[i] = end - deviation;
      highs[i] = end + deviation;
    }
    return Layers.levelErrors(places, lows, highs);
  }

  private Layer ends(Theme theme) {
    SeriesStyle style =
        theme.style(Hue.BLACK, Dash.SOLID, Marker.DIAMOND, Hatch.NONE).in(theme.ink());
    return Layers.points(
        "",
        style,
        new double[] {intercept, total.value()},
        new double[] {place(-1), place(steps.size())});
  }

  /** Numbers beside the bars, on the side to which they reach, behind their deviations. */
  private List<Layer> texts(double[] totals) {
    List<Layer> texts = new ArrayList<>();
    texts.add(text(words.total(intercept), intercept, place(-1), true));
    for (int i = 0; i < steps.size(); i++) {
      Measure size = steps.get(i).size();
      boolean right = size.value() >= 0;
      double end = totals[i + 1] + (right ? 1 : -1) * known(size);
      texts.add(text(words.step(size.value()), end, place(i), right));
    }
    double end = total.value() + known(total);
    texts.add(text(words.total(total.value()), end, place(steps.size()), true));
    return texts;
  }

  private static Layer text(String text, double x, double y, boolean right) {
    return plot ->
        Layers.text(
                text,
                x,
                y,
                right ? Align.START : Align.END,
                (right ? 1 : -1) * TEXT_GAP * plot.theme().markerSize())
            .paint(plot);
  }
}
