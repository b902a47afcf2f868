package org.limpid.plots.accuracy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.io.DatasetReader;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.models.JudgedModel;
import org.limpid.plots.accuracy.LoadComparison.Slot;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.Theme;
import org.limpid.predictor.LoadTarget;
import org.limpid.results.table.Numbers;

/** Real and predicted throughput over the days of the data set, as means of hours. */
public final class ThroughputOverTime implements Exhibit {
  private static final int SECONDS_PER_HOUR = 3600;
  private static final Size SIZE = Size.page(55);

  @Override
  public About about() {
    return About.figure("throughput", "real and predicted throughput over time", Chapter.MODELS)
        .needing(InputKind.DATA)
        .inPaper("Figure 13a");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<Figure> figures = new ArrayList<>();
    for (LoadTarget target : LoadTarget.values()) {
      LoadComparison.of(inputs.models(), inputs.data(), target)
          .map(comparison -> comparison.from(inputs.data().startSeconds()))
          .filter(comparison -> !comparison.slots().isEmpty())
          .ifPresent(comparison -> figures.add(figure(comparison, inputs.data())));
    }
    return Made.of(figures, "the models have no forecast of the time of this data set");
  }

  private Figure figure(LoadComparison slots, DatasetReader data) {
    LoadComparison hours = slots.averaged(SECONDS_PER_HOUR);
    double[] actual = slots.numbers(Slot::actual);
    double[] predicted = slots.numbers(Slot::predicted);
    double error = RegressionMetrics.meanAbsoluteError(actual, predicted);
    double r2 = RegressionMetrics.r2(actual, predicted);
    double withoutModel = RegressionMetrics.meanAbsoluteError(actual, slots.numbers(Slot::mean));
    String sentence =
        "The %s are predicted %s with a mean absolute error of %s %s%s; that of %s is %s."
            .formatted(
                slots.title(),
                slots.source(),
                Numbers.short3(error),
                slots.unit(),
                Double.isFinite(r2) ? " (R² " + Numbers.fixed(r2, 2) + ")" : "",
                JudgedModel.LOAD_JOBS.baseline(),
                Numbers.short3(withoutModel));
    return new Figure(
        "%s-%s".formatted(name(), slots.target().targetName()),
        "Real and predicted: " + slots.title(),
        sentence + " Means of hours.",
        "Two lines over time. " + sentence,
        SIZE,
        chart(hours, data.origin()));
  }

  private static Chart chart(LoadComparison hours, LocalDateTime origin) {
    Spikes spikes = Spikes.of(hours.slots());
    double first = hours.slots().getFirst().second();
    double last = hours.slots().getLast().second() + SECONDS_PER_HOUR;
    String title = "Submitted " + hours.unit();
    return Chart.of(
        Axis.of("", Scales.calendar(first, last, origin)),
        Axis.of(title, spikes.scale()),
        theme -> layers(hours, spikes, origin, theme));
  }

  private static List<Layer> layers(
      LoadComparison hours, Spikes spikes, LocalDateTime origin, Theme theme) {
    return List.of(
        Layers.steps(
            "real",
            theme.style(Hue.GREY, Dash.SOLID, Marker.SQUARE, Hatch.NONE).wider(0.8),
            hours.numbers(Slot::second),
            hours.numbers(Slot::actual)),
        Layers.steps(
            "predicted",
            theme.style(Hue.VERMILLION, Dash.SOLID, Marker.CIRCLE, Hatch.NONE),
            hours.numbers(Slot::second),
            hours.numbers(Slot::predicted)),
        spikes.words(hours, origin));
  }
}
