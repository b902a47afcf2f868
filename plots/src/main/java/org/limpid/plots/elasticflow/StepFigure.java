package org.limpid.plots.elasticflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.experiment.elasticflow.StepChart;
import org.limpid.experiment.elasticflow.StepChart.Line;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.results.table.Numbers;

/**
 * Step lines over time, a panel per policy, as lines that rise and fall all the time hide each
 * other.
 */
final class StepFigure {
  private static final double PANEL = 22;
  private static final double AXIS = 10;

  private final StepChart data;

  private StepFigure(StepChart data) {
    this.data = data;
  }

  static Figure of(StepChart data) {
    return new StepFigure(data).figure();
  }

  private Figure figure() {
    List<Chart> charts =
        IntStream.range(0, data.lines().size())
            .mapToObj(i -> chart(data.lines().get(i), i == data.lines().size() - 1))
            .toList();
    String caption =
        "%s over time, mean until the last event: %s. %s"
            .formatted(
                data.measure(),
                data.lines().stream()
                    .map(line -> line.policy().words() + " " + Numbers.percent(line.mean()))
                    .collect(Collectors.joining(", ")),
                String.join(" ", data.notes()));
    return new Figure(
        data.name(),
        data.title(),
        caption,
        "A step line over time per policy. " + caption,
        Size.page(PANEL * charts.size() + AXIS),
        new Panels(charts, heights(charts.size())));
  }

  /** The last one has the axis of all. */
  private static List<Double> heights(int count) {
    return IntStream.range(0, count).mapToObj(i -> i == count - 1 ? PANEL + AXIS : PANEL).toList();
  }

  private Chart chart(Line line, boolean isLast) {
    Axis time = Axis.of("Time since the first submission", Scales.durationFromZero(latest()));
    Chart chart =
        Chart.of(
            isLast ? time : time.unlabelled(),
            Axis.of("", Scales.percent(0, highest())),
            theme ->
                List.of(
                    Layers.steps(
                        "",
                        PolicyLook.of(line.policy(), theme).with(Dash.SOLID),
                        line.seconds(),
                        line.values())));
    return chart.headed("%s, %s".formatted(data.measure(), line.policy().words()));
  }

  private double latest() {
    return data.lines().stream()
        .flatMapToDouble(line -> Arrays.stream(line.seconds()))
        .max()
        .orElse(1);
  }

  private double highest() {
    return data.lines().stream()
        .flatMapToDouble(line -> Arrays.stream(line.values()))
        .max()
        .orElse(1);
  }
}
