package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.evaluate.Calibration;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/** Whether classes are as frequent as their probabilities say, in ten bins, a line per class. */
public final class Reliability extends AccuracyFigure.OfClasses {
  private static final Size SIZE = Size.column(70);

  public Reliability() {
    super("reliability", "whether probabilities of classes are right");
  }

  @Override
  Figure figure(ClassPredictions set) {
    List<Calibration> lines = new ArrayList<>();
    double error = 0;
    for (int k = 0; k < set.classes().size(); k++) {
      Calibration line =
          Calibration.of(set.isClass(k), set.probabilities(k), Calibration.DEFAULT_BINS);
      lines.add(line);
      error += line.expectedError() / set.classes().size();
    }
    String sentence =
        "The most probable %s is right in %s of %s %s%s. %s Probabilities are off by %s on average."
            .formatted(
                set.target(),
                Numbers.percent(set.accuracy()),
                Numbers.whole(set.size()),
                set.source(),
                set.how(),
                set.comparison(),
                Numbers.percent(error));
    return new Figure(
        file(set),
        "Reliability: " + set.target(),
        sentence,
        "Observed shares against predicted probabilities, a line per class. " + sentence,
        SIZE,
        Chart.of(
            Axis.of("Mean predicted probability", Scales.percent(0, 1)),
            Axis.of("Observed share", Scales.percent(0, 1)),
            theme -> layers(set, lines, theme)));
  }

  private static List<Layer> layers(ClassPredictions set, List<Calibration> lines, Theme theme) {
    List<Layer> layers = new ArrayList<>();
    double[] ends = {0, 1};
    layers.add(Layers.line("", theme.series(1).in(theme.muted()).wider(0.7), ends, ends));
    for (int k = 0; k < lines.size(); k++) {
      List<Calibration.Bin> bins = lines.get(k).bins();
      SeriesStyle style = theme.series(k);
      double[] xs = bins.stream().mapToDouble(Calibration.Bin::meanPredicted).toArray();
      double[] ys = bins.stream().mapToDouble(Calibration.Bin::observedShare).toArray();
      layers.add(Layers.line("", style.wider(0.8), xs, ys));
      layers.add(Layers.points(set.target() + " " + set.classes().get(k), style, xs, ys));
    }
    return layers;
  }
}
