package org.limpid.plots.adaptation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.experiment.adaptation.LearningCurve;
import org.limpid.experiment.adaptation.ListedPolicy;
import org.limpid.experiment.adaptation.Transfer;
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
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/** Running means over the episodes of learning. */
final class CurveFigure {
  private static final double PANEL = 52;
  private static final int COLUMNS = 2;

  /** As in the published curves of the objective. */
  private static final int OBJECTIVE_WINDOW = 75;

  /** So that a level line has an axis. */
  private static final double LEAST_SPAN = 1e-3;

  private CurveFigure() {}

  /** The objective of each policy that has a curve, a panel for each. */
  static Figure ofObjectives(List<ListedPolicy> policies) {
    List<Drawing> charts = policies.stream().<Drawing>map(CurveFigure::objective).toList();
    String caption =
        "Objective over the episodes of learning, mean of the last %d. Near 0 the policy is sure of"
                .formatted(OBJECTIVE_WINDOW)
            + " what it does, which is not the same as good.";
    return figure("objective", "Objective over episodes", caption, charts);
  }

  private static Chart objective(ListedPolicy policy) {
    double[] means =
        LearningCurve.runningMean(policy.curve().orElseThrow().objectives(), OBJECTIVE_WINDOW);
    return Chart.of(
            Axis.of("Episode", Scales.fromZero(means.length)),
            Axis.of("Objective", Scales.fromZero(highest(means))),
            theme ->
                List.of(
                    Layers.line(
                        "", theme.series(0).with(Dash.SOLID), episodes(means.length), means)))
        .headed(policy.name());
  }

  /** The accuracy of each policy that began with another, beside one that did not. */
  static Figure ofTransfers(List<Transfer> transfers) {
    List<Drawing> charts = transfers.stream().<Drawing>map(CurveFigure::transfer).toList();
    String caption =
        "Accuracy over the episodes of learning, mean of the last %d. Jump start, the first %d"
                .formatted(LearningCurve.WINDOW, LearningCurve.WINDOW)
            + " episodes above those from scratch: "
            + transfers.stream()
                .map(each -> each.policy().name() + " " + Numbers.fixed(each.jumpStart(), 4))
                .collect(Collectors.joining("; "))
            + ".";
    return figure("transfer", "Transfer and jump start", caption, charts);
  }

  private static Chart transfer(Transfer transfer) {
    double[] own = means(transfer.policy());
    double[] other = means(transfer.fromScratch());
    return Chart.of(
            Axis.of("Episode", Scales.fromZero(Math.max(own.length, other.length))),
            Axis.of("Accuracy", scale(own, other)),
            theme -> layers(transfer, own, other, theme))
        .headed(transfer.policy().name());
  }

  private static Figure figure(String name, String title, String caption, List<Drawing> charts) {
    int columns = Math.min(COLUMNS, charts.size());
    return new Figure(
        name,
        title,
        caption,
        "Lines over episodes. " + caption,
        Size.page(PANEL * Math.ceilDiv(charts.size(), columns)),
        new Tiles(charts, columns, ""));
  }

  private static List<Layer> layers(Transfer transfer, double[] own, double[] other, Theme theme) {
    return List.of(
        Layers.line(
            "from scratch",
            theme.style(Hue.GREY, Dash.SHORT, Marker.CIRCLE, Hatch.NONE),
            episodes(other.length),
            other),
        Layers.line(
            "began with " + transfer.policy().beganWith().orElseThrow(),
            theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE),
            episodes(own.length),
            own));
  }

  private static double[] means(ListedPolicy policy) {
    return LearningCurve.runningMean(
        policy.curve().orElseThrow().accuracies(), LearningCurve.WINDOW);
  }

  private static Scale scale(double[] one, double[] other) {
    double low = DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).min().orElse(0);
    return Scales.linear(low, Math.max(low + LEAST_SPAN, Math.max(highest(one), highest(other))));
  }

  private static double highest(double[] values) {
    return Arrays.stream(values).max().orElse(1);
  }

  private static double[] episodes(int count) {
    return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
  }
}
