package org.limpid.plots.adaptation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.experiment.adaptation.AdaptationReview;
import org.limpid.experiment.adaptation.ListedPolicy;
import org.limpid.experiment.adaptation.Standing;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** A point for each policy in each scenario, a panel for each network. */
final class ScenarioFigure {
  private static final double PANEL = 62;

  /** How much of the room of a scenario points take. */
  private static final double SPREAD = 0.7;

  /** Ranks below the first and above the last, so that their points are whole. */
  private static final double ROOM_FOR_POINTS = 2;

  private final AdaptationReview.Result data;
  private final Measure measure;

  /** What is shown of a sequence of actions. */
  enum Measure {
    ACCURACY("accuracy-by-scenario", "Accuracy by scenario", "Accuracy", Scenario::accuracy),
    RANK("rank-by-scenario", "Rank among all sequences", "Rank of 64", Scenario::rank);

    private final String name;
    private final String title;
    private final String axis;
    private final ToDoubleBiFunction<Scenario, ActionSequence> value;

    Measure(
        String name,
        String title,
        String axis,
        ToDoubleBiFunction<Scenario, ActionSequence> value) {
      this.name = name;
      this.title = title;
      this.axis = axis;
      this.value = value;
    }
  }

  private ScenarioFigure(AdaptationReview.Result data, Measure measure) {
    this.data = data;
    this.measure = measure;
  }

  static Figure of(AdaptationReview.Result data, Measure measure) {
    return new ScenarioFigure(data, measure).figure();
  }

  private Figure figure() {
    List<Network> networks = data.scenarios().stream().map(Scenario::network).distinct().toList();
    List<Drawing> charts =
        networks.stream().<Drawing>map(each -> chart(each, each == networks.getFirst())).toList();
    String caption =
        measure == Measure.ACCURACY
            ? "Accuracy that each policy reached, beside the best of all sequences, the mean of a"
                + " random one, and no growth. Rules were learnt from the other scenarios."
            : "Place of what each policy did among all sequences of the scenario; 1 is the most"
                + " accurate. Rules were learnt from the other scenarios.";
    return new Figure(
        measure.name,
        measure.title,
        caption,
        "Points for policies by scenario. " + caption,
        Size.page(PANEL * charts.size()),
        new Tiles(charts, 1, ""));
  }

  private Chart chart(Network network, boolean isFirst) {
    int[] places =
        IntStream.range(0, data.scenarios().size())
            .filter(i -> data.scenarios().get(i).network().equals(network))
            .toArray();
    List<String> names =
        Arrays.stream(places).mapToObj(i -> shortName(data.scenarios().get(i))).toList();
    return Chart.of(
            Axis.of("", Scales.names(names)),
            Axis.of(measure.axis, scale(places)),
            theme -> layers(places, isFirst, theme))
        .headed("Network with %,d parameters".formatted(network.parameterCount()));
  }

  private static String shortName(Scenario scenario) {
    return scenario.name().replaceFirst("^simulation_", "");
  }

  private Scale scale(int[] places) {
    if (measure == Measure.RANK) {
      return Scales.linear(-ROOM_FOR_POINTS, ActionSequence.COUNT + ROOM_FOR_POINTS);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int place : places) {
      List<ActionSequence> ranking = data.scenarios().get(place).ranking();
      low = Math.min(low, data.scenarios().get(place).accuracy(ranking.getLast()));
      high = Math.max(high, data.scenarios().get(place).accuracy(ranking.getFirst()));
    }
    return Scales.linear(low, high);
  }

  private List<Layer> layers(int[] places, boolean isNamed, Theme theme) {
    List<Layer> layers = new ArrayList<>();
    if (measure == Measure.ACCURACY) {
      layers.add(
          levels(
              "best",
              Dash.SOLID,
              places,
              each -> each.accuracy(each.ranking().getFirst()),
              isNamed,
              theme));
      layers.add(levels("random", Dash.SHORT, places, Standing::meanAccuracy, isNamed, theme));
      layers.add(
          levels(
              "no growth",
              Dash.DOTS,
              places,
              each -> each.accuracy(ActionSequence.NOTHING),
              isNamed,
              theme));
    }
    int count = data.policies().size() + (data.rules().isEmpty() ? 0 : 1);
    for (int k = 0; k < data.policies().size(); k++) {
      ListedPolicy policy = data.policies().get(k);
      layers.add(
          points(
              isNamed ? policy.name() : "",
              theme.series(k),
              places,
              offset(k, count),
              i ->
                  measure.value.applyAsDouble(
                      data.scenarios().get(i), policy.evaluations().get(i).actions())));
    }
    if (!data.rules().isEmpty()) {
      layers.add(
          points(
              isNamed ? "rules" : "",
              theme.style(Hue.BLACK, Dash.SOLID, Marker.DIAMOND, Hatch.NONE),
              places,
              offset(count - 1, count),
              i -> measure.value.applyAsDouble(data.scenarios().get(i), data.rules().get(i))));
    }
    return layers;
  }

  private static double offset(int place, int count) {
    return count == 1 ? 0 : SPREAD * (place / (count - 1.0) - 0.5);
  }

  private static Layer points(
      String label, SeriesStyle style, int[] places, double offset, IntToDoubleFunction value) {
    double[] xs = IntStream.range(0, places.length).mapToDouble(i -> i + 0.5 + offset).toArray();
    return Layers.points(label, style, xs, Arrays.stream(places).mapToDouble(value).toArray());
  }

  /** A level line across the room of each scenario. */
  private Layer levels(
      String label,
      Dash dash,
      int[] places,
      ToDoubleFunction<Scenario> value,
      boolean isNamed,
      Theme theme) {
    double[] xs = new double[3 * places.length];
    double[] ys = new double[3 * places.length];
    for (int i = 0; i < places.length; i++) {
      double level = value.applyAsDouble(data.scenarios().get(places[i]));
      xs[3 * i] = i + 0.05;
      xs[3 * i + 1] = i + 0.95;
      xs[3 * i + 2] = i + 0.95;
      ys[3 * i] = level;
      ys[3 * i + 1] = level;
      ys[3 * i + 2] = Double.NaN;
    }
    SeriesStyle style = theme.style(Hue.GREY, dash, Marker.CIRCLE, Hatch.NONE);
    return Layers.line(isNamed ? label : "", style, xs, ys);
  }
}
