package org.limpid.plots.survival;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.results.table.Numbers;

/**
 * How fast what has lasted so long ends, where all other terms add nothing, as in an average row:
 * {@code -ln(1 - h)} of each period's hazard h, by the length of the period.
 */
public final class HazardRate extends SurvivalFigure {
  private static final Size SIZE = Size.column(60);

  public HazardRate() {
    super("hazard", "how fast what has lasted so long ends, of a survival model");
  }

  @Override
  Optional<String> missing(PlotInputs inputs) {
    return Optional.empty();
  }

  @Override
  Figure figure(String name, SurvivalModel model, PlotInputs inputs, FigureOptions options) {
    int count = model.periods().count();
    double[] times = new double[count + 1];
    double[] rates = new double[count + 1];
    for (int period = 0; period < count; period++) {
      times[period] = model.periods().start(period);
      rates[period] = rate(model, period);
    }
    times[count] = model.periods().end(count - 1);
    rates[count] = rates[count - 1];
    String sentence =
        "Of an average row, per unit of %s %s end at the beginning and %s at the end."
            .formatted(
                model.duration(), Numbers.short3(rates[0]), Numbers.short3(rates[count - 1]));
    return new Figure(
        FileName.of(name(), name),
        "Hazard: " + model.duration(),
        sentence + " Other terms raise or lower it.",
        "The hazard over time, in steps. " + sentence,
        SIZE,
        Chart.of(
            Axis.of(model.duration(), Scales.linear(0, times[count])),
            Axis.of(
                "Hazard per unit of " + model.duration(),
                Scales.fromZero(Arrays.stream(rates).max().orElseThrow())),
            theme -> List.of(Layers.steps("", theme.series(0), times, rates))));
  }

  private static double rate(SurvivalModel model, int period) {
    EbmModel hazards = model.hazards();
    double start = model.periods().start(period);
    Optional<Term> ofTime = hazards.term(model.duration()).filter(term -> term.order() == 1);
    double score =
        hazards.intercept()[0]
            + ofTime
                .map(term -> term.score(hazards.bins(term).getFirst().binOf(start)))
                .orElse(0.0);
    double width = model.periods().end(period) - start;
    return Math.log1p(Math.exp(score)) / width;
  }
}
