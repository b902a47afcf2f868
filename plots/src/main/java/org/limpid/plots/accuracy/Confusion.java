package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.results.table.Numbers;

/** Which classes are taken for which: how often each was predicted where each was observed. */
public final class Confusion extends AccuracyFigure.OfClasses {
  private static final Size SIZE = Size.column(62);
  private static final double DARK = 0.5;
  private static final int MOST_NUMBERS = 12;

  public Confusion() {
    super("confusion", "which classes are taken for which");
  }

  @Override
  Figure figure(ClassPredictions set) {
    int count = set.classes().size();
    int[][] counts = new int[count][count];
    for (int row = 0; row < set.size(); row++) {
      counts[set.actual()[row]][set.predicted(row)]++;
    }
    String sentence = set.caption();
    return new Figure(
        file(set),
        "Confusion: " + set.target(),
        sentence + " Colours: shares of the rows of each observed class.",
        "Observed classes from top to bottom, predicted ones from left to right. " + sentence,
        SIZE,
        map(set, counts));
  }

  /** Rows are shares of what was observed; the first class stands on top. */
  private static HeatMap map(ClassPredictions set, int[][] counts) {
    int count = counts.length;
    double[][] shares = new double[count][count];
    for (int k = 0; k < count; k++) {
      double total = Math.max(1, Arrays.stream(counts[k]).sum());
      for (int other = 0; other < count; other++) {
        shares[count - 1 - k][other] = counts[k][other] / total;
      }
    }
    ColorKey key = new ColorKey("Share of the observed", Scales.percent(0, 1), false);
    List<String> names = set.classes();
    return new HeatMap(
        "",
        Axis.of("Predicted " + set.target(), Scales.names(names)).withoutGrid(),
        Axis.of("Observed " + set.target(), Scales.names(names.reversed())).withoutGrid(),
        Grid.unit(shares),
        key,
        count <= MOST_NUMBERS ? numbers(counts, shares) : List.of());
  }

  private static List<Layer> numbers(int[][] counts, double[][] shares) {
    int count = counts.length;
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      for (int other = 0; other < count; other++) {
        String text = Numbers.whole(counts[k][other]);
        double x = other + 0.5;
        int place = count - 1 - k;
        boolean strong = shares[place][other] > DARK;
        layers.add(plot -> number(plot, text, x, place + 0.5, strong));
      }
    }
    return layers;
  }

  private static void number(Plot plot, String text, double x, double y, boolean strong) {
    plot.g().setColor(strong ? plot.theme().background() : plot.theme().ink());
    plot.g().setFont(plot.theme().small());
    TextPainter.centred(plot.g(), text, plot.x(x), plot.y(y), TextPainter.Align.MIDDLE);
  }
}
